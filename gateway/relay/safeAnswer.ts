import { isRecord } from '../isRecord';
import { retryAfterSeconds } from '../outbound/retryAfter';
import { errorBody, Refusal, type RefusalCode } from '../refusal';
import type { OutboundAnswer } from '../outbound/httpClient';
import { isSuccess, refusalAnswer, type Answer } from './answer';

/** Business Central's sentences are for administrators; no page of text is passed on. */
const longestMessage = 2_000;

/** Where an answer names its server: the inner address of Business Central is nobody's business. */
const serverInAnswer = /("@odata\.(?:context|nextLink|deltaLink)":\s*")[^"]*?\/ODataV4\//g;

/** Makes what Business Central answered fit to be passed on. */
export interface SafeAnswers {
  /** One answer to one question. */
  single(answer: OutboundAnswer, now: number): Answer;
  /**
   * The answer to a batch whose parts have the ids 1 to `count`: an answer for each. Where the batch as such failed,
   * they all are the same one.
   */
  batch(answer: OutboundAnswer, count: number, now: number): readonly Answer[];
}

function looksLikeHtml(body: string): boolean {
  return /^\s*<(!doctype|html|head|body)/i.test(body);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** An answer with its body as text and as what the text means. */
interface ReadAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Undefined: the text is no JSON. */
  readonly content: unknown;
}

/** A part may carry its body as JSON or as text that holds JSON (recorded answers). */
function readPart(response: Readonly<Record<string, unknown>>, status: number): ReadAnswer {
  const { headers, body } = response;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(isRecord(headers) ? headers : {}).map(([name, value]) => [
        name.toLowerCase(),
        String(value),
      ]),
    ),
    text,
    content: typeof body === 'string' ? parsed(body) : body,
  };
}

/** Status, error code and sentence; nothing else of a failed answer goes on, and no page of HTML. */
function failedAnswer({ status, headers, content }: ReadAnswer, now: number): Answer {
  const error = isRecord(content) ? content['error'] : undefined;
  const { code, message } = isRecord(error) ? error : {};
  return {
    status,
    body: errorBody(
      typeof code === 'string' ? code.slice(0, 200) : '',
      typeof message === 'string' ? message.slice(0, longestMessage) : '',
    ),
    retryAfterSeconds: retryAfterSeconds(headers['retry-after'], now),
    readAt: now,
  };
}

function safeAnswer(answer: ReadAnswer, now: number): Answer {
  const { status, text, content } = answer;
  const refused = (code: RefusalCode, message: string): Answer =>
    refusalAnswer(new Refusal(code, message), now);
  if (status === 401 || status === 407) {
    return refused(
      'Gateway_WrongCredentials',
      'Business Central does not accept the user or key of the gateway.',
    );
  }
  if (status >= 400 && status <= 599) {
    return failedAnswer(answer, now);
  }
  if (status < 200 || status > 299 || looksLikeHtml(text)) {
    return refused(
      'Gateway_NotBusinessCentral',
      'Something else than Business Central answers at its address.',
    );
  }
  if (status === 204) {
    return { status, body: '', retryAfterSeconds: null, readAt: now };
  }
  if (!isRecord(content)) {
    return refused('Gateway_UnreadableAnswer', 'The answer of Business Central is cut off or no JSON.');
  }
  return {
    status,
    body: text.replace(serverInAnswer, '$1/ODataV4/'),
    retryAfterSeconds: null,
    readAt: now,
  };
}

function partAnswers(responses: readonly unknown[], now: number): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const response of responses) {
    if (isRecord(response) && typeof response['id'] === 'string' && typeof response['status'] === 'number') {
      answers.set(response['id'], safeAnswer(readPart(response, response['status']), now));
    }
  }
  return answers;
}

function batchAnswers(answer: ReadAnswer, count: number, now: number): readonly Answer[] {
  const unreadable = (message: string): Answer =>
    refusalAnswer(new Refusal('Gateway_UnreadableAnswer', message), now);
  const responses = isRecord(answer.content) ? answer.content['responses'] : undefined;
  if (answer.status === 200 && Array.isArray(responses)) {
    const byId = partAnswers(responses, now);
    const missing = unreadable('The answer of Business Central lacks a part.');
    return Array.from({ length: count }, (_, index) => byId.get(String(index + 1)) ?? missing);
  }
  const whole = safeAnswer(answer, now);
  const same = isSuccess(whole) ? unreadable('The answer of Business Central is no batch.') : whole;
  return Array.from({ length: count }, () => same);
}

/** @param secrets what must not come back, wherever Business Central or a server in between may echo it */
export function safeAnswers(secrets: readonly string[]): SafeAnswers {
  const read = ({ status, headers, body }: OutboundAnswer): ReadAnswer => {
    if (secrets.some((secret) => body.includes(secret))) {
      throw new Refusal('Gateway_UnreadableAnswer', 'The answer of Business Central holds what it must not.');
    }
    return { status, headers, text: body, content: parsed(body) };
  };
  return {
    single: (answer, now) => safeAnswer(read(answer), now),
    batch: (answer, count, now) => batchAnswers(read(answer), count, now),
  };
}
