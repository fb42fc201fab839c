import type { BusinessCentralConnection } from '../connection';
import { BusinessCentralError } from '../errors';
import type { Deadline } from '../odata/deadline';
import type { Read, ReadOutcome } from '../odata/reader';
import { coupledItemQuestions, coupledItems, type CoupledItem } from './coupledItems';
import { itemNumber } from './itemCards';
import { ItemFacts } from './itemFacts';
import type { ListLengths } from './itemQuestions';
import { itemSupply, type KnownOfItem } from './itemSupply';
import { missingParts } from '../missingParts';
import { datedRead } from '../oldestAnswer';
import type { MissingPart } from '../missingParts';
import { ownOrderOf, ownOrderQuestion, withoutOwnLines } from './ownOrder';
import type { ProductSupply, RequestedProduct, SupplyByProduct } from './types';

export interface SupplyQuestionParts {
  readonly matchBy: BusinessCentralConnection['matchBy'];
  readonly read: Read;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly lengths: ListLengths;
  /** `salesorderid` of the order that asks. */
  readonly order?: string | undefined;
}

/** To which item a product leads. */
type Match =
  | { readonly kind: 'item'; readonly itemNo: string; readonly coupled: KnownOfItem | null }
  | { readonly kind: 'none' }
  | { readonly kind: 'itemDeleted' }
  | { readonly kind: 'failed'; readonly error: BusinessCentralError };

/**
 * Reads supply and demand of the items behind products, as a rule in one round trip.
 *
 * The coupling of a product tells its item. But the synchronization copies the item's number into the product's
 * (mapping ITEM-PRODUCT, codeunit 5334 "CRM Setup Defaults"), so the items are asked for by that number at the same
 * time, and only where the coupling says otherwise is there a second round trip.
 * @throws BusinessCentralError where nothing at all could be read
 */
export async function supplyOfProducts(
  products: readonly RequestedProduct[],
  { matchBy, read: undated, now, lengths, order }: SupplyQuestionParts,
  deadline: Deadline,
): Promise<SupplyByProduct> {
  const { read, readAt: oldest } = datedRead(undated, now);
  const facts = new ItemFacts(lengths);
  const couplingQuestions = matchBy === 'coupling' ? coupledItemQuestions(products) : [];
  const presumed = distinct(products.map(({ number }) => itemNumber(number)));
  const firstQuestions = facts.questions(presumed);

  const orderQuestion = ownOrderQuestion(order);

  const answers = await read(
    [...orderQuestion, ...[...couplingQuestions, ...firstQuestions].map(({ operation }) => operation)],
    deadline,
  );
  const outcomes = answers.slice(orderQuestion.length);
  throwIfNothingCame(outcomes);
  facts.take(firstQuestions, outcomes.slice(couplingQuestions.length));
  const ownOrder = ownOrderOf(orderQuestion.length === 0 ? undefined : answers[0]);

  const matchOf =
    matchBy === 'coupling'
      ? matchByCoupling(
          couplingQuestions.map(({ products: asked }, index) => ({ asked, outcome: outcomes[index] })),
        )
      : matchByNumber;
  const matches = products.map((product) => [product, matchOf(product)] as const);

  const needed = distinct(matches.map(([, match]) => (match.kind === 'item' ? match.itemNo : null)));
  const others = facts.questions(needed.filter((itemNo) => !facts.ItemCard.isKnown(itemNo)));
  if (others.length > 0) {
    facts.take(
      others,
      await read(
        others.map(({ operation }) => operation),
        deadline,
      ),
    );
  }
  await facts.complete(needed, read, deadline);

  const readAt = oldest();
  return new Map(
    matches.map(
      ([{ id }, match]) => [id, withoutOwnLines(supplyOfMatch(match, facts, readAt), ownOrder)] as const,
    ),
  );
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null))];
}

/** One part that failed is that part's matter; all of them mean that Business Central did not answer. */
function throwIfNothingCame(outcomes: readonly ReadOutcome[]): void {
  const [first] = outcomes;
  if (first !== undefined && !first.ok && outcomes.every((outcome) => !outcome.ok)) {
    throw first.error;
  }
}

function matchByNumber({ number }: RequestedProduct): Match {
  const itemNo = itemNumber(number);
  return itemNo === null ? { kind: 'none' } : { kind: 'item', itemNo, coupled: null };
}

function matchByCoupling(
  answers: readonly { asked: readonly RequestedProduct[]; outcome: ReadOutcome | undefined }[],
): (product: RequestedProduct) => Match {
  const matches = new Map<string, Match>();
  for (const { asked, outcome } of answers) {
    const { values, complete } =
      outcome?.ok === true ? coupledItems(outcome.rows) : { values: [], complete: false };
    const error =
      outcome?.ok === false
        ? outcome.error
        : new BusinessCentralError('unreadableAnswer', { service: 'ProductItemAvailability' });
    const missing = missingParts(
      'ProductItemAvailability',
      outcome?.ok === true ? outcome.missingFields : [],
    );
    for (const { id } of asked) {
      const rows = values.filter(({ productId }) => productId === id);
      matches.set(
        id,
        rows.length === 0 && !complete ? { kind: 'failed', error } : matchOfRows(rows, missing),
      );
    }
  }
  return ({ id }) => matches.get(id) ?? { kind: 'none' };
}

/** Business Central couples one item to a product; rows that disagree are no answer. */
function matchOfRows(rows: readonly CoupledItem[], missing: readonly MissingPart[]): Match {
  const [coupled] = rows;
  if (coupled === undefined) {
    return { kind: 'none' };
  }
  if (rows.some(({ itemNo }) => itemNo !== coupled.itemNo)) {
    const error = new BusinessCentralError('unreadableAnswer', { service: 'ProductItemAvailability' });
    return { kind: 'failed', error };
  }
  return coupled.itemNo === ''
    ? { kind: 'itemDeleted' }
    : { kind: 'item', itemNo: coupled.itemNo.toUpperCase(), coupled: { ...coupled, missing } };
}

function supplyOfMatch(match: Match, facts: ItemFacts, readAt: number): ProductSupply {
  switch (match.kind) {
    case 'none':
      return { status: 'notCoupled', readAt };
    case 'itemDeleted':
      return { status: 'itemDeleted', readAt };
    case 'failed':
      return { status: 'failed', error: match.error, readAt };
    case 'item':
      break;
  }
  const card = facts.ItemCard.of(match.itemNo);
  if (!card.known && match.coupled === null) {
    return { status: 'failed', error: card.error, readAt };
  }
  const supply = itemSupply(match.itemNo, facts, match.coupled);
  if (supply !== null) {
    return { status: 'found', supply, readAt };
  }
  return match.coupled === null ? { status: 'notCoupled', readAt } : { status: 'itemDeleted', readAt };
}

/**
 * Supply and demand of items known by their numbers, such as substitutes.
 * @returns by item number
 * @throws BusinessCentralError where nothing at all could be read
 */
export async function supplyOfItems(
  itemNos: readonly string[],
  parts: SupplyQuestionParts,
  deadline: Deadline,
): Promise<SupplyByProduct> {
  const products = itemNos.map((itemNo) => ({ id: itemNo, number: itemNo, name: '' }));
  return supplyOfProducts(products, { ...parts, matchBy: 'number' }, deadline);
}
