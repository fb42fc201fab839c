import { Refusal } from '../refusal';
import { addressParts, type AddressParts } from './addressParts';
import type { AllowList, RelayedAction, RelayedCompany, RelayedService } from './allowList';
import { readingQuery } from './queryOptions';
import type { QueryOptions } from './services';

/** A question to one service. */
export interface Reading {
  readonly kind: 'reading';
  readonly company: RelayedCompany;
  readonly service: RelayedService;
  readonly options: QueryOptions;
  /** Below `/ODataV4/`, written by the gateway. */
  readonly address: string;
}

/** A call of a procedure. */
export interface ActionCall {
  readonly kind: 'action';
  readonly company: RelayedCompany;
  readonly action: RelayedAction;
  /** Below `/ODataV4/`, written by the gateway. */
  readonly address: string;
}

/** What an address stands for; `companies`: the list of companies that may be asked. */
export type Resource = Reading | ActionCall | { readonly kind: 'batch' } | { readonly kind: 'companies' };

const companyByName = /^Company\('((?:[^']|'')+)'\)$/;
const companyById = /^Company\(Id=([0-9a-f-]{36})\)$/i;

/** What is asked without a company and without options. */
const withoutCompany: ReadonlyMap<string, 'batch' | 'companies'> = new Map([
  ['$batch', 'batch'],
  ['Company', 'companies'],
]);

function notAllowed(): Refusal {
  return new Refusal(
    'Gateway_NotAllowed',
    'The gateway relays the services and actions of its list, and nothing else.',
  );
}

function allowedCompany(company: RelayedCompany | null): RelayedCompany {
  if (company === null) {
    throw new Refusal('Gateway_CompanyNotAllowed', 'The gateway does not relay to this company.');
  }
  return company;
}

function companyIn(segment: string, allowed: AllowList): RelayedCompany | null {
  const name = companyByName.exec(segment)?.[1];
  if (name !== undefined) {
    return allowedCompany(allowed.companyNamed(name.replace(/''/g, "'")));
  }
  const id = companyById.exec(segment)?.[1];
  return id === undefined ? null : allowedCompany(allowed.companyWithId(id));
}

function actionCall(name: string, { options }: AddressParts, allowed: AllowList): ActionCall {
  const action = allowed.action(name);
  const [option, ...others] = options;
  if (action === null) {
    throw notAllowed();
  }
  if (option?.[0] !== 'company' || others.length > 0) {
    throw new Refusal('Gateway_BadRequest', 'An action takes the query option company, and no other.');
  }
  const [, text] = option;
  const company = allowedCompany(allowed.companyNamed(text) ?? allowed.companyWithId(text));
  return {
    kind: 'action',
    company,
    action,
    address: `${action.publishedName}?company=${encodeURIComponent(text)}`,
  };
}

/**
 * What an address stands for: a service of a company, an action, or a batch.
 * @param address below `/ODataV4/`, as it came
 * @throws Refusal where it is malformed, or nothing that is allowed
 */
export function resourceAt(address: string, allowed: AllowList): Resource {
  const parts = addressParts(address);
  const [first = '', second, beyond] = parts.segments;
  if (beyond !== undefined) {
    throw notAllowed();
  }
  if (second === undefined) {
    const kind = withoutCompany.get(first);
    return kind !== undefined && parts.options.length === 0 ? { kind } : actionCall(first, parts, allowed);
  }
  const company = companyIn(first, allowed);
  const service = company === null ? null : allowed.service(second);
  if (company === null || service === null) {
    throw notAllowed();
  }
  const query = readingQuery(parts.options);
  const path = `${company.segment}/${service.publishedName}`;
  return {
    kind: 'reading',
    company,
    service,
    options: new Map(parts.options),
    address: query === '' ? path : `${path}?${query}`,
  };
}
