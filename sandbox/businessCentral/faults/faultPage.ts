import type { IncomingMessage, ServerResponse } from 'node:http';
import { publishable } from '../services/publishedServices';
import { receiveBody } from '../http/receiveBody';
import { escapedHtml } from '../webClientPage';
import type { ActiveFault, Fault } from './faultKinds';
import type { Faults } from './faults';

export const faultPagePath = '/faults';

/** What a person can choose, by the value of the form's field. */
const choices: Readonly<Record<string, { readonly label: string; readonly fault: Fault }>> = {
  latency: { label: 'Latency of 3 seconds', fault: { kind: 'latency', milliseconds: 3000 } },
  unauthorized: { label: '401 wrong credentials', fault: { kind: 'unauthorized' } },
  notFound: { label: '404 not found', fault: { kind: 'notFound' } },
  tooManyRequests: { label: '429 without Retry-After', fault: { kind: 'tooManyRequests' } },
  tooManyRequestsSeconds: {
    label: '429, Retry-After 2 seconds',
    fault: { kind: 'tooManyRequests', retryAfter: { form: 'seconds', seconds: 2 } },
  },
  unavailable: { label: '503 without Retry-After', fault: { kind: 'unavailable' } },
  unavailableSeconds: {
    label: '503, Retry-After 2 seconds',
    fault: { kind: 'unavailable', retryAfter: { form: 'seconds', seconds: 2 } },
  },
  unavailableDate: {
    label: '503, Retry-After as a date',
    fault: { kind: 'unavailable', retryAfter: { form: 'date', seconds: 2 } },
  },
  unavailableGarbage: {
    label: '503, Retry-After unreadable',
    fault: { kind: 'unavailable', retryAfter: { form: 'garbage' } },
  },
  alError: {
    label: '500 AL error',
    fault: {
      kind: 'alError',
      text: 'Location Code must have a value in Item: No.=1896-S. It cannot be zero or empty.',
    },
  },
  gatewayTimeout: { label: '504 gateway timeout', fault: { kind: 'gatewayTimeout' } },
  reset: { label: 'Connection reset', fault: { kind: 'reset' } },
  truncated: { label: 'Truncated JSON', fault: { kind: 'truncated' } },
  signInPage: { label: 'Sign-in page in HTML, status 200', fault: { kind: 'signInPage' } },
  emptyBody: { label: 'Empty body', fault: { kind: 'emptyBody' } },
  wrongTypesStrings: {
    label: 'Text where numbers belong',
    fault: { kind: 'wrongTypes', instead: 'strings' },
  },
  wrongTypesArrays: { label: 'Arrays where values belong', fault: { kind: 'wrongTypes', instead: 'arrays' } },
  wrongTypesNulls: { label: 'Nulls where values belong', fault: { kind: 'wrongTypes', instead: 'nulls' } },
  duplicateRows: { label: 'Every row twice', fault: { kind: 'duplicateRows' } },
  missingRows: { label: 'Every second row missing', fault: { kind: 'missingRows' } },
  drip: { label: 'Slow drip', fault: { kind: 'drip', bytes: 64, everyMilliseconds: 200 } },
  hang: { label: 'No answer at all', fault: { kind: 'hang' } },
};

function labelOf(fault: Fault): string {
  const same = Object.values(choices).find(
    (choice) => JSON.stringify(choice.fault) === JSON.stringify(fault),
  );
  return same?.label ?? fault.kind;
}

function activeRow({ id, fault, service, remaining }: ActiveFault): string {
  const times = remaining === null ? 'until cleared' : `${remaining} more`;
  return (
    `<tr><td>${escapedHtml(labelOf(fault))}</td><td>${service ?? 'everything'}</td><td>${times}</td>` +
    `<td><button name="clear" value="${id}">Clear</button></td></tr>`
  );
}

function page(faults: Faults): string {
  const active = faults.active();
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Faults - Business Central (sandbox)</title>
<style>body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;margin:3rem;max-width:48rem}label{display:block;margin:.5rem 0}td,th{text-align:left;padding:.25rem 1rem .25rem 0}</style>
</head><body><h1>Faults of the small Business Central</h1>
<form method="post" action="${faultPagePath}">
<label>Fault <select name="fault">${Object.entries(choices)
    .map(([value, { label }]) => `<option value="${value}">${escapedHtml(label)}</option>`)
    .join('')}</select></label>
<label>Where <select name="service"><option value="">everything</option>${publishable
    .map((name) => `<option>${name}</option>`)
    .join('')}</select></label>
<label>How many times <input name="times" inputmode="numeric" pattern="[0-9]*" placeholder="until cleared"></label>
<button name="set" value="1">Let it happen</button>
</form>
<h2>Waiting to happen</h2>
${
  active.length === 0
    ? '<p>Nothing. Business Central works as it should.</p>'
    : `<form method="post" action="${faultPagePath}"><table><tr><th>Fault</th><th>Where</th><th>How often</th><th></th></tr>${active
        .map(activeRow)
        .join('')}</table><button name="clear" value="all">Clear all</button></form>`
}
</body></html>
`;
}

function apply(form: URLSearchParams, faults: Faults): void {
  const clear = form.get('clear');
  if (clear !== null) {
    faults.clear(clear === 'all' ? undefined : Number(clear));
    return;
  }
  const choice = choices[form.get('fault') ?? ''];
  const service = publishable.find((name) => name === form.get('service'));
  const times = Number(form.get('times') ?? '');
  if (choice !== undefined) {
    faults.set(choice.fault, {
      ...(service === undefined ? {} : { service }),
      ...(Number.isInteger(times) && times > 0 ? { times } : {}),
    });
  }
}

/**
 * The page on which a person lets faults happen. A form of another origin is refused: any page in the browser can
 * post to localhost.
 */
export async function answerFaultPage(
  request: IncomingMessage,
  response: ServerResponse,
  faults: Faults,
  origin: string,
): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(faults));
    return;
  }
  if (request.headers.origin !== undefined && request.headers.origin !== origin) {
    response.writeHead(403).end();
    return;
  }
  apply(new URLSearchParams(await receiveBody(request)), faults);
  response.writeHead(303, { location: faultPagePath }).end();
}
