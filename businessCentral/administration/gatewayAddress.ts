import { isOnline } from './onlineAddress';
import { refused, typedUrl, type AddressReading } from './typedAddress';

/** The gateway's own paths (docs/gateway.md); what is typed may end with one. */
const ownPaths = /\/(?:odatav4|token|healthz|readyz|metrics)(?:\/.*)?$/i;

/** Makes the gateway's address out of what an administrator types. @returns `url` without a slash at its end */
export function readGatewayAddress(typed: string): AddressReading {
  const url = typedUrl(typed);
  if (!(url instanceof URL)) {
    return url;
  }
  if (isOnline(url) || url.port === '7047' || url.port === '7048') {
    return refused('businessCentralItself');
  }
  const path = `/${url.pathname}`.replace(/^\/+/, '/').replace(ownPaths, '').replace(/\/+$/, '');
  const address = `${url.origin}${path}`;
  const isCut = ownPaths.test(url.pathname) || url.search !== '' || url.hash !== '';
  return {
    ok: true,
    url: address,
    changes: typed === address ? [] : [isCut ? 'pathCut' : 'trimmed'],
    hosting: 'onPremises',
    company: null,
  };
}
