import React, { useEffect } from 'react';
import { useApp } from '../appContext';
import { request, rowsOf, textIn } from '../dataverse/request';
import { failureMessage } from '../form/failureText';
import { useLoaded } from '../useLoaded';
import { Link } from './Link';

interface DemoDocument {
  readonly table: 'quote' | 'salesorder';
  readonly number: string;
  readonly explanation: string;
}

/** What is worth opening first, in the order in which a newcomer would. */
const demoDocuments: readonly DemoDocument[] = [
  {
    table: 'quote',
    number: 'QUO-01001',
    explanation:
      'One line for each answer that Business Central can give: available, partly, expected, short, blocked, …',
  },
  { table: 'quote', number: 'QUO-01002', explanation: 'An ordinary quote of six lines, wanted in ten days.' },
  { table: 'salesorder', number: 'ORD-05001', explanation: 'The same on an order.' },
  {
    table: 'quote',
    number: 'QUO-01050',
    explanation: '50 different products: at most two requests to Business Central.',
  },
  { table: 'quote', number: 'QUO-02000', explanation: '1,000 different products.' },
  {
    table: 'quote',
    number: 'QUO-09999',
    explanation: 'Quantities that nobody should type: 0, negative, a thousand million, none.',
  },
  { table: 'quote', number: 'QUO-00000', explanation: 'No lines at all.' },
];

const numberColumns = { quote: 'quotenumber', salesorder: 'ordernumber' } as const;

interface FoundDocument extends DemoDocument {
  readonly id: string;
  readonly name: string;
}

async function findDocuments(): Promise<FoundDocument[]> {
  const idsOf = async (table: DemoDocument['table']) => {
    const number = numberColumns[table];
    const wanted = demoDocuments.filter((document) => document.table === table);
    const filter = wanted.map((document) => `${number} eq '${document.number}'`).join(' or ');
    const answer = await request(
      `${table}s?$select=${table}id,${number},name&$filter=${encodeURIComponent(filter)}`,
    );
    return new Map(rowsOf(answer).map((row) => [textIn(row[number]), row]));
  };
  const rows = { quote: await idsOf('quote'), salesorder: await idsOf('salesorder') };
  return demoDocuments.flatMap((document) => {
    const row = rows[document.table].get(document.number);
    return row === undefined
      ? []
      : [{ ...document, id: textIn(row[`${document.table}id`]), name: textIn(row['name']) }];
  });
}

function Documents(): React.JSX.Element {
  const loading = useLoaded('demo documents', findDocuments);
  switch (loading.state) {
    case 'loading':
      return <p role="status">Loading…</p>;
    case 'failed':
      return <p className="field-error">{failureMessage(loading.failure)}</p>;
    case 'loaded':
      return (
        <ul className="home-list">
          {loading.loaded.map(({ table, id, number, name, explanation }) => (
            <li key={id}>
              <Link to={{ kind: 'record', table, id, formId: null, defaults: {} }}>
                Open the {table === 'quote' ? 'quote' : 'order'} “{name}”
              </Link>
              <span className="home-number">{number}</span>
              <p>{explanation}</p>
            </li>
          ))}
        </ul>
      );
  }
}

/** What each user is there to show, by id. */
async function titlesOfUsers(): Promise<ReadonlyMap<string, string>> {
  const users = rowsOf(await request('systemusers?$select=title'));
  return new Map(users.map((user) => [textIn(user['systemuserid']), textIn(user['title'])]));
}

function Users(): React.JSX.Element {
  const { session, address, setSwitches } = useApp();
  const titles = useLoaded('titles of users', titlesOfUsers);
  return (
    <div className="rows-scroll">
      <table className="home-users">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">What for</th>
            <th scope="col">Security roles</th>
          </tr>
        </thead>
        <tbody>
          {session.users.map(({ id, name, roles }) => (
            <tr key={id}>
              <td>
                {id === session.user.id ? (
                  <strong>{name} (you)</strong>
                ) : (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => setSwitches({ ...address.switches, user: name, language: null })}
                  >
                    Be {name}
                  </button>
                )}
              </td>
              <td>{titles.state === 'loaded' ? titles.loaded.get(id) : ''}</td>
              <td>{roles.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The first page: what this is, what to open, how to make things go wrong. */
export function HomePage(): React.JSX.Element {
  const businessCentral = document.getElementById('app')?.dataset['businessCentral'] ?? '';
  useEffect(() => {
    document.title = 'Sandbox - Business Central for Sales';
  }, []);
  return (
    <div className="home" lang="en">
      <header className="card">
        <h1>Business Central for Sales: sandbox</h1>
        <p>
          This is a small Dynamics 365 Sales with the packed solution imported, beside a small Business
          Central with the demo company CRONUS. Both run on this computer alone. The strip at the top changes
          who you are, the language, the theme, the React version and the width; the address keeps what you
          chose.
        </p>
      </header>
      <section className="card" aria-labelledby="home-documents">
        <h2 id="home-documents">Can we deliver, and when?</h2>
        <Documents />
      </section>
      <section className="card" aria-labelledby="home-faults">
        <h2 id="home-faults">When Business Central fails</h2>
        <p>
          Make the small Business Central slow, refuse, break off or answer nonsense, then look at a quote
          again:{' '}
          <a href={`${businessCentral}/faults`} target="_blank" rel="noreferrer">
            faults of Business Central
          </a>
          . The connection that all this runs on is under{' '}
          <Link to={{ kind: 'list', table: 'bcs_connection', viewId: null }}>
            Business Central Connections
          </Link>
          .
        </p>
      </section>
      <section className="card" aria-labelledby="home-users">
        <h2 id="home-users">Users</h2>
        <Users />
      </section>
    </div>
  );
}
