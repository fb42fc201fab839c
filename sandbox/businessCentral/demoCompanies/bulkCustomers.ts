import { recordId } from '../../identity';
import type { Customer } from '../company/receivables';
import type { IntegrationRecord } from '../company/synchronizationRecords';
import { customerTableId } from '../company/tableIds';
import { newCoupling } from '../coupling/couplings';

const cities = ['Bristol', 'Leeds', 'Cardiff', 'Glasgow', 'Belfast'];
const trades = ['Interiors', 'Offices', 'Schools', 'Clinics', 'Hotels', 'Libraries', 'Galleries'];

/**
 * Many customers for whoever searches: BULK000001, BULK000002 … Their SystemIds follow from their numbers without the
 * price of a hash each.
 */
export function bulkCustomers(count: number, template: Customer): readonly Customer[] {
  const family = recordId('bc:18', 'bulk customers').slice(0, 24);
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const digits = String(number).padStart(6, '0');
    return {
      ...template,
      No: `BULK${digits}`,
      Name: `${trades[number % trades.length] ?? ''} of ${cities[number % cities.length] ?? ''} ${digits}`,
      E_Mail: `office${digits}@bulk.example`,
      City: cities[number % cities.length] ?? '',
      systemId: family + number.toString(16).padStart(12, '0'),
    };
  });
}

/** Couplings of the first of them that failed twice and are left out of synchronization ever since. */
export function skippedCouplings(
  count: number,
  customers: readonly Customer[],
): readonly IntegrationRecord[] {
  return customers.slice(0, count).map(({ No, systemId }) => ({
    ...newCoupling(customerTableId, systemId, recordId('account', No)),
    lastSynchResult: 'Failure',
    skipped: true,
  }));
}
