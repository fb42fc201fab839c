import React, { useEffect } from 'react';
import { useApp } from '../appContext';
import { request, rowsOf, textIn } from '../dataverse/request';
import { failureMessage } from '../form/failureText';
import { useLoaded } from '../useLoaded';
import {
  availabilityRecords,
  couplingRecords,
  findDemoRecords,
  statisticsRecords,
  type DemoRecord,
} from './demoRecords';
import { Link } from './Link';

const wordOf = {
  quote: 'quote',
  salesorder: 'order',
  account: 'account',
  product: 'product',
  invoice: 'invoice',
} as const;

function Records({ records }: { readonly records: readonly DemoRecord[] }): React.JSX.Element {
  const loading = useLoaded(records[0]?.key ?? '', () => findDemoRecords(records));
  switch (loading.state) {
    case 'loading':
      return <p role="status">Loading…</p>;
    case 'failed':
      return <p className="field-error">{failureMessage(loading.failure)}</p>;
    case 'loaded':
      return (
        <ul className="home-list">
          {loading.loaded.map(({ table, id, key, name, explanation }) => (
            <li key={id}>
              <Link to={{ kind: 'record', table, id, formId: null, defaults: {} }}>
                Open the {wordOf[table]} “{name}”
              </Link>
              {key !== name && <span className="home-number">{key}</span>}
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
        <Records records={availabilityRecords} />
      </section>
      <section className="card" aria-labelledby="home-accounts">
        <h2 id="home-accounts">Is this customer good?</h2>
        <Records records={statisticsRecords} />
      </section>
      <section className="card" aria-labelledby="home-couplings">
        <h2 id="home-couplings">Which record of Business Central is this?</h2>
        <Records records={couplingRecords} />
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
