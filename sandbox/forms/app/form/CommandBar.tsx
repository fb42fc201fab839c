import React from 'react';
import { useApp } from '../appContext';
import type { FormContext } from '../clientApi/formContext';
import { RibbonCommands } from '../commands/RibbonCommands';
import type { RecordSession } from '../record/recordSession';
import { Icon, type IconName } from '../shell/icons';
import { pageBehind, type RecordCommands } from './useRecordCommands';

interface CommandProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isDisabled: boolean;
  readonly run: () => Promise<unknown>;
}

function Command({ icon, label, isDisabled, run }: CommandProps): React.JSX.Element {
  return (
    <button type="button" className="command" disabled={isDisabled} onClick={() => void run()}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

interface CommandBarProps {
  readonly record: RecordSession;
  readonly commands: RecordCommands;
  readonly mayWrite: boolean;
  readonly formContext: FormContext;
}

/** The commands over a form; those that the user's roles do not allow are not there. */
export function CommandBar({ record, commands, mayWrite, formContext }: CommandBarProps): React.JSX.Element {
  const { session, navigate } = useApp();
  const { texts } = session;
  const { isBusy } = commands;
  const table = record.table.logicalName;
  const canWrite = mayWrite && !record.isInactive;
  return (
    <div className="command-bar" role="toolbar" aria-label={texts.commands}>
      <button
        type="button"
        className="command"
        aria-label={texts.back}
        onClick={() => void navigate(pageBehind(record))}
      >
        <Icon name="arrowLeft" />
      </button>
      {canWrite && (
        <>
          <Command icon="save" label={texts.save} isDisabled={isBusy} run={commands.save} />
          <Command
            icon="saveAndClose"
            label={texts.saveAndClose}
            isDisabled={isBusy}
            run={commands.saveAndClose}
          />
        </>
      )}
      {!record.isNew && session.hasPrivilege(table, 'Create', 0) && (
        <Command icon="add" label={texts.new} isDisabled={isBusy} run={commands.create} />
      )}
      {!record.isNew && session.hasPrivilege(table, 'Delete', 0) && (
        <Command icon="delete" label={texts.delete} isDisabled={isBusy} run={commands.remove} />
      )}
      {!record.isNew && (
        <Command icon="refresh" label={texts.refresh} isDisabled={isBusy} run={commands.refresh} />
      )}
      <RibbonCommands table={table} isNew={record.isNew} formContext={formContext} />
    </div>
  );
}
