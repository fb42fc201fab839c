import React, { useEffect, useRef } from 'react';
import { useApp } from '../appContext';
import { Icon } from './icons';

interface ModalProps {
  readonly title: string;
  /** Escape, or the cross in the corner. */
  readonly dismiss: () => void;
  readonly children: React.ReactNode;
}

let lastTitle = 0;

/** A modal dialog on the browser's own `<dialog>`, which keeps the focus inside and returns it when it closes. */
export function Modal({ title, dismiss, children }: ModalProps): React.JSX.Element {
  const { texts } = useApp().session;
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useRef(`dialog-title-${++lastTitle}`);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    const dialog = element.current;
    const cancel = (event: Event) => {
      event.preventDefault();
      dismiss();
    };
    dialog?.addEventListener('cancel', cancel);
    return () => dialog?.removeEventListener('cancel', cancel);
  }, [dismiss]);
  return (
    <dialog ref={element} className="modal" aria-labelledby={titleId.current}>
      <header>
        <h2 id={titleId.current}>{title}</h2>
        <button type="button" className="icon-button" aria-label={texts.close} onClick={dismiss}>
          <Icon name="dismiss" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
