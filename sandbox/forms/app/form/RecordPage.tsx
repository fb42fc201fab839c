import React, { useEffect, useMemo, useRef, useState } from 'react';
import { useApp } from '../appContext';
import { formContextOf, type FormNotifications } from '../clientApi/formContext';
import type { FormModel } from '../formXml/formModel';
import type { RecordSession } from '../record/recordSession';
import { FailurePage } from '../shell/FailurePage';
import { CommandBar } from './CommandBar';
import { FormBody } from './FormBody';
import { RecordHeader } from './RecordHeader';
import { RecordNotifications } from './RecordNotifications';
import { useLoadedForm } from './useLoadedForm';
import { useRecord } from './useRecord';
import { useRecordCommands } from './useRecordCommands';

interface RecordPageProps {
  readonly table: string;
  readonly id: string | null;
  readonly formId: string | null;
  readonly defaults: Readonly<Record<string, string>>;
}

/** A record on one of its table's main forms. */
export function RecordPage({ table, id, formId, defaults }: RecordPageProps): React.JSX.Element {
  const { texts } = useApp().session;
  const loading = useLoadedForm(table, id, defaults);
  switch (loading.state) {
    case 'loading':
      return (
        <p className="loading" role="status">
          {texts.loading}
        </p>
      );
    case 'failed':
      return <FailurePage failure={loading.failure} />;
    case 'loaded': {
      const { record, forms } = loading.loaded;
      const form = forms.find((candidate) => candidate.id === formId) ?? forms[0];
      return <RecordForm record={record} forms={forms} form={form} />;
    }
  }
}

interface RecordFormProps {
  readonly record: RecordSession;
  readonly forms: readonly FormModel[];
  readonly form: FormModel;
}

function RecordForm({ record, forms, form }: RecordFormProps): React.JSX.Element {
  const { dialogs, guardLeaving, session, appName } = useApp();
  useRecord(record);
  const commands = useRecordCommands(record, form);
  const { save } = commands;
  const [shownTab, showTab] = useState(0);
  const [scripted, setScripted] = useState<FormNotifications>(new Map());
  const latest = useRef({ save });
  latest.current = { save };
  const formContext = useMemo(
    () =>
      formContextOf(record, form, {
        showTab,
        changeNotifications: setScripted,
        save: () => latest.current.save(),
      }),
    [record, form],
  );
  // Another form of the record begins with its first tab.
  useEffect(() => showTab(0), [form]);

  useEffect(() => {
    document.title = `${record.name || record.table.label} - ${appName}`;
  });

  // Anew after every drawing, so that the guard saves by the commands of that moment.
  useEffect(() => {
    if (!record.isDirty) {
      return undefined;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    guardLeaving(async () => {
      const answer = await dialogs.open('unsaved', null);
      return answer === 'discard' || (answer === 'save' && (await save()));
    });
    return () => {
      window.removeEventListener('beforeunload', warn);
      guardLeaving(null);
    };
  });

  const mayWrite = session.hasPrivilege(record.table.logicalName, record.isNew ? 'Create' : 'Write', 0);
  const isReadOnly = record.isInactive || !mayWrite;
  return (
    <div className="record-page">
      <CommandBar record={record} commands={commands} mayWrite={mayWrite} formContext={formContext} />
      <RecordNotifications
        record={record}
        mayWrite={mayWrite}
        missing={commands.missing}
        scripted={scripted}
      />
      <RecordHeader record={record} forms={forms} form={form} />
      <FormBody
        key={form.id ?? ''}
        record={record}
        form={form}
        shown={shownTab}
        show={showTab}
        isReadOnly={isReadOnly}
        missing={commands.missing}
      />
    </div>
  );
}
