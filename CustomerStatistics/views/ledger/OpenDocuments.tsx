import * as React from 'react';
import { useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type { Statistics } from '../../../businessCentral/statistics/statistics';
import type { Entries, OpenEntry } from '../../../businessCentral/statistics/types';
import { useElementWidth } from '../../../ui/useElementWidth';
import { useStatisticsLanguage } from '../texts';
import { DocumentTable } from './DocumentTable';
import { ledgerStyles } from './Ledger.styles';
import { Pager } from './Pager';

const pageSize = 10;
/** Pixels from which on every fact has a column of its own. */
const wide = 640;

export interface OpenDocumentsProps {
  readonly open: Entries<OpenEntry>;
  /** Code of the local currency; null: not known. */
  readonly localCurrency: string | null;
  readonly today: IsoDate;
  readonly entryAddress: Statistics['entryAddress'];
  readonly openAddress: (address: string) => void;
}

/** The documents that are not settled, in the order of the answer, a page at a time. */
export function OpenDocuments({
  open,
  localCurrency,
  today,
  entryAddress,
  openAddress,
}: OpenDocumentsProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = ledgerStyles(useTheme());
  const [place, width] = useElementWidth<HTMLDivElement>();
  const [wantedPage, setWantedPage] = useState(0);
  const { entries } = open;
  const page = Math.min(wantedPage, Math.max(0, Math.ceil(entries.length / pageSize) - 1));
  return (
    <div ref={place}>
      {entries.length === 0 ? (
        <p className={classes.sentence}>{texts.say('ledger_documents_none')}</p>
      ) : (
        <>
          <p className={classes.note}>
            {open.total > entries.length
              ? texts.say('ledger_documents_partial', {
                  shown: format.quantity(entries.length),
                  total: format.quantity(open.total),
                })
              : texts.say('ledger_documents_order')}
          </p>
          <DocumentTable
            entries={entries.slice(page * pageSize, (page + 1) * pageSize)}
            roomForRows={Math.min(entries.length, pageSize)}
            hasCurrencies={entries.some(({ remainingInCurrency }) => remainingInCurrency !== null)}
            isNarrow={width !== null && width < wide}
            localCurrency={localCurrency}
            today={today}
            entryAddress={entryAddress}
            openAddress={openAddress}
          />
          {entries.length > pageSize && (
            <Pager page={page} pageSize={pageSize} rowCount={entries.length} onTurn={setWantedPage} />
          )}
        </>
      )}
    </div>
  );
}
