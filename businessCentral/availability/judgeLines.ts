import { availableFrom, availableToPromiseDate, finalBalance } from './availableToPromise';
import { balanceSteps } from './projectedBalance';
import { roundQuantity, roundQuantityDown } from './quantity';
import { baseUnitsPer } from './unitConversion';
import type { IsoDate } from '../isoDate';
import type {
  AvailabilityState,
  DatedQuantity,
  ItemSupply,
  LineAvailability,
  ProductSupply,
  RequestedLine,
  SupplyByProduct,
  UnknownReason,
} from './types';

/**
 * Says of each line of one document whether, and when, it can be delivered.
 *
 * Lines that ask for the same item reduce each other, in the order of requested date, then line number: an earlier
 * line takes its quantity before a later one is judged. Other documents' quotes take nothing.
 * @param lines of one document
 * @param supply what is known of their products
 * @param today the user's today; nothing is promised for an earlier day
 * @returns in the order of `lines`
 */
export function judgeLines(
  lines: readonly RequestedLine[],
  supply: SupplyByProduct,
  today: IsoDate,
): LineAvailability[] {
  const answers = new Map<string, LineAvailability>();
  const takenByItem = new Map<string, DatedQuantity[]>();
  for (const line of [...lines].sort(inOrderOfClaim(today))) {
    const product = line.product === null ? undefined : supply.get(line.product.id);
    const taken = product?.status === 'found' ? claims(takenByItem, product.supply.itemNo) : [];
    answers.set(line.lineId, judgeLine(line, product, taken, today));
    const claim = product?.status === 'found' ? claimOf(line, product.supply, today) : null;
    if (claim !== null) {
      taken.push(claim);
    }
  }
  return lines.map((line) => answers.get(line.lineId) ?? judgeLine(line, undefined, [], today));
}

function claims(takenByItem: Map<string, DatedQuantity[]>, itemNo: string): DatedQuantity[] {
  const known = takenByItem.get(itemNo) ?? [];
  takenByItem.set(itemNo, known);
  return known;
}

function inOrderOfClaim(today: IsoDate) {
  return (a: RequestedLine, b: RequestedLine): number => {
    const [dateA, dateB] = [a.requestedDate ?? today, b.requestedDate ?? today];
    return dateA === dateB ? a.lineNumber - b.lineNumber : dateA < dateB ? -1 : 1;
  };
}

/** The requested date, but never before today. */
function askedFor(line: RequestedLine, today: IsoDate): IsoDate {
  return line.requestedDate === null || line.requestedDate < today ? today : line.requestedDate;
}

/** What a line takes from those after it; null where its quantity is not known in the base unit. */
function claimOf(line: RequestedLine, supply: ItemSupply, today: IsoDate): DatedQuantity | null {
  const factor = baseUnitsPer(line.unit, supply.unitFactors);
  if (factor === null || line.quantity === null || line.quantity <= 0) {
    return null;
  }
  return {
    date: askedFor(line, today),
    quantity: roundQuantity(line.quantity * factor),
    reserved: 0,
    documentNo: '',
    lineNo: line.lineNumber,
    locationCode: '',
  };
}

function judgeLine(
  line: RequestedLine,
  product: ProductSupply | undefined,
  taken: readonly DatedQuantity[],
  today: IsoDate,
): LineAvailability {
  const nothingKnown = (state: AvailabilityState, reason?: UnknownReason): LineAvailability => ({
    lineId: line.lineId,
    state,
    ...(reason === undefined ? {} : { reason }),
    unit: line.unit?.name ?? '',
    quantity: line.quantity,
    date: askedFor(line, today),
    deliverable: null,
    balance: null,
    atpDate: null,
    later: null,
    inventory: null,
    baseUnit: '',
  });

  if (line.writeIn) {
    return nothingKnown('writeIn');
  }
  if (line.product === null) {
    return nothingKnown('unknown', 'noProduct');
  }
  switch (product?.status) {
    case undefined:
      return nothingKnown('unknown', 'notRead');
    case 'failed':
      return { ...nothingKnown('unknown', 'failed'), error: product.error };
    case 'notCoupled':
      return nothingKnown('notCoupled');
    case 'itemDeleted':
      return nothingKnown('unknown', 'itemDeleted');
    case 'found':
      return judgeItem(line, product.supply, taken, today);
  }
}

