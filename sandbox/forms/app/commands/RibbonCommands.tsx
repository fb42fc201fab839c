import React from 'react';
import { useApp } from '../appContext';
import type { FormContext } from '../clientApi/formContext';
import { showFailure } from '../form/failureText';
import { useLoaded } from '../useLoaded';
import { ribbonOf } from './entityRibbon';
import { runCommand } from './runCommand';

interface RibbonCommandsProps {
  readonly table: string;
  readonly isNew: boolean;
  readonly formContext: FormContext;
}

/** The commands that solutions have added to the forms of a table. */
export function RibbonCommands({ table, isNew, formContext }: RibbonCommandsProps): React.JSX.Element | null {
  const { session, dialogs } = useApp();
  const loading = useLoaded(`ribbon of ${table}`, () => ribbonOf(table));
  if (loading.state === 'failed') {
    return (
      <span className="field-error" role="alert">
        {loading.failure instanceof Error ? loading.failure.message : ''}
      </span>
    );
  }
  const commands = loading.state === 'loaded' ? loading.loaded : [];
  return (
    <>
      {commands
        .filter(({ isEnabled }) => isEnabled(isNew))
        .map((command) => (
          <button
            key={command.id}
            type="button"
            className="command"
            title={command.title}
            onClick={() => {
              runCommand(command, formContext).catch((failure: unknown) =>
                showFailure(dialogs, session.texts, failure),
              );
            }}
          >
            {command.image !== '' && <img className="icon" src={command.image} alt="" />}
            <span>{command.label}</span>
          </button>
        ))}
    </>
  );
}
