import { randomBytes, randomUUID } from 'node:crypto';
import { accessTokens } from '../../gateway/admission/accessToken';
import { recordId } from '../../sandbox/identity';

/** How the gateway signs in to Business Central here. */
export const businessCentralUser = {
  userName: 'BENCH',
  webServiceAccessKey: randomBytes(33).toString('base64'),
};

export const salesOrigin = 'https://contoso.crm4.dynamics.com';

const signingKey = randomBytes(32);
const audience = 'urn:bench';

/** The gateway's configuration; Dataverse is not asked, since tokens are made here. */
export function gatewayEnvironment(odataUrl: string): Readonly<Record<string, string>> {
  return {
    BC_ODATA_URL: odataUrl,
    BC_COMPANIES: 'CRONUS International Ltd.',
    BC_USER_NAME: businessCentralUser.userName,
    BC_WEB_SERVICE_ACCESS_KEY: businessCentralUser.webServiceAccessKey,
    DATAVERSE_URL: 'https://contoso.crm4.dynamics.com',
    DATAVERSE_TENANT_ID: 'bench',
    DATAVERSE_CLIENT_ID: 'bench',
    DATAVERSE_CLIENT_SECRET: randomBytes(24).toString('base64url'),
    ALLOWED_ORIGINS: salesOrigin,
    SIGNING_KEYS: signingKey.toString('base64'),
    TOKEN_AUDIENCE: audience,
  };
}

/** What a page of Sales sends with every request, on behalf of a salesperson of its own. */
export async function salesperson(): Promise<Readonly<Record<string, string>>> {
  const tokens = accessTokens({
    signingKeys: [new Uint8Array(signingKey)],
    audience,
    now: Date.now,
    newId: randomUUID,
  });
  return {
    authorization: `Bearer ${await tokens.issue(randomUUID(), ['availability'], salesOrigin)}`,
    origin: salesOrigin,
    accept: 'application/json',
    'accept-encoding': 'gzip, deflate, br',
  };
}

const company = "Company('CRONUS%20International%20Ltd.')";

/** A question that no other number asks. */
export function question(number: number): string {
  const id = recordId('product', `BULK-${String((number % 1000) + 1).padStart(4, '0')}`);
  return `${company}/ProductItemAvailability?$filter=CRM_ID%20eq%20${id}&$select=CRM_ID,ItemNo,UOM,Inventory&$top=${number + 1}`;
}

/** What a form asks: some questions in one batch. */
export function form(number: number, parts: number): string {
  return JSON.stringify({
    requests: Array.from({ length: parts }, (_, part) => ({
      id: String(part + 1),
      method: 'GET',
      url: question(number * parts + part),
      headers: { Accept: 'application/json' },
    })),
  });
}