function judgeItem(
  line: RequestedLine,
  supply: ItemSupply,
  taken: readonly DatedQuantity[],
  today: IsoDate,
): LineAvailability {
  const factor = baseUnitsPer(line.unit, supply.unitFactors);
  const inBaseUnit = factor === null || line.unit === null;
  const date = askedFor(line, today);
  const answer: LineAvailability = {
    lineId: line.lineId,
    state: 'unknown',
    unit: inBaseUnit ? supply.baseUnit : line.unit.name,
    quantity: line.quantity,
    date,
    deliverable: null,
    balance: null,
    atpDate: null,
    later: null,
    inventory: supply.kind === 'service' || supply.kind === 'nonInventory' ? null : supply.inventory,
    baseUnit: supply.baseUnit,
  };
  if (supply.blocked === true) {
    return { ...answer, state: 'blocked' };
  }
  if (supply.kind === 'service' || supply.kind === 'nonInventory') {
    return { ...answer, state: 'notStocked' };
  }
  if (supply.kind === null || supply.inventory === null || supply.requirements === null) {
    return { ...answer, reason: 'incomplete' };
  }

  const steps = balanceSteps(
    supply.inventory,
    supply.receipts ?? [],
    [...supply.requirements, ...taken],
    today,
  );
  const perUnit = factor ?? 1;
  const balance = roundQuantityDown(availableFrom(steps, date) / perUnit);
  if (factor === null) {
    return { ...answer, quantity: line.quantity, balance, reason: 'unitNotConvertible' };
  }
  if (line.quantity === null || line.quantity <= 0) {
    return { ...answer, balance, reason: 'noQuantity' };
  }

  const needed = roundQuantity(line.quantity * factor);
  const inUnits = (quantity: number) => unitsToPromise(quantity, perUnit, line.quantity);
  const deliverable = Math.max(0, Math.min(line.quantity, inUnits(availableFrom(steps, date))));
  if (availableFrom(steps, date) >= needed) {
    return { ...answer, state: 'available', balance, deliverable: line.quantity, atpDate: date };
  }
  if (supply.receipts === null) {
    // Receipts could only help; without them nobody knows when, or whether, the rest will come.
    return { ...answer, balance, deliverable, reason: 'incomplete' };
  }
  const atpDate = availableToPromiseDate(steps, needed, date);
  if (atpDate !== null) {
    return {
      ...answer,
      state: deliverable > 0 ? 'partlyAvailable' : 'expected',
      balance,
      deliverable,
      atpDate,
    };
  }
  return {
    ...answer,
    state: deliverable > 0 ? 'partlyAvailable' : 'short',
    balance,
    deliverable,
    later: mostThatComes(steps, inUnits(finalBalance(steps)), perUnit, date, deliverable),
  };
}

/** Nobody can promise 0.58333 of a box: who asks for whole boxes is promised whole boxes. */
function unitsToPromise(baseUnits: number, perUnit: number, asked: number | null): number {
  const units = roundQuantityDown(baseUnits / perUnit);
  return perUnit !== 1 && Number.isInteger(asked) ? Math.floor(units) : units;
}

/** Where the whole is never covered: the most that ever is, if that is more than on the requested date. */
function mostThatComes(
  steps: ReturnType<typeof balanceSteps>,
  most: number,
  perUnit: number,
  date: IsoDate,
  deliverable: number,
): LineAvailability['later'] {
  const from = availableToPromiseDate(steps, roundQuantity(most * perUnit), date);
  return most > deliverable && from !== null ? { quantity: most, date: from } : null;
}
