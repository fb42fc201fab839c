import { segmentsOf } from './typedAddress';

/** Business Central online (Microsoft Learn, "Endpoints for the APIs" and "Web client URL"). */
export const onlineHosts = {
  services: 'api.businesscentral.dynamics.com',
  webClient: 'businesscentral.dynamics.com',
} as const;

/** A directory, by its id or by one of its domains. */
const tenantPattern = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;
const versionPattern = /^v\d+\.\d+$/i;

/** Where an address of Business Central online leads. */
export interface OnlinePlace {
  /** Null: the address names none. */
  readonly tenant: string | null;
  /** Null: the address names none. */
  readonly environment: string | null;
  /** What stands behind the environment. */
  readonly rest: readonly string[];
}

export function isOnline({ hostname }: URL): boolean {
  return hostname === onlineHosts.services || hostname === onlineHosts.webClient;
}

/** Reads `/v2.0/<tenant>/<environment>/…` of the services, and `/<tenant>/<environment>` of the web client. */
export function onlinePlace(url: URL): OnlinePlace {
  const segments = segmentsOf(url);
  const [first = ''] = segments;
  const named =
    url.hostname === onlineHosts.services && versionPattern.test(first) ? segments.slice(1) : segments;
  const [tenant = null] = named;
  const behindTenant = tenant !== null && tenantPattern.test(tenant) ? named.slice(1) : named;
  const [environment = null, ...rest] = behindTenant;
  const isService = environment !== null && /^(?:odatav4|api|ws)$/i.test(environment);
  return {
    tenant: behindTenant === named ? null : tenant,
    environment: isService ? null : environment,
    rest: isService ? behindTenant : rest,
  };
}

export function onlineServices(tenant: string, environment: string): string {
  return `https://${onlineHosts.services}/v2.0/${tenant}/${environment}/ODataV4`;
}

export function onlineWebClient(tenant: string, environment: string): string {
  return `https://${onlineHosts.webClient}/${tenant}/${environment}`;
}
