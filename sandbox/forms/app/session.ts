import { readApps, type AppModule } from './apps/appModule';
import { objectsIn, request, rowsOf, textIn } from './dataverse/request';
import { labelIn } from './dataverse/readTable';
import { createTables, type Tables } from './dataverse/tables';
import { cultureIn, formatColumns, type Culture } from './format/culture';
import { isLookup } from './record/columnValue';
import type { RecordSession } from './record/recordSession';
import { textsIn, type Texts } from './texts/texts';

/** A user that the sandbox lets one be. */
export interface SandboxUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Who is signed in, and how this user reads and writes. */
export interface Session {
  readonly user: SandboxUser;
  readonly users: readonly SandboxUser[];
  /** The user's security roles, also those held through teams. */
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** Their ids. */
  readonly roleIds: readonly string[];
  /** The apps that the user may open, beside Sales Hub. */
  readonly apps: readonly AppModule[];
  /** Language of the user interface, a Windows locale id. */
  readonly language: number;
  /** The user's formats, which need not be those of the language. */
  readonly culture: Culture;
  readonly texts: Texts;
  readonly tables: Tables;
  /** Plural names of all tables, by logical name. */
  readonly collectionLabels: ReadonlyMap<string, string>;
  readonly baseCurrencySymbol: string;
  /** Symbol of the currency that a record is in. */
  currencySymbolOf(record: RecordSession): string;
  /**
   * Whether the user's roles let him do something with a table.
   * @param verb as in the privilege's name: `Read`, `AppendTo`, …
   * @param depth the least that is asked for: 0 own rows … 3 organization
   */
  hasPrivilege(table: string, verb: string, depth: number): boolean;
}

function usersIn(answer: unknown): SandboxUser[] {
  return objectsIn(answer).map((user) => ({
    id: textIn(user['id']),
    name: textIn(user['name']),
    roles: Array.isArray(user['roles']) ? user['roles'].map(textIn) : [],
  }));
}

/** Finds a user as an address names one: by id, by full name, or by the first word of it. */
function findUser(users: readonly SandboxUser[], wanted: string): SandboxUser | undefined {
  const word = wanted.toLowerCase();
  return users.find(({ id, name }) => {
    const lower = name.toLowerCase();
    return id === word || lower === word || lower.split(' ')[0] === word;
  });
}

async function signIn(userId: string): Promise<void> {
  await fetch('/sandbox/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ userId }),
  });
}

/** What the platform tells its own client of the signed-in user before anything else. */
interface SignedIn {
  readonly userId: string;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** How far each privilege reaches: `privileges.quote.Write` is 0 for own rows … 3 for the organization. */
  readonly privileges: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

async function signedIn(): Promise<SignedIn> {
  return (await (await fetch('/sandbox/session')).json()) as SignedIn;
}

async function currencySymbols(): Promise<ReadonlyMap<string, string>> {
  const currencies = rowsOf(await request('transactioncurrencies?$select=currencysymbol'));
  return new Map(
    currencies.map((currency) => [
      textIn(currency['transactioncurrencyid']),
      textIn(currency['currencysymbol']),
    ]),
  );
}

/**
 * Signs in and reads what the whole page needs to know.
 * @param wanted the user that the address names, if any
 * @param language the language that the address asks for in place of the user's own
 * @throws DataverseError
 */
export async function openSession(wanted: string | null, language: number | null): Promise<Session> {
  const users = usersIn(await (await fetch('/sandbox/users')).json());
  const wantedUser = wanted === null ? undefined : findUser(users, wanted);
  if (wantedUser !== undefined) {
    await signIn(wantedUser.id);
  }
  const { userId, roles, privileges } = await signedIn();
  const roleIds = roles.map(({ id }) => id);
  const [settings, organization, definitions, symbols, apps] = await Promise.all([
    request(
      `usersettingscollection(${userId})?$select=uilanguageid,localeid,${Object.values(formatColumns).join(',')}`,
    ),
    request('organizations?$select=_basecurrencyid_value'),
    request('EntityDefinitions?$select=LogicalName,EntitySetName,DisplayCollectionName').then(rowsOf),
    currencySymbols(),
    readApps(roleIds),
  ]);
  const uiLanguage = language ?? Number(settings['uilanguageid']);
  const baseCurrency = textIn(rowsOf(organization)[0]?.['_basecurrencyid_value']);
  const symbolOf = (currency: string) => symbols.get(currency) ?? symbols.get(baseCurrency) ?? '';
  return {
    user: users.find(({ id }) => id === userId) ?? { id: userId, name: '', roles: [] },
    users,
    roles,
    roleIds,
    apps,
    language: uiLanguage,
    culture: cultureIn(settings),
    texts: textsIn(uiLanguage),
    tables: createTables(
      uiLanguage,
      new Map(
        definitions.map((definition) => [
          textIn(definition['LogicalName']),
          textIn(definition['EntitySetName']),
        ]),
      ),
    ),
    collectionLabels: new Map(
      definitions.map((definition) => [
        textIn(definition['LogicalName']),
        labelIn(definition['DisplayCollectionName'], uiLanguage),
      ]),
    ),
    baseCurrencySymbol: symbolOf(baseCurrency),
    currencySymbolOf(record) {
      const currency = record.value('transactioncurrencyid');
      return symbolOf(isLookup(currency) ? currency.id : '');
    },
    hasPrivilege: (table, verb, depth) => (privileges[table]?.[verb] ?? -1) >= Math.max(depth, 0),
  };
}
