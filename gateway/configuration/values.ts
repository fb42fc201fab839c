import { isIP } from 'node:net';
import { SettingProblem } from './problem';

/** Reads a setting's value: a text from the environment, or whatever the JSON file holds. @throws SettingProblem */
export type ReadValue<T> = (raw: unknown) => T;

/** A text that is not blank. */
export const text: ReadValue<string> = (raw) => {
  if (typeof raw !== 'string' || raw.trim() === '') {
    throw new SettingProblem('must be a text');
  }
  // A header or a log line is made of some of these texts.
  if (/[\u0000-\u001f\u007f]/.test(raw)) {
    throw new SettingProblem('must not hold control characters');
  }
  return raw.trim();
};

/** A text that nobody guesses. */
export function longText(least: number): ReadValue<string> {
  return (raw) => {
    const value = text(raw);
    if (value.length < least) {
      throw new SettingProblem(`must have at least ${least} characters`);
    }
    return value;
  };
}

/** `true` or `false`. */
export const flag: ReadValue<boolean> = (raw) => {
  if (raw === true || raw === 'true') {
    return true;
  }
  if (raw === false || raw === 'false') {
    return false;
  }
  throw new SettingProblem('must be true or false');
};

/** A number from `least` to `most`. */
export function number(least: number, most: number): ReadValue<number> {
  return (raw) => {
    const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
    if (typeof value !== 'number' || !(value >= least && value <= most)) {
      throw new SettingProblem(`must be a number from ${least} to ${most}`);
    }
    return value;
  };
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): ReadValue<number> {
  const read = number(least, most);
  return (raw) => {
    const value = read(raw);
    if (!Number.isInteger(value)) {
      throw new SettingProblem('must be a whole number');
    }
    return value;
  };
}

/** One of a closed list of texts. */
export function oneOf<T extends string>(values: readonly T[]): ReadValue<T> {
  return (raw) => {
    const found = values.find((value) => value === raw);
    if (found === undefined) {
      throw new SettingProblem(`must be one of ${values.join(', ')}`);
    }
    return found;
  };
}

/** JSON where the environment gives it as text. */
export function json(raw: unknown): unknown {
  if (typeof raw !== 'string') {
    return raw;
  }
  try {
    return JSON.parse(raw);
  } catch {
    throw new SettingProblem('must be valid JSON');
  }
}

/** A list: an array in the file; in the environment a JSON array, or entries between commas. */
export function list<T>(readEntry: ReadValue<T>): ReadValue<readonly T[]> {
  return (raw) => {
    const fromText = (value: string): unknown =>
      value.trim().startsWith('[') ? json(value) : value.split(',').filter((entry) => entry.trim() !== '');
    const entries = typeof raw === 'string' ? fromText(raw) : raw;
    if (!Array.isArray(entries) || entries.length === 0) {
      throw new SettingProblem('must be a list with at least one entry');
    }
    return entries.map((entry) => readEntry(entry));
  };
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function httpAddress(raw: unknown): URL {
  const value = text(raw);
  const address = URL.canParse(value) ? new URL(value) : null;
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw new SettingProblem('must be an http(s) address');
  }
  if (address.username !== '' || address.password !== '') {
    throw new SettingProblem('must not hold a user name or password');
  }
  if (address.hash !== '') {
    throw new SettingProblem('must not hold a fragment (#)');
  }
  return address;
}

/** Whether what is sent there can be read on the way. */
export function isClearText(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !loopback.test(hostname);
}

/** An address without a trailing slash; https, or http on this machine. */
export const secureAddress: ReadValue<string> = (raw) => {
  const address = httpAddress(raw);
  if (isClearText(address.href)) {
    throw new SettingProblem('must be https (http only on this machine)');
  }
  return address.href.replace(/\/+$/, '');
};

/** An address without a trailing slash, https or http. */
export const anyAddress: ReadValue<string> = (raw) => httpAddress(raw).href.replace(/\/+$/, '');

/** An origin as a browser sends it: scheme, host and port, nothing else. */
export const origin: ReadValue<string> = (raw) => {
  const value = text(raw).replace(/\/$/, '');
  const address = httpAddress(value);
  if (address.origin !== value.toLowerCase()) {
    throw new SettingProblem('must be origins such as https://contoso.crm4.dynamics.com');
  }
  if (isClearText(address.href)) {
    throw new SettingProblem('must be https origins (http only on this machine)');
  }
  return address.origin;
};

/** An IP address, a network such as 10.0.0.0/8, or one of the names that stand for private networks. */
export const network: ReadValue<string> = (raw) => {
  const value = text(raw);
  const [address = '', bits, ...others] = value.split('/');
  const widest = isIP(address) === 6 ? 128 : 32;
  const isNetwork =
    isIP(address) !== 0 &&
    others.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest));
  if (!isNetwork && !['loopback', 'linklocal', 'uniquelocal'].includes(value)) {
    throw new SettingProblem('must be IP addresses or networks such as 10.0.0.0/8');
  }
  return value;
};
