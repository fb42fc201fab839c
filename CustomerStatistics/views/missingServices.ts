import type { BusinessCentralError } from '../../businessCentral/errors';
import type { MissingPart } from '../../businessCentral/missingParts';
import type { Figure, FoundCustomer } from '../../businessCentral/statistics/types';
import { wordsOf } from '../../ui/failure';
import type { NoticeProps } from '../../ui/Notice';
import type { StatisticsTexts } from './texts';

/** A service that gave nothing of a customer. */
export interface MissingService extends MissingPart {
  readonly service: 'CustomerStatistics' | 'CustomerCard' | 'CustomerLedgerEntries';
  readonly error: BusinessCentralError;
}

/** Services that gave nothing at all, in the order in which their figures stand. */
export function missingServices({ figures, ledger }: FoundCustomer): readonly MissingService[] {
  const { balance, total, creditLimit, overdue, blocked, customerSince } = figures;
  return [
    ...failed('CustomerStatistics', [balance, total, creditLimit, overdue]),
    ...failed('CustomerCard', [blocked, customerSince]),
    ...(ledger === null ? [] : failed('CustomerLedgerEntries', [ledger.open, ledger.sales])),
  ];
}

/** A single field that is missing, or cannot be read, leaves the others; a service that failed leaves none. */
function failed(
  service: MissingService['service'],
  figures: readonly Figure<unknown>[],
): readonly MissingService[] {
  const errors = figures.flatMap((figure) =>
    figure.known || figure.missing.field !== undefined ? [] : [figure.missing.error],
  );
  const [error] = errors;
  return error === undefined ||
    errors.length < figures.length ||
    errors.some(({ code }) => code !== error.code)
    ? []
    : [{ service, error }];
}

/** What is missing with a service, why, and who can do what about it. */
export function missingServiceNotice(
  { service, error }: MissingService,
  texts: StatisticsTexts,
): NoticeProps {
  const look = { icon: 'warning', tone: 'warning' } as const;
  if (error.code === 'serviceNotPublished') {
    return { ...look, word: texts.say(`notPublished_${service}`), next: texts.say('next_notPublished') };
  }
  const { sentence, remedy } = wordsOf(error, texts);
  return { ...look, word: texts.say(`missing_${service}`), text: sentence, next: remedy };
}
