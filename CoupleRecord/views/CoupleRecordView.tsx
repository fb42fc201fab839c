import * as React from 'react';
import { isCouplable } from '../../businessCentral/coupling/pairs';
import type { CouplableRecord } from '../../businessCentral/coupling/types';
import { ControlFrame } from '../../ui/ControlFrame';
import type { ControlSurroundings } from '../../ui/ControlFrame';
import { Notice } from '../../ui/Notice';
import type { CouplingSession } from '../couplingSession';
import { RecordView } from './RecordView';
import { useCouplingLanguage } from './texts';

/** What the form says at the moment. */
export interface FormState {
  /** Logical name of the form's table. */
  readonly table: string;
  /** Null while the record is new. */
  readonly id: string | null;
  /** The record's number, empty where none is entered; undefined: this form does not give it. */
  readonly number: string | undefined;
  /** When the record was saved, in milliseconds since 1970; null: this form does not give it. */
  readonly modifiedAt: number | null;
}

export interface CoupleRecordViewProps extends ControlSurroundings {
  readonly session: CouplingSession;
  readonly form: FormState;
  readonly openAddress: (address: string) => void;
  /** Opens a row of Sales. */
  readonly openRecord: (record: CouplableRecord) => void;
}

/** The control as the form shows it, whatever form that is and whatever goes wrong. */
export function CoupleRecordView(props: CoupleRecordViewProps): React.ReactElement {
  return (
    <ControlFrame language={props.language} clock={props.clock} theme={props.theme}>
      <OfTable {...props} />
    </ControlFrame>
  );
}

function OfTable({ session, form, openAddress, openRecord }: CoupleRecordViewProps): React.ReactElement {
  const { texts } = useCouplingLanguage();
  const { table, id, number, modifiedAt } = form;
  if (!isCouplable(table)) {
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
  return (
    <RecordView
      // What is open, chosen or under way belongs to one record.
      key={id}
      session={session}
      reference={{ table, id }}
      numberOnForm={number}
      modifiedAt={modifiedAt}
      openAddress={openAddress}
      openRecord={openRecord}
    />
  );
}
