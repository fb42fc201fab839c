import { judgeLines } from '../../../businessCentral/availability/judgeLines';
import type {
  IsoDate,
  ItemDetails,
  ItemSupply,
  LineAvailability,
  RequestedLine,
  Substitute,
} from '../../../businessCentral/availability/types';
import { useReading } from '../../../ui/useReading';
import type { Reading } from '../../../ui/useReading';
import type { AvailabilitySession } from '../../availabilitySession';

/**
 * Stock by location and substitutes of an item, asked once the details are open, and again with every newer reading.
 * @param readAt when the item's supply was read
 */
export function useItemDetails(
  session: AvailabilitySession,
  item: ItemSupply,
  readAt: number,
  wantsSubstitutes: boolean,
): Reading<ItemDetails> {
  const subject = `${item.itemNo} ${wantsSubstitutes ? 'with substitutes' : ''}`;
  return useReading<ItemDetails>({
    subject,
    key: `${subject} ${readAt}`,
    ask: (options, before) =>
      session.detailsOf(item, wantsSubstitutes, { ...options, fresh: options.fresh || before !== null }),
  });
}

/** A substitute as if the line asked for it instead. */
export function judgeSubstitute(
  { itemNo, description, supply }: Substitute,
  line: RequestedLine,
  today: IsoDate,
): { readonly line: RequestedLine; readonly answer: LineAvailability } {
  const instead: RequestedLine = {
    ...line,
    title: description,
    product: { id: itemNo, number: itemNo, name: description },
    writeIn: false,
  };
  const [answer] = judgeLines([instead], new Map([[itemNo, supply]]), today);
  if (answer === undefined) {
    throw new Error('judgeLines gave no answer for a line');
  }
  return { line: instead, answer };
}
