import { openCompany, type Company } from '../company';
import type { ServiceName, ServiceSettings } from '../connection';
import { BusinessCentralError } from '../errors';
import type { GatewayTicket } from '../gateway/tokenExchange';
import { exchangeTicket } from '../gateway/tokenExchange';
import { httpOver, type SendHttp } from '../http';
import { systemClock, withinDeadline, type Clock } from '../odata/deadline';
import { transportTo } from '../odata/transport';
import { failedPart } from './checkFailures';
import { companyAmong, listedCompanies } from './companies';
import { gatewayState } from './gatewayState';
import { answersAtAll, type Answers } from './opaqueProbe';
import { checkParts, type CheckFailureCode, type CheckPart, type CheckStep } from './types';

/** A ticket that was made in Dataverse, or why there is none. */
export type MadeTicket =
  | { readonly ok: true; readonly ticket: GatewayTicket }
  | { readonly ok: false; readonly code: 'ticketNotPermitted' | 'ticketFailed' };

/** The way that is checked, saved or not. */
export type WayToCheck =
  | {
      readonly kind: 'direct';
      readonly odataUrl: string;
      readonly userName: string;
      readonly webServiceAccessKey: string;
      /** They were taken before, so if they are not, the key has expired. */
      readonly workedBefore: boolean;
    }
  | {
      readonly kind: 'gateway';
      readonly gatewayUrl: string;
      readonly makeTicket: () => Promise<MadeTicket>;
    };

export interface ConnectionToCheck {
  readonly way: WayToCheck;
  readonly company: string;
  readonly services?: ServiceSettings;
}

/** What tests put in the place of the real world. */
export interface CheckWorld {
  readonly http?: SendHttp;
  readonly answers?: Answers;
  readonly clock?: Clock;
}

/** Milliseconds for one part; whoever sets something up waits longer than whoever works with it. */
const partDeadline = 15_000;

/** Services of which one answers wherever anything is published; of those, one row is read. */
const readForProof: readonly (readonly [ServiceName, string])[] = [
  ['ItemCard', 'No'],
  ['ProductItemAvailability', 'CRM_ID'],
  ['CustomerCard', 'No'],
  ['ItemList', 'No'],
];

const partsOf: Readonly<Record<WayToCheck['kind'], readonly CheckPart[]>> = {
  direct: checkParts.filter((part) => !['gatewayReachable', 'ticket', 'token'].includes(part)),
  gateway: checkParts,
};

/** Ends a check at the part that fails. */
class PartFailed extends Error {
  public override readonly name = 'PartFailed';

  public constructor(
    public readonly part: CheckPart,
    public readonly code: CheckFailureCode,
    public readonly error: BusinessCentralError | null = null,
    public readonly suggestion: string | null = null,
  ) {
    super(`${part}: ${code}`);
  }
}

/**
 * Goes the whole way to Business Central once and names the part that fails.
 * @returns every part in its order; after the failed one none is reached
 * @throws BusinessCentralError `aborted` only
 */
export async function checkConnection(
  connection: ConnectionToCheck,
  options: { readonly signal?: AbortSignal } = {},
  world: CheckWorld = {},
): Promise<readonly CheckStep[]> {
  const { http = httpOver(), answers = answersAtAll, clock = systemClock } = world;
  const parts = partsOf[connection.way.kind];
  try {
    await wholeWay(connection, options.signal, { http, answers, clock });
    return parts.map((part) => ({ part, state: 'ok' }));
  } catch (failure) {
    if (!(failure instanceof PartFailed)) {
      throw failure;
    }
    const at = parts.indexOf(failure.part);
    const { code, error, suggestion } = failure;
    return parts.map((part, index) =>
      index === at
        ? { part, state: 'failed', code, error, suggestion }
        : { part, state: index < at ? 'ok' : 'notReached' },
    );
  }
}

