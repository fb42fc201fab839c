import type { FailedCheck, HealthFinding } from './health';

/** What support wants to know beside the findings. */
export interface SupportFacts {
  /** Of the solution. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
  readonly way: 'gateway' | 'direct';
  readonly matchBy: 'coupling' | 'number';
  /** Of Business Central, the gateway and the web client, as far as they are entered. */
  readonly addresses: readonly string[];
}

/**
 * What was found, as a text to copy for support. In English, whatever the user's language, and made of nothing but what
 * is known to hold no secret: codes, counts, names of services and mappings, and addresses without their queries. No
 * sentence of a server gets in, no user name, and no name of a record.
 */
export function supportText(findings: readonly HealthFinding[], facts: SupportFacts): string {
  return [
    `Business Central for Sales ${plain(facts.version)}`,
    `Checked: ${new Date(facts.checkedAt).toISOString()}`,
    `Way: ${facts.way}, matched by ${facts.matchBy}`,
    ...facts.addresses.flatMap((address) => {
      const bare = bareAddress(address);
      return bare === null ? [] : [`Address: ${bare}`];
    }),
    ...(findings.length === 0 ? ['All is well.'] : findings.map(line)),
  ].join('\n');
}

function line({ severity, area, code, subjects, count, error }: HealthFinding): string {
  return [
    `${severity}: ${area}/${code}`,
    ...(count === null ? [] : [`(${count})`]),
    ...subjects.map(plain),
    ...(error === null ? [] : [causeOf(error)]),
  ].join(' ');
}

function causeOf({ code, details = {} }: FailedCheck): string {
  const { service, status, serverCode, correlationId } = details;
  return [
    `[${plain(code)}`,
    ...(service === undefined ? [] : [`service=${plain(service)}`]),
    ...(status === undefined ? [] : [`status=${status}`]),
    ...(serverCode === undefined ? [] : [`code=${knownServerCode(serverCode)}`]),
    ...(correlationId === undefined ? [] : [`correlation=${knownId(correlationId)}`]),
  ]
    .join(' ')
    .concat(']');
}

/** Names of ours and of Business Central's mappings: short, and of few signs. */
function plain(value: string): string {
  return /^[\w .-]{1,40}$/.test(value) ? value : '?';
}

/** Codes as Business Central and the gateway have them, two words joined: `Application_DialogException`. */
function knownServerCode(code: string): string {
  return /^(?:Application|Internal|Request|BadRequest|Authentication|Authorization|Gateway)_[A-Za-z]{1,40}$/.test(
    code,
  )
    ? code
    : '?';
}

function knownId(id: string): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id : '?';
}

/** An address without who signs in, and without its query. */
function bareAddress(address: string): string | null {
  try {
    const { origin, pathname } = new URL(address);
    return `${origin}${pathname}`;
  } catch {
    return null;
  }
}
