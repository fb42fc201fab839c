import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Now } from '../clock';
import { sendJson } from '../http/sendJson';
import { isRecord } from '../isRecord';
import type { Measures } from '../observability/measures';
import { Refusal } from '../refusal';
import type { AllowList } from './allowList';
import { refusalAnswer, type Answer } from './answer';
import { ageOf, batchAnswerText } from './batchAnswer';
import { batchParts } from './batchRequest';
import { companyListText } from './companyList';
import type { Asker } from './errands';
import type { AnsweredReading, Relay } from './relay';
import type { ActionCall, Reading } from './resource';

export interface RelayAnswerParts {
  readonly allowed: AllowList;
  readonly relay: Relay;
  readonly measures: Measures;
  readonly now: Now;
}

/** A request with the one who sent it, and the place for its answer. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly asker: Asker;
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal;
}

/** Answers what has been judged. */
export interface RelayAnswers {
  reading(reading: Reading, exchange: Exchange): Promise<FastifyReply>;
  action(action: ActionCall, exchange: Exchange): Promise<FastifyReply>;
  /** The parts are judged here, each by itself. */
  batch(exchange: Exchange): Promise<FastifyReply>;
  /** Out of the configuration; Business Central is not asked, and others of its companies are not told. */
  companies(exchange: Exchange): Promise<FastifyReply>;
}

/** The parameters of an action: texts, numbers and the like, as the codeunit takes them. */
function actionBody(body: unknown): string {
  const isFlat =
    isRecord(body) && Object.values(body).every((value) => typeof value !== 'object' || value === null);
  if (!isFlat) {
    throw new Refusal('Gateway_BadRequest', 'An action takes an object of plain values.');
  }
  return JSON.stringify(body);
}

function preferences({ headers: { prefer = '' } }: FastifyRequest): string {
  return Array.isArray(prefer) ? prefer.join(',') : prefer;
}

/** Whether all questions failed for one and the same reason, so that the batch as such failed. */
function commonFailure(answers: readonly AnsweredReading[]): Answer | null {
  const [first] = answers;
  return first !== undefined &&
    first.answer.status >= 400 &&
    answers.every(({ answer }) => answer === first.answer)
    ? first.answer
    : null;
}

export function relayAnswers({ allowed, relay, measures, now }: RelayAnswerParts): RelayAnswers {
  const note = ({ request }: Exchange, answers: readonly AnsweredReading[]): void => {
    for (const { source } of answers) {
      request.notes.sources[source] += 1;
      measures.answer(source);
    }
  };

  const send = ({ request, reply }: Exchange, answer: Answer): Promise<FastifyReply> => {
    const { status, body, readAt, retryAfterSeconds } = answer;
    void reply.headers({
      'odata-version': '4.0',
      age: String(ageOf(readAt, now())),
      ...(retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }),
    });
    return sendJson(request, reply, status, body);
  };

  const ask = async (
    readings: readonly Reading[],
    exchange: Exchange,
  ): Promise<readonly AnsweredReading[]> => {
    const { notes } = exchange.request;
    readings.forEach(({ service }) => notes.asked.add(service.name));
    const answers = await relay.ask(readings, exchange.asker, exchange.signal);
    note(exchange, answers);
    return answers;
  };

  return {
    reading: async (reading, exchange) => {
      exchange.request.notes.parts = 1;
      const [only] = await ask([reading], exchange);
      if (only === undefined) {
        throw new Error('A question came back without an answer');
      }
      return send(exchange, only.answer);
    },

    action: async (action, exchange) => {
      const { request, asker, signal } = exchange;
      request.notes.asked.add(action.action.name);
      request.notes.parts = 1;
      const answer = await relay.call(action, actionBody(request.body), asker, signal);
      note(exchange, [{ answer, source: 'businessCentral' }]);
      return send(exchange, answer);
    },

    companies: async ({ request, reply }) => {
      request.notes.asked.add('Company');
      void reply.header('odata-version', '4.0');
      return sendJson(request, reply, 200, companyListText(allowed.companies));
    },

    batch: async (exchange) => {
      const { request, reply, asker } = exchange;
      const parts = batchParts(request.body, allowed, asker.caller.scopes);
      request.notes.parts = parts.length;
      const continuesOnError = /\bodata\.continue-on-error\b(?!\s*=\s*false)/i.test(preferences(request));
      const readings = parts.flatMap(({ asks }) => (asks instanceof Refusal ? [] : [asks]));
      const refused = parts.flatMap(({ asks }) => (asks instanceof Refusal ? [asks] : []))[0];
      // The first failed part would end the batch, so nothing of it is sent.
      if (refused !== undefined && (readings.length === 0 || !continuesOnError)) {
        throw refused;
      }
      const answers = await ask(readings, exchange);
      const failure = refused === undefined ? commonFailure(answers) : null;
      if (failure !== null) {
        return send(exchange, failure);
      }
      const answerOf = new Map(readings.map((reading, index) => [reading, answers[index]?.answer]));
      const answered = parts.flatMap(({ id, asks }) => {
        const answer = asks instanceof Refusal ? refusalAnswer(asks, now()) : answerOf.get(asks);
        return answer === undefined ? [] : [{ id, answer }];
      });
      void reply.header('odata-version', '4.0');
      return sendJson(request, reply, 200, batchAnswerText(answered, continuesOnError, now()));
    },
  };
}
