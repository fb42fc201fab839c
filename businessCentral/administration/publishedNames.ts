import type { ServiceName } from '../connection';
import { couplingProcedures } from './couplingProcedures';
import type { ContractService } from './contractServices';

/** What is published, by name, as `$metadata` tells it. */
export interface PublishedNames {
  /** Properties of each page and query. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly actions: ReadonlySet<string>;
}

const entityType = /<EntityType\b[^>]*?\bName="(\w+)"[^>]*>([\s\S]*?)<\/EntityType>/g;
const property = /<Property\b[^>]*?\bName="(\w+)"/g;
const action = /<Action(?:Import)?\b[^>]*?\bName="(\w+)"/g;

/**
 * Reads a `$metadata` document (OData CSDL XML). Only names are taken, by pattern and not by a parser: the document is
 * megabytes long on a live system, and whatever it holds, no more than words comes out.
 */
export function publishedNames(metadata: string): PublishedNames {
  return {
    fields: new Map(
      [...metadata.matchAll(entityType)].map(([, name = '', content = '']) => [
        name,
        new Set([...content.matchAll(property)].map(([, field = '']) => field)),
      ]),
    ),
    actions: new Set([...metadata.matchAll(action)].map(([, name = '']) => name)),
  };
}

/**
 * Under which other names a service may be published: what has all its fields and is not another service of the contract.
 * @param taken names that services of the contract are found under
 * @returns in the order of their names; more than one: nobody can tell which
 */
export function otherNamesOf(
  { service, object, fields }: ContractService,
  { fields: published, actions }: PublishedNames,
  taken: ReadonlySet<string>,
): string[] {
  const names =
    object.type === 'codeunit'
      ? codeunitNames(actions)
      : [...published].flatMap(([name, has]) => (fields.every((field) => has.has(field)) ? [name] : []));
  return names.filter((name) => name !== service && !taken.has(name)).sort();
}

function codeunitNames(actions: ReadonlySet<string>): string[] {
  const [first, ...others] = couplingProcedures;
  return [...actions]
    .filter((name) => name.endsWith(`_${first}`))
    .map((name) => name.slice(0, -first.length - 1))
    .filter((name) => others.every((procedure) => actions.has(`${name}_${procedure}`)));
}

/** A service whose other name is certain: it has one, and no other service has the same. */
export function certainNames(
  otherNames: ReadonlyMap<ServiceName, readonly string[]>,
): ReadonlyMap<ServiceName, string> {
  const single = [...otherNames].flatMap(([service, [name, ...more]]) =>
    name !== undefined && more.length === 0 ? [[service, name] as const] : [],
  );
  const claimed = single.map(([, name]) => name);
  return new Map(single.filter(([, name]) => claimed.filter((other) => other === name).length === 1));
}
