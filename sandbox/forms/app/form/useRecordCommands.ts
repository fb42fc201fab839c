import { useState } from 'react';
import type { Page } from '../address';
import { useApp } from '../appContext';
import type { FormModel } from '../formXml/formModel';
import { isLookup } from '../record/columnValue';
import type { RecordSession } from '../record/recordSession';
import { fill } from '../texts/texts';
import { showFailure } from './failureText';

/** Lookups from a line to the document that it is part of. */
const parents: Readonly<Record<string, string>> = {
  quotedetail: 'quoteid',
  salesorderdetail: 'salesorderid',
};

/** Where a record's page goes when it is closed: to the document of a line, else to the table's list. */
export function pageBehind(record: RecordSession): Page {
  const parent = record.value(parents[record.table.logicalName] ?? '');
  return isLookup(parent)
    ? { kind: 'record', table: parent.table, id: parent.id, formId: null, defaults: {} }
    : { kind: 'list', table: record.table.logicalName, viewId: null };
}

/** Columns of the form that may not stay empty, and do. */
function missingColumns(form: FormModel, record: RecordSession): ReadonlySet<string> {
  const sections = form.tabs.flatMap((tab) => tab.columns.flatMap((column) => column.sections));
  const controls = [...form.header, ...sections.flatMap((section) => section.cells)].map(
    (cell) => cell.control,
  );
  return new Set(
    controls.flatMap((control) => {
      if (control?.kind !== 'column' || control.disabled) {
        return [];
      }
      const column = record.table.columns.get(control.column);
      const isRequired =
        column?.requiredLevel === 'ApplicationRequired' || column?.requiredLevel === 'SystemRequired';
      const isFilledByUser = record.isNew ? column?.canBeCreated : column?.canBeUpdated;
      return isRequired && isFilledByUser === true && record.value(control.column) === null
        ? [control.column]
        : [];
    }),
  );
}

export interface RecordCommands {
  readonly isBusy: boolean;
  /** Columns that were empty at the last attempt to save. */
  readonly missing: ReadonlySet<string>;
  /** @returns whether everything is saved */
  readonly save: () => Promise<boolean>;
  readonly saveAndClose: () => Promise<void>;
  readonly create: () => Promise<boolean>;
  readonly remove: () => Promise<void>;
  readonly refresh: () => Promise<void>;
}

/** What the command bar does with a record; refusals end in a dialog. */
export function useRecordCommands(record: RecordSession, form: FormModel): RecordCommands {
  const { session, dialogs, navigate, replacePage } = useApp();
  const { texts } = session;
  const [isBusy, setBusy] = useState(false);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    try {
      await work();
      return true;
    } catch (failure) {
      await showFailure(dialogs, texts, failure);
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function save(): Promise<boolean> {
    const empty = missingColumns(form, record);
    setMissing(empty);
    if (empty.size > 0) {
      return false;
    }
    const wasNew = record.isNew;
    const isSaved = await attempt(() => record.save());
    if (isSaved && wasNew) {
      replacePage({
        kind: 'record',
        table: record.table.logicalName,
        id: record.id,
        formId: form.id,
        defaults: {},
      });
    }
    return isSaved;
  }

  return {
    isBusy,
    missing,
    save,

    saveAndClose: async () => {
      const behind = pageBehind(record);
      if (await save()) {
        await navigate(behind);
      }
    },

    create: () => {
      const parent = parents[record.table.logicalName];
      const value = parent === undefined ? null : record.value(parent);
      return navigate({
        kind: 'record',
        table: record.table.logicalName,
        id: null,
        formId: form.id,
        defaults:
          parent !== undefined && isLookup(value)
            ? { [parent]: value.id, [`${parent}name`]: value.name, [`${parent}type`]: value.table }
            : {},
      });
    },

    remove: async () => {
      const isSure = await dialogs.open('confirm', {
        title: texts.confirmDeletion,
        text: fill(texts.deleteQuestion, record.table.label),
        okLabel: texts.delete,
      });
      const behind = pageBehind(record);
      if (isSure && (await attempt(() => record.remove()))) {
        await navigate(behind);
      }
    },

    refresh: async () => {
      if (record.isDirty) {
        const isSure = await dialogs.open('confirm', {
          title: texts.unsavedTitle,
          text: texts.refreshQuestion,
        });
        if (!isSure) {
          return;
        }
        record.discard();
      }
      await attempt(() => record.read());
    },
  };
}
