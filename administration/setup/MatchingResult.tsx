import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { notMatchedReasons } from '../../businessCentral/administration/types';
import type { NotMatched } from '../../businessCentral/administration/types';
import { Notice } from '../../ui/Notice';
import { DataTable } from '../parts/DataTable';
import { FailureNotice } from '../parts/FailureNotice';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import type { MatchedKind } from './setupQuestions';
import type { DryRun } from './useMatching';

export interface MatchingResultProps {
  readonly kind: MatchedKind;
  readonly run: DryRun;
}

/** What the dry run found of one kind: how many match, which do not, and why. */
export function MatchingResult({ kind, run }: MatchingResultProps): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const title = texts.say(`matched_${kind}`);
  if (!run.ok) {
    return (
      <div>
        <h3 className={classes.subheading}>{title}</h3>
        <FailureNotice failure={run.failure} onAgain={null} />
      </div>
    );
  }
  const { rows, matched, notMatched, recordsWithoutRow } = run.matching;
  const number = (count: number) => format.quantity(count);
  return (
    <div>
      <h3 className={classes.subheading}>{title}</h3>
      {rows === 0 ? (
        <Notice icon="dash" tone="neutral" word={texts.say('matching_noRows')} />
      ) : (
        <Notice
          icon={notMatched.length === 0 ? 'check' : matched === 0 ? 'cross' : 'half'}
          tone={notMatched.length === 0 ? 'good' : matched === 0 ? 'bad' : 'warning'}
          word={texts.say('matching_matched', { matched: number(matched), rows: number(rows) })}
          text={countsByReason(notMatched)
            .map(({ reason, count }) => `${texts.say(`notMatched_${reason}`)} ${number(count)}`)
            .join('; ')}
        />
      )}
      {recordsWithoutRow > 0 && (
        <p className={classes.quiet}>
          {texts.say(`matching_recordsWithoutRow_${kind}`, { count: number(recordsWithoutRow) })}
        </p>
      )}
      <DataTable
        caption={texts.say('matching_table', { kind: title })}
        rows={notMatched}
        rowKey={({ row }) => row.id}
        empty={rows === 0 ? '' : texts.say('matching_all')}
        columns={[
          {
            key: 'number',
            title: texts.say('matching_number'),
            isRowHeader: true,
            cell: ({ row }) => (row.number === '' ? texts.say('emptyValue') : row.number),
          },
          { key: 'name', title: texts.say('matching_name'), cell: ({ row }) => row.name },
          {
            key: 'reason',
            title: texts.say('matching_reason'),
            cell: ({ reason, recordNo }) =>
              recordNo === ''
                ? texts.say(`notMatched_${reason}`)
                : `${texts.say(`notMatched_${reason}`)} (${recordNo})`,
          },
          {
            key: 'remedy',
            title: texts.say('matching_remedy'),
            cell: ({ reason }) => texts.say(`notMatchedRemedy_${reason}`),
          },
        ]}
      />
    </div>
  );
}

function countsByReason(
  notMatched: readonly NotMatched[],
): readonly { readonly reason: NotMatched['reason']; readonly count: number }[] {
  return notMatchedReasons
    .map((reason) => ({ reason, count: notMatched.filter((each) => each.reason === reason).length }))
    .filter(({ count }) => count > 0);
}
