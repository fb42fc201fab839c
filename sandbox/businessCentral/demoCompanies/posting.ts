import { daysAfter, type Day } from '../../demoData/calendar';
import { cronus } from '../../demoData/cronus';
import type { DemoDocuments } from '../../demoData/records';
import type { ScenarioStock } from '../../demoData/scenarios';
import type { ItemLedgerEntry } from '../company/records';
import { baseQuantity, linesOf } from './documentLines';

/** An item ledger entry before it has its number. */
export type Posting = Omit<ItemLedgerEntry, 'entryNo' | 'variantCode'>;

interface PostedHeader {
  readonly Document_Type: string;
  readonly No: string;
  readonly Status: string;
  readonly Posting_Date_Offset_Days: number;
  readonly Location_Code?: string;
}

interface PostedLine {
  readonly Document_Type: string;
  readonly Document_No: string;
  readonly Type?: string;
  readonly No?: string;
  readonly Quantity: number;
  readonly Unit_of_Measure_Code?: string;
  readonly Location_Code?: string;
}

function documentPostings(
  documents: DemoDocuments<PostedHeader, PostedLine>,
  direction: 1 | -1,
  today: Day,
): readonly Posting[] {
  return linesOf(documents)
    .filter(({ header, line }) => header.Status === 'Posted' && line.Type === 'Item')
    .map(({ header, line }) => ({
      itemNo: line.No ?? '',
      locationCode: line.Location_Code ?? header.Location_Code ?? '',
      postingDate: daysAfter(today, header.Posting_Date_Offset_Days),
      quantity: direction * baseQuantity(line),
    }));
}

/** Posts CRONUS: the opening journal, posted purchases in, posted sales out. */
export function cronusPostings(today: Day): readonly Posting[] {
  return [
    ...cronus.itemJournal.map((line) => ({
      itemNo: line.Item_No,
      locationCode: line.Location_Code,
      postingDate: daysAfter(today, line.Posting_Date_Offset_Days),
      quantity: line.Quantity,
    })),
    ...documentPostings(cronus.purchaseInvoices, 1, today),
    ...documentPostings(cronus.purchaseOrders, 1, today),
    ...documentPostings(cronus.salesInvoices, -1, today),
  ];
}

/**
 * Adjusting entries that bring an item's stock to exactly what a scenario wants.
 * @param posted everything posted so far
 * @param wanted stock by location; a location that is not named comes to zero
 */
export function adjustments(
  itemNo: string,
  posted: readonly Posting[],
  wanted: readonly ScenarioStock[],
  today: Day,
): readonly Posting[] {
  const missing = new Map(wanted.map((stock) => [stock.locationCode, stock.quantity]));
  for (const entry of posted) {
    if (entry.itemNo === itemNo) {
      missing.set(entry.locationCode, (missing.get(entry.locationCode) ?? 0) - entry.quantity);
    }
  }
  return [...missing]
    .filter(([, quantity]) => quantity !== 0)
    .map(([locationCode, quantity]) => ({ itemNo, locationCode, postingDate: today, quantity }));
}

/** Numbers postings in their order. */
export function itemLedgerEntries(postings: readonly Posting[]): readonly ItemLedgerEntry[] {
  return postings.map((posting, index) => ({ ...posting, entryNo: index + 1, variantCode: '' }));
}
