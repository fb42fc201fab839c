import { useState } from 'react';
import { judgeLines } from '../../../businessCentral/availability/judgeLines';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type {
  ItemDetails,
  ItemSupply,
  LineAvailability,
  RequestedLine,
  Substitute,
} from '../../../businessCentral/availability/types';
import { useReading } from '../../../ui/useReading';
import type { AvailabilitySession } from '../../availabilitySession';

export interface KnownDetails {
  /** Null while nothing is known of this item. */
  readonly details: ItemDetails | null;
  /** False while `details` were read without the substitutes. */
  readonly hasSubstitutes: boolean;
  /** Why the latest attempt failed. */
  readonly failure: Error | null;
}

/**
 * Stock by location of an item, asked once its details are open, and again with every newer reading; with its
 * substitutes from when these are wanted for the first time. What is known stays, whatever the user types meanwhile.
 * @param readAt when the item's supply was read
 */
export function useItemDetails(
  session: AvailabilitySession,
  item: ItemSupply,
  readAt: number,
  wantsSubstitutes: boolean,
): KnownDetails {
  const { itemNo } = item;
  const [wantedOf, setWantedOf] = useState<string | null>(null);
  if (wantsSubstitutes && wantedOf !== itemNo) {
    setWantedOf(itemNo);
  }
  const withSubstitutes = wantsSubstitutes || wantedOf === itemNo;
  const { value, failure } = useReading({
    subject: itemNo,
    key: `${itemNo} ${readAt} ${String(withSubstitutes)}`,
    ask: async (options, before: DetailsReading | null) => ({
      details: await session.detailsOf(item, withSubstitutes, {
        ...options,
        fresh: options.fresh || (before !== null && before.readAt !== readAt),
      }),
      withSubstitutes,
      readAt,
    }),
  });
  return { details: value?.details ?? null, hasSubstitutes: value?.withSubstitutes === true, failure };
}

interface DetailsReading {
  readonly details: ItemDetails;
  readonly withSubstitutes: boolean;
  /** When the item's supply was read that these belong to. */
  readonly readAt: number;
}

/**
 * A substitute as if the line asked for it instead, after those lines of the document that ask for it already and come
 * first.
 * @param others the document's other lines that ask for the substitute
 */
export function judgeSubstitute(
  { itemNo, description, supply }: Substitute,
  line: RequestedLine,
  others: readonly RequestedLine[],
  today: IsoDate,
): { readonly line: RequestedLine; readonly answer: LineAvailability } {
  const product = { id: itemNo, number: itemNo, name: description };
  const instead: RequestedLine = { ...line, title: description, product, writeIn: false };
  const claims = others.map((other) => ({ ...other, product }));
  const [answer] = judgeLines([instead, ...claims], new Map([[itemNo, supply]]), today);
  if (answer === undefined) {
    throw new Error('judgeLines gave no answer for a line');
  }
  return { line: instead, answer };
}
