import { isOnline, onlineHosts, onlinePlace, onlineServices } from './onlineAddress';
import {
  companyIn,
  hasOption,
  refused,
  segmentsOf,
  typedUrl,
  type AddressChange,
  type AddressReading,
} from './typedAddress';

/**
 * Ports of Business Central on-premises as it is installed (Microsoft Learn, "Configuring Business Central Server"):
 * management 7045, client services 7046 and 7085, SOAP 7047, OData 7048, development 7049, management API 7086.
 */
const odataPort = '7048';
const soapPort = '7047';
const otherPorts: readonly string[] = ['7045', '7046', '7049', '7085', '7086'];

/** Ports and options by which an address without services in it is that of the web client. */
const webClientOptions = ['company', 'page', 'bookmark', 'report', 'dc', 'profile', 'signinredirected'];

/**
 * Makes the root of the OData V4 services out of what an administrator types or pastes.
 * @returns `url` up to and including `/ODataV4`, without a slash behind it
 */
export function readOdataAddress(typed: string): AddressReading {
  const url = typedUrl(typed);
  if (!(url instanceof URL)) {
    return url;
  }
  return isOnline(url) ? online(url) : onPremises(url, typed);
}

function online(url: URL): AddressReading {
  const { tenant, environment, rest } = onlinePlace(url);
  const fromWebClient = url.hostname === onlineHosts.webClient;
  if (tenant === null) {
    return refused('tenantMissing');
  }
  if (environment === null) {
    return refused('environmentMissing', onlineServices(tenant, 'Production'));
  }
  const address = onlineServices(tenant, environment);
  const [service = '', ...beyond] = rest;
  if (/^ws$/i.test(service)) {
    return refused('soap', address);
  }
  const changes: AddressChange[] = fromWebClient
    ? ['fromWebClient']
    : [...changesOf(service, beyond.length > 0 || url.search !== '')];
  return { ok: true, url: address, changes, hosting: 'online', company: companyIn(url) };
}

function onPremises(url: URL, typed: string): AddressReading {
  const segments = segmentsOf(url);
  const at = segments.findIndex((segment) => /^(?:odatav4|odata|api|ws)$/i.test(segment));
  const service = segments[at] ?? '';
  const instance =
    at < 0 ? segments.filter((segment) => !/^webclient$/i.test(segment)) : segments.slice(0, at);
  const address = rootOf(url, url.host, instance);
  const onOdataPort =
    instance.length === 0 ? null : rootOf(url, `${url.hostname}:${odataPort}`, instance.slice(0, 1));
  if (/^ws$/i.test(service)) {
    return refused('soap', url.port === soapPort ? onOdataPort : instance.length === 0 ? null : address);
  }
  if (url.port === soapPort) {
    return refused('soap', onOdataPort);
  }
  if (otherPorts.includes(url.port)) {
    return refused('otherPort', onOdataPort);
  }
  if (hasOption(url, 'tenant')) {
    return refused('tenantInQuery');
  }
  if (at < 0 && (hasOption(url, ...webClientOptions) || instance.length < segments.length)) {
    return refused('webClient', onOdataPort);
  }
  if (instance.length === 0) {
    return refused('instanceMissing');
  }
  const isLonger = segments.length > at + 1 || url.search !== '' || url.hash !== '';
  const changes = changesOf(service, at >= 0 && isLonger);
  return {
    ok: true,
    url: address,
    changes: changes.length === 0 && typed !== address ? ['trimmed'] : changes,
    hosting: 'onPremises',
    company: companyIn(url),
  };
}

/** @param service the part of the path that was taken for the services; empty: there is none */
function changesOf(service: string, isCut: boolean): AddressChange[] {
  if (service === '') {
    return ['pathCompleted'];
  }
  if (!/^odatav4$/i.test(service)) {
    return ['fromApi'];
  }
  return isCut ? ['pathCut'] : [];
}

function rootOf({ protocol }: URL, host: string, instance: readonly string[]): string {
  return `${protocol}//${host}/${[...instance, 'ODataV4'].join('/')}`;
}
