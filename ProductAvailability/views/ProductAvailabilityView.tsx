import * as React from 'react';
import type { IsoDate } from '../../businessCentral/isoDate';
import { ControlFrame } from '../../ui/ControlFrame';
import type { ControlSurroundings } from '../../ui/ControlFrame';
import { Notice } from '../../ui/Notice';
import { isDocumentTable } from '../../sales/sales';
import type { LineTable } from '../../sales/sales';
import type { AvailabilitySession } from '../availabilitySession';
import { DocumentAvailability } from './document/DocumentAvailability';
import { LineAvailability } from './line/LineAvailability';
import { useAvailabilityLanguage } from './texts';

/** What the form says at the moment; undefined: this form does not give the control that column. */
export interface FormState {
  /** Logical name of the form's table. */
  readonly table: string;
  /** Null while the record is new. */
  readonly id: string | null;
  readonly productId: string | null | undefined;
  readonly unit: { readonly id: string; readonly name: string } | null | undefined;
  readonly quantity: number | null | undefined;
  readonly requestedDate: IsoDate | null | undefined;
  readonly total: number | null;
}

export interface ProductAvailabilityViewProps extends ControlSurroundings {
  readonly session: AvailabilitySession;
  readonly form: FormState;
  /** Null where the form is read-only, or has no requested delivery date. */
  readonly writeRequestedDate: ((date: IsoDate | null) => void) | null;
  readonly openAddress: (address: string) => void;
}

/** The control as the form shows it, whatever form that is and whatever goes wrong. */
export function ProductAvailabilityView(props: ProductAvailabilityViewProps): React.ReactElement {
  return (
    <ControlFrame language={props.language} clock={props.clock} theme={props.theme}>
      <OfTable {...props} />
    </ControlFrame>
  );
}

function OfTable({
  session,
  form,
  writeRequestedDate,
  openAddress,
}: ProductAvailabilityViewProps): React.ReactElement {
  const { texts } = useAvailabilityLanguage();
  const { table, id } = form;
  if (isLineTable(table)) {
    return (
      <LineAvailability
        session={session}
        form={{ ...form, record: id === null ? null : { table, id } }}
        writeRequestedDate={writeRequestedDate}
        openAddress={openAddress}
      />
    );
  }
  if (!isDocumentTable(table)) {
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
      <Notice
        icon="dash"
        tone="neutral"
        word={texts.say('summary_unsaved')}
        next={texts.say('next_unsaved')}
      />
    );
  }
  return (
    <DocumentAvailability
      session={session}
      form={{ ...form, record: { table, id } }}
      openAddress={openAddress}
    />
  );
}

function isLineTable(table: string): table is LineTable {
  return table === 'quotedetail' || table === 'salesorderdetail';
}
