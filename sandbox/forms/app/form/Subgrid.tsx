import React, { useState } from 'react';
import { useApp } from '../appContext';
import { request } from '../dataverse/request';
import type { Table } from '../dataverse/table';
import type { SubgridControl } from '../formXml/formModel';
import { Pager } from '../list/Pager';
import { RowsTable } from '../list/RowsTable';
import { useRows } from '../list/useRows';
import { addressOfView, viewsOf, type Order, type View } from '../list/view';
import type { RecordSession } from '../record/recordSession';
import { Icon } from '../shell/icons';
import { fill } from '../texts/texts';
import { useLoaded } from '../useLoaded';
import { failureMessage, showFailure } from './failureText';

interface SubgridProps {
  readonly control: SubgridControl;
  readonly record: RecordSession;
  readonly label: string;
}

interface LoadedSubgrid {
  readonly table: Table;
  readonly view: View;
  /** The lookup that ties the rows to the record. */
  readonly parentColumn: string;
}

/** A list of the rows that belong to the record. */
export function Subgrid({ control, record, label }: SubgridProps): React.JSX.Element {
  const { session } = useApp();
  const loading = useLoaded<LoadedSubgrid>(control.relationship, async () => {
    const table = await session.tables.tableOf(control.table);
    const views = await viewsOf(table, session.user.id);
    const relationship = table.manyToOne.find(({ schemaName }) => schemaName === control.relationship);
    return {
      table,
      view: views.find(({ id }) => id === control.viewId) ?? views[0],
      parentColumn: relationship?.column ?? '',
    };
  });
  if (record.isNew) {
    return <p className="no-rows">{session.texts.saveFirst}</p>;
  }
  switch (loading.state) {
    case 'loading':
      return (
        <p className="no-rows" role="status">
          {session.texts.loading}
        </p>
      );
    case 'failed':
      return <p className="field-error">{failureMessage(loading.failure)}</p>;
    case 'loaded':
      return (
        <SubgridRows {...loading.loaded} record={record} label={label} rowsPerPage={control.rowsPerPage} />
      );
  }
}

interface SubgridRowsProps extends LoadedSubgrid {
  readonly record: RecordSession;
  readonly label: string;
  readonly rowsPerPage: number;
}

function SubgridRows({
  table,
  view,
  parentColumn,
  record,
  label,
  rowsPerPage,
}: SubgridRowsProps): React.JSX.Element {
  const { session, dialogs, navigate } = useApp();
  const { texts } = session;
  const [order, setOrder] = useState<Order | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const filter = `_${parentColumn}_value eq ${record.id ?? ''}`;
  const page = useRows(addressOfView(table, view, filter, order), rowsPerPage);
  const mayWrite = !record.isInactive && session.hasPrivilege(record.table.logicalName, 'Write', 0);

  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) {
      next.add(id);
    }
    setSelected(next);
  };

  const add = () =>
    navigate({
      kind: 'record',
      table: table.logicalName,
      id: null,
      formId: null,
      defaults: {
        [parentColumn]: record.id ?? '',
        [`${parentColumn}name`]: record.name,
        [`${parentColumn}type`]: record.table.logicalName,
      },
    });

  const remove = async () => {
    const isSure = await dialogs.open('confirm', {
      title: texts.confirmDeletion,
      text: fill(texts.deleteRowsQuestion, selected.size),
      okLabel: texts.delete,
    });
    if (!isSure) {
      return;
    }
    try {
      for (const id of selected) {
        await request(`${table.entitySetName}(${id})`, { method: 'DELETE' });
      }
    } catch (failure) {
      await showFailure(dialogs, texts, failure);
    }
    setSelected(new Set());
    page.reload();
    // The totals of the document follow its lines.
    await record.read();
  };

  return (
    <div className="subgrid">
      {mayWrite && (
        <div className="subgrid-commands" role="toolbar" aria-label={label}>
          {selected.size > 0 && (
            <button type="button" className="command" onClick={() => void remove()}>
              <Icon name="delete" />
              <span>{texts.delete}</span>
            </button>
          )}
          <button type="button" className="command" onClick={() => void add()}>
            <Icon name="add" />
            <span>{fill(texts.newRecord, table.label)}</span>
          </button>
          <button type="button" className="command" onClick={page.reload}>
            <Icon name="refresh" />
            <span>{texts.refresh}</span>
          </button>
        </div>
      )}
      {page.failure === null ? (
        <RowsTable
          table={table}
          view={view}
          rows={page.rows}
          label={label}
          order={order}
          setOrder={setOrder}
          isLoading={page.isLoading}
          {...(mayWrite ? { selection: { ids: selected, toggle } } : {})}
        />
      ) : (
        <p className="field-error">{failureMessage(page.failure)}</p>
      )}
      <Pager page={page} />
    </div>
  );
}
