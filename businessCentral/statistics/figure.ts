import type { ServiceName } from '../connection';
import { BusinessCentralError } from '../errors';
import type { IsoDate } from '../isoDate';
import { missingPart, missingParts } from '../missingParts';
import type { ReadOutcome } from '../odata/reader';
import { Row } from '../odata/row';
import type { Figure } from './types';

export function known<Value>(value: Value): Figure<Value> {
  return { known: true, value };
}

/** What a service did not give. */
export function unknown(service: ServiceName, error: BusinessCentralError): Figure<never> {
  return { known: false, missing: missingPart(service, error) };
}

export function unreadable(service: ServiceName): BusinessCentralError {
  return new BusinessCentralError('unreadableAnswer', { service });
}

/** Why a field is not known although the service answered; null where it was asked for. */
export function lackingField(
  service: ServiceName,
  outcome: ReadOutcome,
  field: string,
): Figure<never> | null {
  const [missing] = missingParts(
    service,
    outcome.ok ? outcome.missingFields.filter((lacking) => lacking === field) : [],
  );
  return missing === undefined ? null : { known: false, missing };
}

/** @returns what `read` makes of an answer, or unknown where a value is not of the type that the contract says */
export function readable<Value>(service: ServiceName, read: () => Value): Figure<Value> {
  try {
    return known(read());
  } catch (error) {
    if (error instanceof BusinessCentralError) {
      return unknown(service, unreadable(service));
    }
    throw error;
  }
}

/** Reads the fields of the one row that a service has of a customer. */
export type FigureOf = <Value>(field: string, read: (row: Row, field: string) => Value) => Figure<Value>;

/** @param row something else than a row: there should be one, and there is none that can be read */
export function figuresOf(service: ServiceName, outcome: ReadOutcome, row: unknown): FigureOf {
  return (field, read) => {
    if (!outcome.ok) {
      return unknown(service, outcome.error);
    }
    if (!(row instanceof Row)) {
      return unknown(service, unreadable(service));
    }
    return lackingField(service, outcome, field) ?? readable(service, () => read(row, field));
  };
}

/** How fields are read: an amount in local currency, a code without its blanks, a day that may be blank. */
export const amount = (row: Row, field: string): number => row.number(field);
export const code = (row: Row, field: string): string => row.text(field).trim();
export const day = (row: Row, field: string): IsoDate | null => row.date(field);
