import React, { useEffect, useState } from 'react';
import { useApp } from '../appContext';
import type { Table } from '../dataverse/table';
import { textLiteral } from '../dataverse/textLiteral';
import { FailurePage } from '../shell/FailurePage';
import { Icon } from '../shell/icons';
import { fill } from '../texts/texts';
import { useLoaded } from '../useLoaded';
import { Pager } from './Pager';
import { RowsTable } from './RowsTable';
import { useRows } from './useRows';
import { addressOfView, viewsOf, type Order, type View } from './view';

const rowsPerPage = 50;

interface LoadedList {
  readonly table: Table;
  readonly views: readonly [View, ...View[]];
}

/** The rows of a table, by one of its views. */
export function ListPage({
  table: name,
  viewId,
}: {
  readonly table: string;
  readonly viewId: string | null;
}): React.JSX.Element {
  const { session } = useApp();
  const loading = useLoaded<LoadedList>(name, async () => {
    const table = await session.tables.tableOf(name);
    return { table, views: await viewsOf(table, session.user.id) };
  });
  switch (loading.state) {
    case 'loading':
      return (
        <p className="loading" role="status">
          {session.texts.loading}
        </p>
      );
    case 'failed':
      return <FailurePage failure={loading.failure} />;
    case 'loaded':
      return <List {...loading.loaded} viewId={viewId} />;
  }
}

/** Quick find: the text in the row's name, or in another text that its view shows. */
function searchFilter(table: Table, view: View, text: string): string | null {
  if (text === '') {
    return null;
  }
  const searched = new Set([table.primaryName, ...view.columns.map((column) => column.name)]);
  return `(${[...searched]
    .filter((name) => table.columns.get(name)?.kind === 'text')
    .map((name) => `contains(${name},${textLiteral(text)})`)
    .join(' or ')})`;
}

function List({ table, views, viewId }: LoadedList & { readonly viewId: string | null }): React.JSX.Element {
  const { session, navigate, replacePage, appName } = useApp();
  const { texts } = session;
  const [typed, setTyped] = useState('');
  const [searched, setSearched] = useState('');
  const [order, setOrder] = useState<Order | null>(null);
  const view = views.find(({ id }) => id === viewId) ?? views[0];
  const filter = searchFilter(table, view, searched);
  const page = useRows(addressOfView(table, view, filter, order), rowsPerPage);
  useEffect(() => {
    document.title = `${view.name} - ${appName}`;
  }, [view.name, appName]);
  return (
    <div className="list-page">
      <div className="command-bar" role="toolbar" aria-label={texts.commands}>
        {session.hasPrivilege(table.logicalName, 'Create', 0) && (
          <button
            type="button"
            className="command"
            onClick={() =>
              void navigate({
                kind: 'record',
                table: table.logicalName,
                id: null,
                formId: null,
                defaults: {},
              })
            }
          >
            <Icon name="add" />
            <span>{texts.new}</span>
          </button>
        )}
        <button type="button" className="command" onClick={page.reload}>
          <Icon name="refresh" />
          <span>{texts.refresh}</span>
        </button>
      </div>
      <div className="card list-card">
        <header className="list-header">
          <h1>
            {views.length > 1 ? (
              <select
                className="view-selector"
                aria-label={texts.viewSelector}
                value={view.id}
                onChange={(event) =>
                  replacePage({ kind: 'list', table: table.logicalName, viewId: event.target.value })
                }
              >
                {views.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            ) : (
              view.name
            )}
          </h1>
          <form
            role="search"
            className="list-search"
            onSubmit={(event) => {
              event.preventDefault();
              setSearched(typed.trim());
            }}
          >
            <input
              type="search"
              className="input"
              aria-label={fill(texts.searchView, view.name)}
              placeholder={texts.search}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                if (event.target.value === '') {
                  setSearched('');
                }
              }}
            />
            <button type="submit" className="icon-button" aria-label={texts.search}>
              <Icon name="search" />
            </button>
          </form>
        </header>
        {page.failure === null ? (
          <RowsTable
            table={table}
            view={view}
            rows={page.rows}
            label={view.name}
            order={order}
            setOrder={setOrder}
            isLoading={page.isLoading}
          />
        ) : (
          <FailurePage failure={page.failure} />
        )}
        <Pager page={page} />
      </div>
    </div>
  );
}
