import * as React from 'react';
import { useContext, useRef } from 'react';
import { useTheme } from '@fluentui/react';
import type { UserToCouple } from '../../businessCentral/administration/types';
import { PlainButton, SmallButton } from '../../ui/buttons';
import { useFocusReturn } from '../../ui/useFocusReturn';
import { useReading } from '../../ui/useReading';
import { useUniqueId } from '../../ui/useUniqueId';
import { DataTable } from '../parts/DataTable';
import { OpenRowContext } from '../parts/openRow';
import { pageStyles } from '../parts/page.styles';
import { useAdministrationLanguage } from '../strings';
import { ReadingPart } from '../synchronization/ReadingPart';
import type { SalespeopleQuestions } from './questions';

export interface OwnedRecordsProps {
  readonly questions: SalespeopleQuestions;
  readonly user: UserToCouple;
  readonly onClose: () => void;
}

/** Which records of a user do not synchronize, each with the way to its form. */
export function OwnedRecords({ questions, user, onClose }: OwnedRecordsProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const classes = pageStyles(useTheme());
  const openRow = useContext(OpenRowContext);
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useUniqueId();
  const giveBack = useFocusReturn(heading);
  const title = texts.say('salespeople_records_title', { user: user.name });
  const reading = useReading({
    subject: user.id,
    key: user.id,
    ask: (options) => questions.ownedRecords(user.id, options),
  });
  return (
    <section className={`${classes.panel} ${classes.blocks}`} aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1} className={classes.subheading}>
        {title}
      </h3>
      <ReadingPart
        reading={reading}
        announcement={({ length }) => texts.count('salespeople_recordsRead', length)}
      >
        {(records) => (
          <DataTable
            caption={title}
            empty={texts.say('salespeople_records_none')}
            pageSize={25}
            rows={records}
            rowKey={({ table, id }) => `${table} ${id}`}
            columns={[
              {
                key: 'record',
                title: texts.say('synch_column_record'),
                isRowHeader: true,
                cell: ({ name }) => (name === '' ? texts.say('emptyValue') : name),
              },
              {
                key: 'table',
                title: texts.say('synch_column_kindOfRecord'),
                cell: ({ table }) => texts.say(`salespeople_table_${table}`),
              },
              {
                key: 'action',
                title: texts.say('synch_column_action'),
                cell: (record) =>
                  openRow !== null && (
                    <PlainButton
                      text={texts.say('synch_openInSales')}
                      label={`${texts.say('synch_openInSales')}: ${record.name}`}
                      icon="chevronRight"
                      onClick={() => openRow(record)}
                    />
                  ),
              },
            ]}
          />
        )}
      </ReadingPart>
      <div className={classes.buttons}>
        <SmallButton
          text={texts.say('synch_close')}
          icon="close"
          onClick={() => {
            onClose();
            giveBack();
          }}
        />
      </div>
    </section>
  );
}
