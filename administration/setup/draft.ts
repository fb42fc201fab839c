import { readGatewayAddress } from '../../businessCentral/administration/gatewayAddress';
import { readOdataAddress } from '../../businessCentral/administration/odataAddress';
import type { AddressReading } from '../../businessCentral/administration/typedAddress';
import { readWebClientAddress } from '../../businessCentral/administration/webClientAddress';
import type { ConnectionEntries, ConnectionRow } from '../../sales/administration/types';
import { parseServiceSettings, serviceSettingsText, wasKeyAccepted } from '../../sales/serviceSettings';
import { isSetUp } from './judgements';
import type { AskedConnection } from './setupQuestions';

/** What is entered in the setup, saved or not. */
export interface Draft {
  readonly way: 'gateway' | 'direct';
  /** The risk of the direct way has been read. */
  readonly isRiskAccepted: boolean;
  readonly gatewayUrl: string;
  readonly odataUrl: string;
  readonly company: string;
  readonly webClientUrl: string;
  readonly userName: string;
  /** Until it is saved; empty: none typed. */
  readonly key: string;
}

/** The columns that both ways fill in, by the names of the draft; text keys `column_<name>`. */
export const draftColumns = ['gatewayUrl', 'odataUrl', 'company', 'webClientUrl', 'userName'] as const;

export type DraftColumn = (typeof draftColumns)[number];

/** Name of a connection of which no company is known yet. */
const nameless = 'Business Central';

/** What is entered to begin with. @param row null: there is no connection yet, and the gateway is recommended */
export function draftOf(row: ConnectionRow | null): Draft {
  const isDirect = row !== null && row.gatewayUrl === '' && row.odataUrl !== '';
  return {
    way: isDirect ? 'direct' : 'gateway',
    isRiskAccepted: isDirect,
    gatewayUrl: row?.gatewayUrl ?? '',
    odataUrl: row?.odataUrl ?? '',
    company: row?.company ?? '',
    webClientUrl: row?.webClientUrl ?? '',
    userName: row?.userName ?? '',
    key: '',
  };
}

/** The addresses of a draft as they are read. */
export interface DraftAddresses {
  readonly gateway: AddressReading;
  readonly odata: AddressReading;
  readonly webClient: AddressReading;
  /** What the web client's address probably is, by that of the services; null: nobody knows. */
  readonly webClientProposal: string | null;
}

export function addressesOf({ way, gatewayUrl, odataUrl, webClientUrl }: Draft): DraftAddresses {
  const odata = readOdataAddress(odataUrl);
  const fromServices = way === 'direct' && odata.ok ? readWebClientAddress(odata.url) : null;
  return {
    gateway: readGatewayAddress(gatewayUrl),
    odata,
    webClient: readWebClientAddress(webClientUrl),
    webClientProposal:
      fromServices === null ? null : fromServices.ok ? fromServices.url : fromServices.suggestion,
  };
}

function kept(reading: AddressReading, typed: string): string {
  return reading.ok ? reading.url : typed.trim();
}

/**
 * What the first step may save by itself: the gateway's address on a connection that nobody works with yet, for whoever takes
 * the setup up. A connection in use is changed by the second step alone, once its whole way has been tested.
 */
export function entriesOfWay(draft: Draft, row: ConnectionRow | null): ConnectionEntries {
  return draft.way === 'gateway' && (row === null || !isSetUp(row))
    ? changed({ gatewayUrl: kept(addressesOf(draft).gateway, draft.gatewayUrl) }, row)
    : {};
}

/**
 * What of the first two steps differs from what is saved.
 * @param isAccepted Business Central has just accepted what is entered
 */
export function entriesOf(draft: Draft, row: ConnectionRow | null, isAccepted: boolean): ConnectionEntries {
  const { gateway, odata, webClient } = addressesOf(draft);
  const company = draft.company.trim();
  const common = {
    ...changed(
      {
        gatewayUrl: draft.way === 'gateway' ? kept(gateway, draft.gatewayUrl) : '',
        company,
        webClientUrl: kept(webClient, draft.webClientUrl),
        ...(company !== '' && (row === null || row.name === '' || row.name === nameless)
          ? { name: company }
          : {}),
      },
      row,
    ),
  };
  return draft.way === 'gateway'
    ? common
    : {
        ...common,
        ...changed({ odataUrl: kept(odata, draft.odataUrl), userName: draft.userName.trim() }, row),
        ...changedMark(draft, row, isAccepted),
        ...(draft.key === '' ? {} : { webServiceAccessKey: draft.key }),
      };
}

/** A key that has not been accepted yet is not called expired when it is refused. */
function changedMark(
  { userName, key }: Draft,
  row: ConnectionRow | null,
  isAccepted: boolean,
): ConnectionEntries {
  const services = row?.services ?? '';
  const was = wasKeyAccepted(services);
  const isSame = key === '' && userName.trim() === row?.userName;
  const is = isAccepted || (was && isSame);
  return is === was ? {} : { services: serviceSettingsText(parseServiceSettings(services), is) };
}

/** What a connection is made with that is not there yet. */
export function firstEntries(entries: ConnectionEntries): ConnectionEntries {
  return { name: nameless, isDefault: true, matchBy: 'coupling', ...entries };
}

function changed<Entries extends Partial<Pick<ConnectionRow, DraftColumn | 'name'>>>(
  entries: Entries,
  row: ConnectionRow | null,
): Partial<Entries> {
  const names = Object.keys(entries) as (keyof Entries & (DraftColumn | 'name'))[];
  return Object.fromEntries(
    names
      .filter((name) => entries[name] !== (row?.[name] ?? ''))
      .map((name) => [name, entries[name]] as const),
  ) as Partial<Entries>;
}

/** What somebody else has saved otherwise than it is entered here. */
export function differencesOf(
  draft: Draft,
  theirs: ConnectionRow,
): readonly { readonly column: DraftColumn; readonly mine: string; readonly theirs: string }[] {
  const mine: Readonly<Record<DraftColumn, string>> = {
    ...draft,
    gatewayUrl: draft.way === 'gateway' ? draft.gatewayUrl : '',
  };
  return draftColumns
    .filter((column) => mine[column].trim() !== theirs[column])
    .map((column) => ({ column, mine: mine[column], theirs: theirs[column] }));
}

/**
 * The connection to be tried.
 * @param storedOn id of the connection whose stored key is taken where none is typed
 * @returns null where there is not enough to try
 */
export function askedOf(
  draft: Draft,
  storedOn: string | null,
  workedBefore: boolean,
): AskedConnection | null {
  const { gateway, odata } = addressesOf(draft);
  const company = draft.company.trim();
  if (draft.way === 'gateway') {
    return gateway.ok ? { way: 'gateway', gatewayUrl: gateway.url, company } : null;
  }
  const userName = draft.userName.trim();
  const hasKey = draft.key !== '' || storedOn !== null;
  return odata.ok && userName !== '' && hasKey
    ? {
        way: 'direct',
        odataUrl: odata.url,
        company,
        userName,
        key: draft.key === '' ? null : draft.key,
        storedOn,
        workedBefore,
      }
    : null;
}
