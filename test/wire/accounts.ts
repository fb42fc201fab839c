import { transportTo, type Request, type Send } from '../../businessCentral/odata/transport';
import type {
  CustomerAnswer,
  Figure,
  FoundCustomer,
  RequestedCustomer,
} from '../../businessCentral/statistics/types';
import { customerScenarios } from '../../sandbox/demoData/customerScenarios';
import { recordId } from '../../sandbox/identity';
import { today, webServiceAccessKey, type Cronus } from './cronus';

/** Noon of the day that the sandbox takes for today; nobody waits between attempts. */
export const noon = {
  now: () => Date.parse(`${today}T12:00:00Z`),
  pause: () => Promise.resolve(),
};

/** A way to the sandbox that notes what goes over it: its own log may be a moment behind an answer. */
export function notedSend(cronus: Cronus): { readonly send: Send; readonly requests: Request[] } {
  const requests: Request[] = [];
  const send = transportTo(cronus.server.odataUrl, {
    kind: 'accessKey',
    userName: 'BCSALES',
    webServiceAccessKey,
  });
  return {
    requests,
    send: (request, signal) => {
      requests.push(request);
      return send(request, signal);
    },
  };
}

/** The addresses that requests asked for, those of the parts of batches too. */
export function addressesOf(requests: readonly Request[]): string[] {
  return requests.flatMap(({ address, body }) =>
    body === undefined ? [address] : (body as { requests: { url: string }[] }).requests.map(({ url }) => url),
  );
}

/** The account that the demo data has for a customer, with the number that stands on it. */
export function account(customerNo: string, number?: string): RequestedCustomer {
  const scenario = customerScenarios.find(({ customer }) => customer.No === customerNo);
  const onAccount = scenario === undefined ? customerNo : (scenario.accountNumber ?? '');
  return { id: recordId('account', customerNo), number: number ?? onAccount };
}

export type RawRow = Readonly<Record<string, unknown>>;

/** All rows of a service as they come, asked without the client under test. */
export async function rawRows(cronus: Cronus, service: string): Promise<readonly RawRow[]> {
  const credentials = Buffer.from(`BCSALES:${webServiceAccessKey}`).toString('base64');
  const address = `${cronus.server.odataUrl}/Company('CRONUS%20International%20Ltd.')/${service}`;
  const answer = await fetch(address, { headers: { authorization: `Basic ${credentials}` } });
  const { value } = (await answer.json()) as { value: RawRow[] };
  return value;
}

/** @throws Error where no customer was found */
export function found(answer: CustomerAnswer): FoundCustomer {
  if (answer.status !== 'found') {
    throw new Error(`Not found: ${answer.status}`);
  }
  return answer;
}

/** @throws BusinessCentralError where the figure is not known */
export function valueOf<Value>(figure: Figure<Value> | undefined): Value {
  if (figure?.known !== true) {
    throw figure?.missing.error ?? new Error('It was not asked for');
  }
  return figure.value;
}
