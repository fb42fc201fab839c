import React from 'react';
import { useApp } from '../appContext';
import type { OpenDialog } from './dialogs';
import { LookupDialog } from './LookupDialog';
import { Modal } from './Modal';

function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = 'ErrorDetails.txt';
  link.click();
  URL.revokeObjectURL(link.href);
}

function DialogOf({ dialog }: { readonly dialog: OpenDialog }): React.JSX.Element {
  const { texts } = useApp().session;
  switch (dialog.kind) {
    case 'alert': {
      const close = () => dialog.close(undefined);
      return (
        <Modal title={dialog.asked.title ?? texts.notice} dismiss={close}>
          <p>{dialog.asked.text}</p>
          <footer>
            <button type="button" className="primary" onClick={close}>
              {dialog.asked.okLabel ?? texts.ok}
            </button>
          </footer>
        </Modal>
      );
    }
    case 'confirm': {
      const { asked, close } = dialog;
      return (
        <Modal title={asked.title ?? texts.confirm} dismiss={() => close(false)}>
          {asked.subtitle !== undefined && <p className="subtitle">{asked.subtitle}</p>}
          <p>{asked.text}</p>
          <footer>
            <button type="button" className="primary" onClick={() => close(true)}>
              {asked.okLabel ?? texts.ok}
            </button>
            <button type="button" onClick={() => close(false)}>
              {asked.cancelLabel ?? texts.cancel}
            </button>
          </footer>
        </Modal>
      );
    }
    case 'unsaved':
      return (
        <Modal title={texts.unsavedTitle} dismiss={() => dialog.close('stay')}>
          <p>{texts.unsavedText}</p>
          <footer>
            <button type="button" className="primary" onClick={() => dialog.close('save')}>
              {texts.saveAndContinue}
            </button>
            <button type="button" onClick={() => dialog.close('discard')}>
              {texts.discard}
            </button>
          </footer>
        </Modal>
      );
    case 'error': {
      const { title, message, details } = dialog.asked;
      const close = () => dialog.close(undefined);
      return (
        <Modal title={title} dismiss={close}>
          <p>{message}</p>
          <footer>
            {details !== undefined && (
              <button type="button" onClick={() => save(details)}>
                {texts.downloadLog}
              </button>
            )}
            <button type="button" className="primary" onClick={close}>
              {texts.ok}
            </button>
          </footer>
        </Modal>
      );
    }
    case 'lookup':
      return <LookupDialog tables={dialog.asked.tables} close={dialog.close} />;
  }
}

/** The dialogs that are open; the browser keeps the focus inside the last one and gives it back in the end. */
export function DialogHost({ open }: { readonly open: readonly OpenDialog[] }): React.JSX.Element {
  return (
    <>
      {open.map((dialog) => (
        <DialogOf key={dialog.key} dialog={dialog} />
      ))}
    </>
  );
}
