import { Refusal } from '../refusal';

/** The parts of an address, each decoded once. */
export interface AddressParts {
  readonly segments: readonly string[];
  /** Name and value of each query option, in their order. */
  readonly options: readonly (readonly [name: string, value: string])[];
}

/** Business Central answers longer addresses with 400, and much longer ones with 500 (docs/services.md). */
const longestAddress = 15 * 1024;

/** What an address may be written with (RFC 3986 §2), apart from the fragment, which never reaches a server. */
const writtenAddress = /^[A-Za-z0-9\-._~%!$&'()*+,;=:@/?]*$/;

/** An escape that is still there after decoding: the address was encoded twice, or somebody tries what happens. */
const encodedTwice = /%[0-9a-f]{2}/i;

function malformed(what: string): Refusal {
  return new Refusal('Gateway_BadRequest', `The address is malformed: ${what}.`);
}

function decodedOnce(written: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(written);
  } catch {
    throw malformed('an escape is not UTF-8');
  }
  if (/\p{Cc}/u.test(decoded)) {
    throw malformed('it holds control characters');
  }
  return decoded;
}

function segmentOf(written: string): string {
  const segment = decodedOnce(written);
  if (segment === '' || segment === '.' || segment === '..') {
    throw malformed('it holds an empty or a relative segment');
  }
  if (/[/\\]/.test(segment)) {
    throw malformed('a segment holds a slash');
  }
  if (encodedTwice.test(segment)) {
    throw malformed('it is encoded twice');
  }
  return segment;
}

function optionOf(written: string): readonly [string, string] {
  const equals = written.indexOf('=');
  if (equals < 1) {
    throw malformed('a query option has no value');
  }
  return [decodedOnce(written.slice(0, equals)), decodedOnce(written.slice(equals + 1))];
}

/**
 * Takes an address apart. This is the only place where one is decoded; what goes to Business Central is written anew
 * from what was understood here, so both sides cannot read the same address differently.
 * @param address below `/ODataV4/`, as it came
 * @throws Refusal `Gateway_BadRequest`
 */
export function addressParts(address: string): AddressParts {
  if (address.length > longestAddress) {
    throw malformed('it is too long');
  }
  if (!writtenAddress.test(address)) {
    throw malformed('it holds signs that an address cannot hold');
  }
  const question = address.indexOf('?');
  const path = question < 0 ? address : address.slice(0, question);
  const query = question < 0 ? '' : address.slice(question + 1);
  return {
    segments: path.split('/').map(segmentOf),
    options: query === '' ? [] : query.split('&').map(optionOf),
  };
}
