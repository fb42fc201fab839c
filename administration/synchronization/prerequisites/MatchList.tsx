import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { Match, MatchProposal } from '../../../businessCentral/administration/matchBasedCoupling';
import { SmallButton } from '../../../ui/buttons';
import { LiveRegion } from '../../../ui/LiveRegion';
import { Notice } from '../../../ui/Notice';
import { DataTable } from '../../parts/DataTable';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';

export interface MatchListProps {
  readonly proposal: MatchProposal;
  readonly onCouple: (matches: readonly Match[]) => void;
}

/** What would be coupled; single matches can be left out. */
export function MatchList({ proposal, onCouple }: MatchListProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { matches, recordsWithoutRow, ambiguous } = proposal;
  const wanted = matches.filter(({ recordNo }) => !leftOut.has(recordNo));
  const words = texts.count('synch_matchesFound', matches.length);
  const rest = [
    ...(recordsWithoutRow > 0 ? [texts.count('synch_withoutRow', recordsWithoutRow)] : []),
    ...(ambiguous > 0 ? [texts.count('synch_ambiguous', ambiguous)] : []),
  ].join(' ');
  return (
    <>
      <LiveRegion message={`${words} ${rest}`} />
      <Notice
        icon={matches.length > 0 ? 'check' : 'dash'}
        tone={matches.length > 0 ? 'good' : 'neutral'}
        word={words}
        next={rest}
      />
      <DataTable
        caption={texts.say('synch_matches_caption')}
        empty={texts.say('synch_matches_none')}
        rows={matches}
        rowKey={({ recordNo }) => recordNo}
        columns={[
          {
            key: 'choose',
            title: texts.say('synch_column_choose'),
            cell: ({ recordNo, rowName }) => (
              <input
                type="checkbox"
                aria-label={`${recordNo} ${rowName}`}
                checked={!leftOut.has(recordNo)}
                onChange={({ target }) => {
                  const next = new Set(leftOut);
                  if (target.checked) {
                    next.delete(recordNo);
                  } else {
                    next.add(recordNo);
                  }
                  setLeftOut(next);
                }}
              />
            ),
          },
          {
            key: 'record',
            title: texts.say('synch_column_inBusinessCentral'),
            isRowHeader: true,
            cell: ({ recordNo, recordName }) => `${recordNo} ${recordName}`.trim(),
          },
          { key: 'row', title: texts.say('synch_column_inSales'), cell: ({ rowName }) => rowName },
          {
            key: 'by',
            title: texts.say('synch_column_why'),
            cell: ({ by }) => texts.say(`synch_matchedBy_${by}`),
          },
        ]}
      />
      {matches.length > 0 && (
        <div className={classes.buttons}>
          <SmallButton
            text={texts.count('synch_couple', wanted.length)}
            icon="linked"
            disabled={wanted.length === 0}
            onClick={() => onCouple(wanted)}
          />
        </div>
      )}
    </>
  );
}
