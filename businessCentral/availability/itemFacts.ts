import type { Deadline } from '../odata/deadline';
import type { Read, ReadOutcome } from '../odata/reader';
import { itemCards, type ItemCard } from './itemCards';
import {
  itemQuestions,
  listQuestions,
  listServices,
  type ItemQuestion,
  type ListLengths,
} from './itemQuestions';
import { ItemRows } from './itemRows';
import { itemUnits, type ItemUnit } from './itemUnits';
import { openOrderLines, type OpenOrderLine } from './openOrderLines';
import { missingParts } from '../missingParts';
import type { MissingPart } from '../missingParts';

/** What Business Central's services say of a set of items, as far as they say it. */
export class ItemFacts {
  public readonly ItemCard = new ItemRows<ItemCard>('ItemCard', itemCards);
  public readonly SalesLines = new ItemRows<OpenOrderLine>('SalesLines', (rows) =>
    openOrderLines('SalesLines', rows),
  );
  public readonly PurchaseLines = new ItemRows<OpenOrderLine>('PurchaseLines', (rows) =>
    openOrderLines('PurchaseLines', rows),
  );
  public readonly ItemUnitsOfMeasure = new ItemRows<ItemUnit>('ItemUnitsOfMeasure', itemUnits);

  private readonly lacking = new Map<string, MissingPart>();

  /** @param lengths kept from question to question; updated with what is counted */
  public constructor(private readonly lengths: ListLengths) {}

  /** Fields that were wanted and that this version of Business Central lacks. */
  public get missingFields(): readonly MissingPart[] {
    return [...this.lacking.values()];
  }

  public questions(itemNos: readonly string[]): ItemQuestion[] {
    return itemQuestions(itemNos, this.lengths);
  }

  public take(questions: readonly ItemQuestion[], outcomes: readonly ReadOutcome[]): void {
    questions.forEach(({ service, itemNos }, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) {
        return;
      }
      this[service].take(itemNos, outcome);
      if (outcome.ok) {
        this.notice(service, itemNos, outcome.total, outcome.missingFields);
      }
    });
  }

  /** Second round: asks item by item for the lists that turned out too long to be read as a whole. */
  public async complete(itemNos: readonly string[], read: Read, deadline: Deadline): Promise<void> {
    const questions = listServices.flatMap((service) =>
      listQuestions(
        service,
        itemNos.filter((itemNo) => !this[service].isKnown(itemNo)),
      ),
    );
    if (questions.length > 0) {
      this.take(
        questions,
        await read(
          questions.map(({ operation }) => operation),
          deadline,
        ),
      );
    }
  }

  private notice(
    service: ItemQuestion['service'],
    itemNos: readonly string[] | null,
    total: number | null,
    missingFields: readonly string[],
  ): void {
    if (service !== 'ItemCard' && itemNos === null && total !== null) {
      this.lengths.set(service, total);
    }
    missingParts(service, missingFields).forEach((part) =>
      this.lacking.set(`${service}.${part.field}`, part),
    );
  }
}
