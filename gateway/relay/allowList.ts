import type { AllowedCompany } from '../configuration/companies';
import {
  couplingCodeunit,
  couplingProcedures,
  couplingScope,
  readableServices,
  type ReadableService,
  type ServiceRule,
} from './services';
import type { Scope } from '../admission/scope';

/** A company as the relay knows it. */
export interface RelayedCompany {
  /** The same for every way of naming the company; by it answers are kept and dropped. */
  readonly key: string;
  /** How Business Central is told, percent-encoded: `Company('…')` or `Company(Id=…)`. */
  readonly segment: string;
}

/** A service that may be read, under the name that this Business Central has for it. */
export interface RelayedService extends ServiceRule {
  readonly name: ReadableService;
  readonly publishedName: string;
}

/** A procedure that may be called. */
export interface RelayedAction {
  /** `CRMCoupling_Couple`, whatever it is called in this Business Central. */
  readonly name: string;
  readonly publishedName: string;
  readonly scopes: readonly Scope[];
}

/** What may be asked of Business Central at all; all else is refused. */
export interface AllowList {
  /** As the configuration names them. */
  readonly companies: readonly AllowedCompany[];
  /** By name, case included, or null. */
  companyNamed(name: string): RelayedCompany | null;
  companyWithId(id: string): RelayedCompany | null;
  /** By the published name, case included, or null. */
  service(publishedName: string): RelayedService | null;
  action(publishedName: string): RelayedAction | null;
}

/** A text as a key or company name in an address: apostrophes doubled, percent-encoded once. */
function keyText(value: string): string {
  return encodeURIComponent(`'${value.replace(/'/g, "''")}'`);
}

/** @param renamed published names by contract names, where they differ */
export function allowListOf(
  companies: readonly AllowedCompany[],
  renamed: Readonly<Record<string, string>>,
): AllowList {
  const byName = new Map<string, RelayedCompany>();
  const byId = new Map<string, RelayedCompany>();
  for (const { name, id } of companies) {
    const key = id ?? name ?? '';
    if (name !== null) {
      byName.set(name, { key, segment: `Company(${keyText(name)})` });
    }
    if (id !== null) {
      byId.set(id, { key, segment: `Company(Id=${id})` });
    }
  }

  const services = new Map<string, RelayedService>();
  for (const [name, rule] of Object.entries(readableServices)) {
    const publishedName = renamed[name] ?? name;
    services.set(publishedName, { ...rule, name: name as ReadableService, publishedName });
  }

  const actions = new Map<string, RelayedAction>();
  const codeunit = renamed[couplingCodeunit] ?? couplingCodeunit;
  for (const procedure of couplingProcedures) {
    const publishedName = `${codeunit}_${procedure}`;
    actions.set(publishedName, {
      name: `${couplingCodeunit}_${procedure}`,
      publishedName,
      scopes: [couplingScope],
    });
  }

  return {
    companies,
    companyNamed: (name) => byName.get(name) ?? null,
    companyWithId: (id) => byId.get(id.toLowerCase()) ?? null,
    service: (publishedName) => services.get(publishedName) ?? null,
    action: (publishedName) => actions.get(publishedName) ?? null,
  };
}
