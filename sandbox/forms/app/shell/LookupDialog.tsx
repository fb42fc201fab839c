import React from 'react';
import { useApp } from '../appContext';
import { LookupSearch } from '../fields/LookupSearch';
import type { LookupReference } from '../record/columnValue';
import { Modal } from './Modal';

interface LookupDialogProps {
  readonly tables: readonly string[];
  readonly close: (chosen: LookupReference | null) => void;
}

const everyRow = () => Promise.resolve(null);

/** The dialog behind `context.utils.lookupObjects`. */
export function LookupDialog({ tables, close }: LookupDialogProps): React.JSX.Element {
  const { texts } = useApp().session;
  return (
    <Modal title={texts.lookUp} dismiss={() => close(null)}>
      <label htmlFor="lookup-dialog">{texts.search}</label>
      <LookupSearch id="lookup-dialog" tables={tables} filterOf={everyRow} choose={close} />
      <footer>
        <button type="button" onClick={() => close(null)}>
          {texts.cancel}
        </button>
      </footer>
    </Modal>
  );
}
