import { isOnline, onlineHosts, onlinePlace, onlineWebClient } from './onlineAddress';
import {
  companyIn,
  refused,
  segmentsOf,
  typedUrl,
  type AddressChange,
  type AddressReading,
} from './typedAddress';

/** Ports on which Business Central on-premises has something else than the web client. */
const servicePorts: readonly string[] = ['7045', '7046', '7047', '7048', '7049', '7085', '7086'];

/** What of a query says where the client is, and not which page it shows (Microsoft Learn, "Web client URL"). */
const keptOptions = ['company', 'tenant'];

/**
 * Makes the address of the web client out of what an administrator pastes, such as the address of any page of it.
 * @returns `url` with no more in its query than company and tenant
 */
export function readWebClientAddress(typed: string): AddressReading {
  const url = typedUrl(typed);
  if (!(url instanceof URL)) {
    return url;
  }
  if (isOnline(url)) {
    const { tenant, environment } = onlinePlace(url);
    if (tenant === null) {
      return refused('tenantMissing');
    }
    return environment === null
      ? refused('environmentMissing', onlineWebClient(tenant, 'Production'))
      : kept(url, typed, onlineWebClient(tenant, environment), 'online');
  }
  if (servicePorts.includes(url.port) || /\/(?:odatav4|odata|ws|api\/)/i.test(`${url.pathname}/`)) {
    const [instance] = segmentsOf(url);
    return refused('webService', instance === undefined ? null : `https://${url.hostname}/${instance}`);
  }
  return kept(url, typed, `${url.origin}${url.pathname.replace(/\/+$/, '')}`, 'onPremises');
}

function kept(url: URL, typed: string, base: string, hosting: 'online' | 'onPremises'): AddressReading {
  const options = url.search
    .replace(/^\?/, '')
    .split('&')
    .filter((option) => keptOptions.includes(option.replace(/=.*/, '').toLowerCase()));
  const address = options.length === 0 ? base : `${base}?${options.join('&')}`;
  const change: AddressChange =
    url.hostname === onlineHosts.services
      ? 'fromApi'
      : url.href.length > address.length + 1
        ? 'pathCut'
        : 'trimmed';
  return {
    ok: true,
    url: address,
    changes: typed === address ? [] : [change],
    hosting,
    company: companyIn(url),
  };
}
