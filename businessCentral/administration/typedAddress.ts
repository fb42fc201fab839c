import { isSecureAddress } from '../webClient';

/** Why a typed address cannot be used; text keys `address_<finding>`. */
export const addressFindings = [
  'empty',
  'notAnAddress',
  'missingScheme',
  'credentialsInAddress',
  /** http to another machine: the key would go over the network readable. */
  'insecure',
  /** SOAP, by its path `/WS/` or its port. */
  'soap',
  /** A port of Business Central that is for something else: management, client services, development. */
  'otherPort',
  /** The web client, where the web services are wanted. */
  'webClient',
  /** The web services, where the web client is wanted. */
  'webService',
  /** The address of Dynamics 365 Sales. */
  'sales',
  'tenantMissing',
  'environmentMissing',
  'instanceMissing',
  /** `?tenant=`: several tenants on one instance, which are reached by host names only. */
  'tenantInQuery',
  /** Business Central's own address, where the gateway's is wanted. */
  'businessCentralItself',
] as const;

export type AddressFinding = (typeof addressFindings)[number];

/** What was changed about a typed address; text keys `addressChange_<change>`. */
export const addressChanges = ['trimmed', 'pathCut', 'pathCompleted', 'fromApi', 'fromWebClient'] as const;

export type AddressChange = (typeof addressChanges)[number];

/** A typed address, as it is to be kept, or why it is not. */
export type AddressReading =
  | {
      readonly ok: true;
      readonly url: string;
      /** What is to be told, so that nobody wonders why something else stands there. */
      readonly changes: readonly AddressChange[];
      readonly hosting: 'online' | 'onPremises';
      /** The company that the address names; null: none. */
      readonly company: string | null;
    }
  | {
      readonly ok: false;
      readonly finding: AddressFinding;
      /** What was probably meant; null: nobody knows. Never holds a password. */
      readonly suggestion: string | null;
    };

export function refused(finding: AddressFinding, suggestion: string | null = null): AddressReading {
  return { ok: false, finding, suggestion };
}

const host = /^(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d{1,5})?(?:[/?#]|$)/i;

/**
 * What every address must be.
 * @param typed as it was typed or pasted
 * @returns the address taken apart, or why it cannot be used
 */
export function typedUrl(typed: string): URL | AddressReading {
  const address = typed.trim().replace(/^<(.*)>$/, '$1');
  if (address === '') {
    return refused('empty');
  }
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    return host.test(address) ? refused('missingScheme', `https://${address}`) : refused('notAnAddress');
  }
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return refused('notAnAddress');
  }
  if (url.username !== '' || url.password !== '') {
    return refused('credentialsInAddress', `${url.protocol}//${url.host}${url.pathname}`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refused('notAnAddress');
  }
  if (!isSecureAddress(url.href)) {
    return refused('insecure', url.href.replace(/^http:/, 'https:'));
  }
  return /\.crm\d*\.dynamics\.com$/.test(url.hostname) ? refused('sales') : url;
}

/** The parts of a path without empty ones, still encoded. */
export function segmentsOf({ pathname }: URL): string[] {
  return pathname.split('/').filter((segment) => segment !== '');
}

/** The company that an address names, in its path (`Company('…')`) or its query; null: none. */
export function companyIn(url: URL): string | null {
  const inPath = /\/Company\((?:Id=)?('?)(.+?)\1\)/i.exec(decoded(url.pathname))?.[2];
  const inQuery = [...url.searchParams].find(([name]) => name.toLowerCase() === 'company')?.[1];
  const company = inPath?.replace(/''/g, "'") ?? inQuery ?? '';
  return company.trim() === '' ? null : company;
}

/** A query option without regard to case, as the web client takes them. */
export function hasOption({ searchParams }: URL, ...names: readonly string[]): boolean {
  return [...searchParams.keys()].some((name) => names.includes(name.toLowerCase()));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
