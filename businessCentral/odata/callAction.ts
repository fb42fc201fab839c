import type { ServiceName } from '../connection';
import { BusinessCentralError } from '../errors';
import type { Deadline } from './deadline';
import { failureOf, isRecord, isSuccess } from './failure';
import type { ServiceCatalog } from './serviceCatalog';
import type { Send } from './transport';

/** What an action needs to reach its company. */
export interface Wire {
  /** Name or id. */
  readonly company: string;
  readonly catalog: ServiceCatalog;
  readonly send: Send;
}

/** Parameters of a procedure by their names; what it takes is flat. */
export type ActionParameters = Readonly<Record<string, string | number>>;

/**
 * Calls a procedure of a published codeunit, an unbound action (Microsoft Learn, "devenv-creating-and-interacting-with-
 * odatav4-unbound-action"). It goes out once: a procedure that writes may have done its work although no answer came, so
 * whoever calls decides what to do then.
 * @param service the codeunit, by its contract name
 * @returns the text that the procedure gives back
 * @throws BusinessCentralError `businessCentralFailed` with `serverMessage` where the procedure refuses, `recordChanged` where
 *   somebody else is changing or locks what it works on (409), `timeout` where
 *   the deadline passes before the answer is there, `serviceNotPublished` where the codeunit or the procedure is not
 */
export async function callAction(
  { company, catalog, send }: Wire,
  service: ServiceName,
  procedure: string,
  parameters: ActionParameters,
  now: () => number,
  deadline: Deadline,
): Promise<string> {
  if (catalog.isMissing(service)) {
    throw new BusinessCentralError('serviceNotPublished', { service });
  }
  const name = encodeURIComponent(`${catalog.publishedName(service)}_${procedure}`);
  const address = `${name}?company=${encodeURIComponent(company)}`;
  const answer = await send({ method: 'POST', address, body: parameters }, deadline.signal).catch(
    (error: unknown) => {
      throw error instanceof BusinessCentralError
        ? new BusinessCentralError(error.code === 'aborted' ? deadline.reason() : error.code, {
            ...error.details,
            service,
          })
        : error;
    },
  );
  if (!isSuccess(answer)) {
    const failure = failureOf(answer, now(), service);
    // A changed record and a locked one have different codes, and mean the same to whoever acts: somebody else is at it.
    throw answer.status === 409 ? new BusinessCentralError('recordChanged', failure.details) : failure;
  }
  const value = isRecord(answer.body) ? answer.body['value'] : undefined;
  if (typeof value !== 'string') {
    throw new BusinessCentralError('unreadableAnswer', { service, status: answer.status });
  }
  return value;
}