async function wholeWay(
  { way, company: name, services = {} }: ConnectionToCheck,
  signal: AbortSignal | undefined,
  { http, answers, clock }: Required<CheckWorld>,
): Promise<void> {
  const inTime = <Answer>(ask: (late: AbortSignal) => Promise<Answer>) =>
    withinDeadline(partDeadline, signal, clock, (deadline) =>
      ask(deadline.signal).catch((error: unknown) => {
        throw error instanceof BusinessCentralError && error.code === 'aborted'
          ? new BusinessCentralError(deadline.reason())
          : error;
      }),
    );
  let odataUrl: string;
  let token: string | null = null;
  if (way.kind === 'gateway') {
    const state = await inTime((late) => gatewayState(way.gatewayUrl, http, answers, late)).catch(
      (error: unknown) => {
        if (error instanceof BusinessCentralError && error.code === 'timeout') {
          return 'gatewayNotFound' as const;
        }
        throw error;
      },
    );
    if (state !== 'ready') {
      throw new PartFailed('gatewayReachable', state);
    }
    odataUrl = `${way.gatewayUrl}/ODataV4`;
    token = await tokenFor(way, http);
  } else {
    ({ odataUrl } = way);
  }
  const authorization =
    way.kind === 'direct'
      ? ({ ...way, kind: 'accessKey' } as const)
      : ({ kind: 'bearer', token: () => Promise.resolve(token ?? '') } as const);
  const send = transportTo(odataUrl, authorization, http);
  const company = openCompany(
    { odataUrl, authorization, company: name, matchBy: 'number', services },
    { clock, send },
  );
  try {
    await checkCompany(company, name, signal);
    await checkReading(company, signal);
  } catch (error) {
    throw await partFailed(error, way, (late) => answers(odataUrl, late), inTime);
  }
}

async function tokenFor(
  { gatewayUrl, makeTicket }: Extract<WayToCheck, { kind: 'gateway' }>,
  http: SendHttp,
): Promise<string> {
  const made = await makeTicket();
  if (!made.ok) {
    throw new PartFailed('ticket', made.code);
  }
  try {
    return (await exchangeTicket(gatewayUrl, made.ticket, http)).token;
  } catch (error) {
    if (!(error instanceof BusinessCentralError)) {
      throw error;
    }
    const { part, code } = failedPart(error, 'gateway');
    throw new PartFailed(part === 'gatewayReachable' ? part : 'token', code, error);
  }
}

async function checkCompany(company: Company, name: string, signal: AbortSignal | undefined): Promise<void> {
  const companies = await listedCompanies(company, signal === undefined ? {} : { signal }).catch(
    (error: unknown) => {
      // Whoever may not see the list may still read: the reading decides.
      if (error instanceof BusinessCentralError && ['forbidden', 'notPermitted'].includes(error.code)) {
        return null;
      }
      throw error;
    },
  );
  if (companies === null) {
    return;
  }
  const { found, suggestion } = companyAmong(name, companies);
  if (found === null) {
    throw new PartFailed('company', 'companyNotFound', null, suggestion);
  }
}

async function checkReading(
  { read, withinDeadline: inTime }: Company,
  signal: AbortSignal | undefined,
): Promise<void> {
  const operations = readForProof.map(([service, field]) => ({ service, select: [field], top: 1 }));
  const outcomes = await inTime(signal, (deadline) => read(operations, deadline, true), partDeadline);
  const errors = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
  const [first] = errors;
  if (first !== undefined && errors.length === outcomes.length) {
    throw errors.find(({ code }) => code !== 'serviceNotPublished') ?? first;
  }
}

async function partFailed(
  error: unknown,
  way: WayToCheck,
  answersThere: (late: AbortSignal) => Promise<boolean>,
  inTime: <Answer>(ask: (late: AbortSignal) => Promise<Answer>) => Promise<Answer>,
): Promise<unknown> {
  if (!(error instanceof BusinessCentralError) || error.code === 'aborted') {
    return error;
  }
  const { part, code } = failedPart(error, way.kind);
  if (way.kind === 'direct' && code === 'nothingAnswers' && (await inTime(answersThere))) {
    return new PartFailed(part, 'pageNotLetIn', error);
  }
  if (way.kind === 'direct' && code === 'wrongCredentials' && way.workedBefore) {
    return new PartFailed(part, 'keyExpired', error);
  }
  return new PartFailed(part, code, error);
}
