import React, { useEffect, useRef, useState } from 'react';
import { useApp } from '../appContext';
import type { CodeComponentBinding } from '../formXml/formModel';
import { failureMessage } from '../form/failureText';
import type { RecordSession } from '../record/recordSession';
import { loadControl } from './controlLibrary';
import { MountedControl } from './mountedControl';

interface CodeComponentHostProps {
  readonly binding: CodeComponentBinding;
  readonly record: RecordSession;
  readonly label: string;
  readonly isDisabled: boolean;
}

/** The place of a code component on a form; what the control throws stays inside it. */
export function CodeComponentHost({
  binding,
  record,
  label,
  isDisabled,
}: CodeComponentHostProps): React.JSX.Element {
  const { session, dialogs, navigate, addressOf, address, formFactor } = useApp();
  const container = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedControl | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const placement = { label, isDisabled, formFactor, theme: address.switches.theme };
  /** What the control is mounted with: the page's functions change with every page, the control stays. */
  const latest = useRef({ placement, navigate, addressOf });
  latest.current = { placement, navigate, addressOf };

  useEffect(() => {
    let isWanted = true;
    loadControl(binding.name, session.language)
      .then((control) => {
        if (isWanted && container.current !== null) {
          const surroundings = {
            session,
            record,
            dialogs,
            navigate: (page: Parameters<typeof navigate>[0]) => latest.current.navigate(page),
            addressOf: (page: Parameters<typeof addressOf>[0]) => latest.current.addressOf(page),
          };
          mounted.current = new MountedControl(
            control,
            binding,
            surroundings,
            latest.current.placement,
            container.current,
            setFailure,
          );
        }
      })
      .catch(setFailure);
    return () => {
      isWanted = false;
      mounted.current?.destroy();
      mounted.current = null;
    };
  }, [session, record, dialogs, binding]);

  useEffect(() => {
    mounted.current?.place(latest.current.placement);
  }, [label, isDisabled, formFactor, address.switches.theme]);

  return (
    <div className="code-component" data-control={binding.name}>
      {failure !== null && (
        <p className="field-error" role="alert">
          {session.texts.controlFailed} {failureMessage(failure)}
        </p>
      )}
      <div ref={container} className="code-component-container" />
    </div>
  );
}
