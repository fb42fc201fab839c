import * as React from 'react';
import { useTheme } from '@fluentui/react';
import type { SkippedRecord } from '../../../businessCentral/administration/skippedRecords';
import type { RowReference } from '../../../sales/administration/types';
import { PlainButton, SmallButton } from '../../../ui/buttons';
import { Notice } from '../../../ui/Notice';
import { DataTable } from '../../parts/DataTable';
import { pageStyles } from '../../parts/page.styles';
import { useAdministrationLanguage } from '../../strings';
import type { AdministrationTexts } from '../../strings';
import { momentOf } from '../moments';

/** The ways out of the page to a record. */
export interface RecordLinks {
  readonly openRow: (row: RowReference) => void;
  readonly openAddress: (address: string) => void;
}

export interface SkippedTableProps {
  readonly records: readonly SkippedRecord[];
  /** Keys of the chosen ones. */
  readonly chosen: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly links: RecordLinks;
  readonly addressOf: (record: SkippedRecord) => string | null;
  readonly onChoose: (key: string, isChosen: boolean) => void;
  readonly onRetry: (record: SkippedRecord) => void;
}

/** Number and name, as far as they are known. */
export function recordName(
  { kind, recordNo, recordName: name }: SkippedRecord,
  texts: AdministrationTexts,
): string {
  const kindName = texts.say(`synch_oneKind_${kind}`);
  return recordNo === ''
    ? texts.say('synch_deletedRecord', { kind: kindName })
    : [kindName, recordNo, name].filter((part) => part !== '').join(' ');
}

/** Skipped records, each with a box to choose it, its cause in plain words, and the ways to mend it. */
export function SkippedTable(props: SkippedTableProps): React.ReactElement {
  const { records, chosen, isBusy, links, addressOf, onChoose, onRetry } = props;
  const { texts, format } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  return (
    <DataTable
      caption={texts.say('synch_tab_errors')}
      empty={texts.say('synch_errors_none')}
      rows={records}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'choose',
          title: texts.say('synch_column_choose'),
          cell: (record) => (
            <input
              type="checkbox"
              aria-label={recordName(record, texts)}
              checked={chosen.has(record.key)}
              disabled={isBusy}
              onChange={({ target }) => onChoose(record.key, target.checked)}
            />
          ),
        },
        {
          key: 'record',
          title: texts.say('synch_column_record'),
          isRowHeader: true,
          cell: (record) => recordName(record, texts),
        },
        { key: 'mapping', title: texts.say('synch_column_mapping'), cell: ({ mapping }) => mapping },
        {
          key: 'cause',
          title: texts.say('synch_column_cause'),
          cell: ({ cause, message }) => (
            <>
              <Notice
                icon="warning"
                tone="bad"
                word={texts.say(`cause_${cause}`)}
                next={texts.say(`causeRemedy_${cause}`)}
              />
              {message !== '' && (
                <p className={classes.technical}>{texts.say('detail', { detail: message })}</p>
              )}
            </>
          ),
        },
        {
          key: 'failedAt',
          title: texts.say('synch_column_failedAt'),
          cell: ({ failedAt }) => (failedAt === null ? '' : momentOf(failedAt, format)),
        },
        {
          key: 'actions',
          title: texts.say('synch_column_action'),
          cell: (record) => {
            const name = recordName(record, texts);
            const address = addressOf(record);
            const labelled = (text: string) => ({ text, label: `${text}: ${name}` });
            return (
              <>
                <SmallButton
                  {...labelled(texts.say('synch_retry'))}
                  icon="undo"
                  disabled={isBusy}
                  onClick={() => onRetry(record)}
                />
                <PlainButton
                  {...labelled(texts.say('synch_openInSales'))}
                  icon="chevronRight"
                  onClick={() => links.openRow(record.row)}
                />
                {address !== null && (
                  <PlainButton
                    {...labelled(texts.say('synch_openInBusinessCentral'))}
                    icon="openOutside"
                    onClick={() => links.openAddress(address)}
                  />
                )}
              </>
            );
          },
        },
      ]}
    />
  );
}
