import { openCompany } from '../../businessCentral/company';
import { companyCoupling } from '../../businessCentral/coupling/companyCoupling';
import type { Coupling } from '../../businessCentral/coupling/coupling';
import type { CouplableRecord } from '../../businessCentral/coupling/types';
import type { Request } from '../../businessCentral/odata/transport';
import { jumpingClock, scripted, type Scripted } from './scriptedServer';

export const account: CouplableRecord = { table: 'account', id: '11111111-1111-4111-8111-111111111111' };
export const job = '33333333-3333-4333-8333-333333333333';
export const systemId = '44444444-4444-4444-8444-444444444444';
const blank = '0001-01-01T00:00:00Z';

/** The questions about couplings, to a company that gives these answers one after another. */
export function clientFor(...answers: Scripted[]): {
  coupling: Coupling;
  requests: Request[];
  clock: ReturnType<typeof jumpingClock>;
} {
  const server = scripted(...answers);
  const clock = jumpingClock();
  const company = openCompany(
    {
      odataUrl: 'https://bc.example/ODataV4',
      company: "Director's Cut Ltd.",
      authorization: { kind: 'bearer', token: () => Promise.resolve('t') },
      matchBy: 'coupling',
      webClientUrl: 'https://bc.example/BC/?tenant=a',
    },
    { send: server.send, clock, random: () => 0.5 },
  );
  return { coupling: companyCoupling(company), requests: server.requests, clock };
}

/** A row of the couplings: that of {@link account}. */
export function couplingOf(changes: object = {}): object {
  return {
    CRM_ID: account.id,
    Integration_ID: systemId,
    Table_ID: 18,
    Record_No: '10000',
    Record_Name: 'Adatum Corporation',
    Last_Synch_Job_ID: job,
    Last_Synch_CRM_Job_ID: systemId,
    Last_Synch_Job_Finished: blank,
    Last_Synch_CRM_Job_Finished: '2026-11-19T10:00:00Z',
    Last_Synch_Result: ' ',
    Last_Synch_CRM_Result: 'Success',
    Skipped: false,
    Last_Error: '',
    ...changes,
  };
}

/** A row of the jobs: one of {@link account} that has not ended. */
export function jobRow(changes: object = {}): object {
  return {
    ID: job,
    Start_Date_Time: '2026-11-20T12:00:00Z',
    Finish_Date_Time: blank,
    Message: '',
    Integration_Table_Mapping_Name: 'CUSTOMER',
    Type: 'Synchronization',
    Synch_Direction: 'FromIntegrationTable',
    CRM_ID: account.id,
    Inserted: 0,
    Modified: 0,
    Deleted: 0,
    Unchanged: 0,
    Skipped: 0,
    Failed: 0,
    Coupled: 0,
    Uncoupled: 0,
    ...changes,
  };
}
