import type { Company } from '../company/company';
import type { PublishedAction, PublishedService, PublishedServices } from '../services/publishedServices';
import { companyNotFound, noDefaultCompany, ODataError, resourceNotFound } from './odataError';
import type { KeyPredicate, PathSegment } from './resourcePath';

/** What an address points at. */
export type Resource =
  | { readonly kind: 'serviceDocument' | 'metadata' | 'batch' | 'companies' }
  | { readonly kind: 'company'; readonly company: Company }
  | { readonly kind: 'action'; readonly company: Company; readonly action: PublishedAction }
  | {
      readonly kind: 'rows' | 'count';
      readonly company: Company;
      readonly published: PublishedService;
    }
  | {
      readonly kind: 'row';
      readonly company: Company;
      readonly published: PublishedService;
      readonly key: KeyPredicate;
    };

/** The 404 of a service that is not published; some servers leave its body out. */
export class ServiceNotPublished extends ODataError {
  public constructor(segment: string) {
    const { status, code, message } = resourceNotFound(segment);
    super(status, code, message);
  }
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Name: case matters. Id: `Company(Id=…)`, or the GUID in place of the name. */
function companyOf(key: KeyPredicate, companies: readonly Company[]): Company {
  const [value] = key;
  const text = String(value?.literal.value ?? '');
  const byId = value?.name === 'Id' || guid.test(text);
  const found = companies.find((company) =>
    byId ? company.id === text.toLowerCase() : company.name === text,
  );
  if (found === undefined) {
    throw companyNotFound(text);
  }
  return found;
}

function defaultCompany(name: string | null, companies: readonly Company[]): Company {
  if (name !== null) {
    return companyOf([{ name: null, literal: { type: 'Edm.String', value: name } }], companies);
  }
  const [only, ...others] = companies;
  if (only === undefined || others.length > 0) {
    throw noDefaultCompany();
  }
  return only;
}

function serviceResource(
  company: Company,
  segments: readonly PathSegment[],
  services: PublishedServices,
): Resource {
  const [segment, after, beyond] = segments;
  if (segment === undefined) {
    return { kind: 'company', company };
  }
  const published = services.find(segment.name);
  if (published === undefined) {
    throw new ServiceNotPublished(segment.name);
  }
  if (segment.key === null && after?.name === '$count' && beyond === undefined) {
    return { kind: 'count', company, published };
  }
  if (after !== undefined) {
    throw resourceNotFound(after.name);
  }
  return segment.key === null
    ? { kind: 'rows', company, published }
    : { kind: 'row', company, published, key: segment.key };
}

/**
 * Finds what an address points at.
 * @param segments path after `/ODataV4/`
 * @param companyName the company from `?company=` or from the header `Company`, for addresses that name none
 * @throws ODataError 404 where there is no such company, service or resource
 */
export function resourceAt(
  segments: readonly PathSegment[],
  companyName: string | null,
  companies: readonly Company[],
  services: PublishedServices,
): Resource {
  const [first, ...rest] = segments;
  if (first === undefined) {
    return { kind: 'serviceDocument' };
  }
  if (first.name === 'Company') {
    if (first.key === null) {
      return rest.length === 0 ? { kind: 'companies' } : noSuchResource(rest);
    }
    return serviceResource(companyOf(first.key, companies), rest, services);
  }
  if (rest.length === 0 && first.key === null && first.name === '$metadata') {
    return { kind: 'metadata' };
  }
  if (rest.length === 0 && first.key === null && first.name === '$batch') {
    return { kind: 'batch' };
  }
  const action = services.findAction(first.name);
  if (action !== undefined && rest.length === 0 && first.key === null) {
    return { kind: 'action', company: defaultCompany(companyName, companies), action };
  }
  if (services.find(first.name) === undefined) {
    throw new ServiceNotPublished(first.name);
  }
  return serviceResource(defaultCompany(companyName, companies), segments, services);
}

function noSuchResource(segments: readonly PathSegment[]): never {
  throw resourceNotFound(segments[0]?.name ?? '');
}
