import { randomBytes } from 'node:crypto';
import type { RequestedProduct } from '../../businessCentral/availability/types';
import { availabilityOf, type Availability } from '../../businessCentral/availability/availability';
import { openCompany, type Company, type CompanyParts } from '../../businessCentral/company';
import type { BusinessCentralConnection } from '../../businessCentral/connection';
import type { BusinessCentralOptions, SandboxBusinessCentral } from '../../sandbox/businessCentral/options';
import { startBusinessCentral } from '../../sandbox/businessCentral/server';
import { recordId } from '../../sandbox/identity';

/** The day on which all tests of this kind take place. */
export const today = '2026-11-20';

const userName = 'BCSALES';
export const webServiceAccessKey = randomBytes(33).toString('base64');

export interface Cronus {
  readonly server: SandboxBusinessCentral;
  /** CRONUS, with a memory of its own. */
  company(changes?: Partial<BusinessCentralConnection>, parts?: CompanyParts): Company;
  /** The questions about availability to such a company. */
  client(changes?: Partial<BusinessCentralConnection>, parts?: CompanyParts): Availability;
}

/** A small Business Central on a free port, without service time. */
export async function startCronus(options: Partial<BusinessCentralOptions> = {}): Promise<Cronus> {
  const server = await startBusinessCentral({
    users: [{ userName, webServiceAccessKey }],
    today,
    serviceTimeMs: 0,
    ...options,
  });
  const company: Cronus['company'] = (changes = {}, parts) =>
    openCompany(
      {
        odataUrl: server.odataUrl,
        company: 'CRONUS International Ltd.',
        authorization: { kind: 'accessKey', userName, webServiceAccessKey },
        matchBy: 'coupling',
        webClientUrl: server.webClientUrl,
        ...changes,
      },
      parts,
    );
  return { server, company, client: (changes, parts) => availabilityOf(company(changes, parts)) };
}

/** The product that the demo data couples to an item; its number is the item's, as the synchronization makes it. */
export function product(itemNo: string): RequestedProduct {
  return { id: recordId('product', itemNo), number: itemNo, name: itemNo };
}

export function bulkProducts(count: number): RequestedProduct[] {
  return Array.from({ length: count }, (_, index) => product(`BULK-${String(index + 1).padStart(4, '0')}`));
}
