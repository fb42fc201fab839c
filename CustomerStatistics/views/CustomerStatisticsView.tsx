import * as React from 'react';
import { ControlFrame } from '../../ui/ControlFrame';
import type { ControlSurroundings } from '../../ui/ControlFrame';
import { Notice } from '../../ui/Notice';
import { isDocumentTable } from '../../sales/sales';
import type { StatisticsSession } from '../statisticsSession';
import { AccountStatistics } from './account/AccountStatistics';
import { DocumentCredit } from './compact/DocumentCredit';
import { useStatisticsLanguage } from './texts';

/** What the form says at the moment. */
export interface FormState {
  /** Logical name of the form's table. */
  readonly table: string;
  /** Null while the record is new. */
  readonly id: string | null;
  /** The account's number, empty where none is entered; undefined: this form does not give it. */
  readonly number: string | undefined;
  /** The document's total; null: empty, or this form does not give it. */
  readonly total: number | null;
  /** When the record was last saved, in milliseconds since 1970; null: this form does not give it. */
  readonly modifiedAt: number | null;
}

export interface CustomerStatisticsViewProps extends ControlSurroundings {
  readonly session: StatisticsSession;
  readonly form: FormState;
  readonly openAddress: (address: string) => void;
}

/** The control as the form shows it, whatever form that is and whatever goes wrong. */
export function CustomerStatisticsView(props: CustomerStatisticsViewProps): React.ReactElement {
  return (
    <ControlFrame language={props.language} clock={props.clock} theme={props.theme}>
      <OfTable {...props} />
    </ControlFrame>
  );
}

function OfTable({ session, form, openAddress }: CustomerStatisticsViewProps): React.ReactElement {
  const { texts } = useStatisticsLanguage();
  const { table, id, number, total, modifiedAt } = form;
  if (table !== 'account' && !isDocumentTable(table)) {
    return (
      <Notice
        icon="question"
        tone="neutral"
        word={texts.say('wrongForm')}
        next={texts.say('next_wrongForm')}
      />
    );
  }
  if (id === null) {
    return (
      <Notice icon="dash" tone="neutral" word={texts.say('state_unsaved')} next={texts.say('next_unsaved')} />
    );
  }
  return isDocumentTable(table) ? (
    <DocumentCredit
      session={session}
      record={{ table, id }}
      savedAs={`${total ?? ''} ${modifiedAt ?? ''}`}
      openAddress={openAddress}
    />
  ) : (
    <AccountStatistics session={session} id={id} numberOnForm={number} openAddress={openAddress} />
  );
}
