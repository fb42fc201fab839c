import { setTimeout as wait } from 'node:timers/promises';
import { emptyAnswer, type Answer } from '../odata/answer';
import { errorAnswer, unauthorizedAnswer } from '../odata/errorAnswer';
import { tooManyRequests } from '../odata/odataError';
import type { BusinessCentralOptions } from '../options';
import type { Fault, RetryAfter, RowFault, WrongTypes } from './faultKinds';

const signInPage = `<!DOCTYPE html>
<html><head><title>Sign in to your account</title></head>
<body><form method="post" action="/signin"><input name="login"><input name="passwd" type="password"></form></body></html>
`;

/** What HTTP.sys answers while the server instance restarts. */
const serviceUnavailablePage = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN""http://www.w3.org/TR/html4/strict.dtd">
<HTML><HEAD><TITLE>Service Unavailable</TITLE>
<META HTTP-EQUIV="Content-Type" Content="text/html; charset=us-ascii"></HEAD>
<BODY><h2>Service Unavailable</h2>
<hr><p>HTTP Error 503. The service is unavailable.</p>
</BODY></HTML>
`;

function html(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

function retryAfterHeader(retryAfter: RetryAfter | undefined): Readonly<Record<string, string>> {
  switch (retryAfter?.form) {
    case undefined:
      return {};
    case 'seconds':
      return { 'retry-after': String(retryAfter.seconds) };
    case 'date':
      return { 'retry-after': new Date(Date.now() + retryAfter.seconds * 1000).toUTCString() };
    case 'garbage':
      return { 'retry-after': 'in a moment' };
  }
}

function wrongValue(value: unknown, instead: WrongTypes): unknown {
  switch (instead) {
    case 'strings':
      return typeof value === 'number' || typeof value === 'boolean' ? `${value} ?` : value;
    case 'arrays':
      return [value];
    case 'nulls':
      return null;
  }
}

function withWrongTypes(row: unknown, instead: WrongTypes): unknown {
  return Object.fromEntries(
    Object.entries(row as Record<string, unknown>).map(([name, value]) => [
      name,
      name.startsWith('@') ? value : wrongValue(value, instead),
    ]),
  );
}

/** Changes the rows of an answer; an answer without rows stays as it is. */
function changedRows(answer: Answer, change: (rows: readonly unknown[]) => readonly unknown[]): Answer {
  const content: unknown = answer.headers['content-type']?.startsWith('application/json')
    ? JSON.parse(answer.body)
    : null;
  if (
    typeof content !== 'object' ||
    content === null ||
    !('value' in content) ||
    !Array.isArray(content.value)
  ) {
    return answer;
  }
  return { ...answer, body: JSON.stringify({ ...content, value: change(content.value as unknown[]) }) };
}

function faultyRows(rows: readonly unknown[], fault: RowFault): readonly unknown[] {
  return fault.kind === 'duplicateRows'
    ? rows.flatMap((row) => [row, row])
    : rows.filter((_, index) => index % 2 === 1);
}

/**
 * An answer with a fault in it.
 * @param answer gives the right answer; not asked where the fault stands in for it
 * @param signal ends the waiting when the caller has gone
 */
export async function spoiltAnswer(
  fault: Fault,
  answer: () => Promise<Answer>,
  options: Pick<BusinessCentralOptions, 'unauthorizedBody'>,
  signal: AbortSignal,
): Promise<Answer> {
  switch (fault.kind) {
    case 'latency':
      await wait(fault.milliseconds, undefined, { signal });
      return answer();
    case 'unauthorized':
      return unauthorizedAnswer(options);
    case 'notFound':
      return emptyAnswer(404);
    case 'tooManyRequests':
      return errorAnswer(tooManyRequests(95), retryAfterHeader(fault.retryAfter));
    case 'unavailable':
      return html(503, serviceUnavailablePage, retryAfterHeader(fault.retryAfter));
    case 'alError':
      return errorAnswer({ status: 500, code: 'Application_DialogException', message: fault.text });
    case 'gatewayTimeout':
      return html(504, '<html><body><h1>504 Gateway Time-out</h1></body></html>\n');
    case 'signInPage':
      return html(200, signInPage);
    case 'emptyBody':
      return { ...(await answer()), body: '' };
    case 'wrongTypes':
      return changedRows(await answer(), (rows) => rows.map((row) => withWrongTypes(row, fault.instead)));
    case 'duplicateRows':
    case 'missingRows':
      return changedRows(await answer(), (rows) => faultyRows(rows, fault));
    case 'reset':
    case 'hang':
    case 'drip':
    case 'truncated':
      return { ...(await answer()), transport: fault };
  }
}
