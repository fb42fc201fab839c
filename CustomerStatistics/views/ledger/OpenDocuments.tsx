import * as React from 'react';
import { useMemo, useState } from 'react';
import { useTheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type { Statistics } from '../../../businessCentral/statistics/statistics';
import type { Entries, OpenEntry } from '../../../businessCentral/statistics/types';
import { useElementWidth } from '../../../ui/useElementWidth';
import { useStatisticsLanguage } from '../texts';
import { DocumentTable } from './DocumentTable';
import { ledgerStyles } from './Ledger.styles';
import { overdueFirst } from './overdueFirst';
import { Pager } from './Pager';

const pageSize = 10;
/** Pixels from which on every fact has a column of its own. */
const wide = 640;

export interface OpenDocumentsProps {
  readonly open: Entries<OpenEntry>;
  /** Code of the local currency; null: not known. */
  readonly localCurrency: string | null;
  readonly today: IsoDate;
  readonly documentAddress: Statistics['documentAddress'];
  readonly openAddress: (address: string) => void;
}

/** The documents that are not settled, the most overdue first, a page at a time. */
export function OpenDocuments({
  open,
  localCurrency,
  today,
  documentAddress,
  openAddress,
}: OpenDocumentsProps): React.ReactElement {
  const { texts, format } = useStatisticsLanguage();
  const classes = ledgerStyles(useTheme());
  const [place, width] = useElementWidth<HTMLDivElement>();
  const [wantedPage, setWantedPage] = useState(0);
  const sorted = useMemo(() => overdueFirst(open.entries), [open.entries]);
  const page = Math.min(wantedPage, Math.max(0, Math.ceil(sorted.length / pageSize) - 1));
  return (
    <div ref={place}>
      {sorted.length === 0 ? (
        <p className={classes.sentence}>{texts.say('ledger_documents_none')}</p>
      ) : (
        <>
          <p className={classes.note}>
            {open.total > sorted.length
              ? texts.say('ledger_documents_partial', {
                  shown: format.quantity(sorted.length),
                  total: format.quantity(open.total),
                })
              : texts.say('ledger_documents_order')}
          </p>
          <DocumentTable
            entries={sorted.slice(page * pageSize, (page + 1) * pageSize)}
            roomForRows={Math.min(sorted.length, pageSize)}
            hasCurrencies={sorted.some(({ remainingInCurrency }) => remainingInCurrency !== null)}
            isNarrow={width !== null && width < wide}
            localCurrency={localCurrency}
            today={today}
            documentAddress={documentAddress}
            openAddress={openAddress}
          />
          {sorted.length > pageSize && (
            <Pager page={page} pageSize={pageSize} rowCount={sorted.length} onTurn={setWantedPage} />
          )}
        </>
      )}
    </div>
  );
}
