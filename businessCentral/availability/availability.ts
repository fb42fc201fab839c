import { answerMemory } from '../answerMemory';
import type { AskOptions } from '../askOptions';
import { answerKeptFor, type Company } from '../company';
import { BusinessCentralError } from '../errors';
import type { Read } from '../odata/reader';
import { webClientPages } from '../webClient';
import { detailsOfItem } from './itemDetailsQuestion';
import type { ListLengths } from './itemQuestions';
import { supplyOfProducts } from './supplyQuestion';
import type {
  ItemDetails,
  ItemSupply,
  ProductSupply,
  RequestedProduct,
  SupplyByProduct,
  SupplyOptions,
} from './types';

/** What can be asked of a company about the availability of products. */
export interface Availability {
  /**
   * Supply and demand of the items behind products.
   * @param products distinct products; the answer has an entry for each
   * @returns per product what is known; a failure of one part is in that product's entry
   * @throws BusinessCentralError where nothing at all could be read
   */
  supplyOf(products: readonly RequestedProduct[], options?: SupplyOptions): Promise<SupplyByProduct>;

  /**
   * Stock by location and, where `substitutes` is true, substitutes with their availability.
   * @throws BusinessCentralError where nothing at all could be read
   */
  detailsOf(item: ItemSupply, substitutes: boolean, options?: AskOptions): Promise<ItemDetails>;

  /** Address of the item's card in the web client; null where the connection has no web client address. */
  itemAddress(itemNo: string): string | null;
}

/** Puts the questions about availability to a company, with a short memory for the answers. */
export function availabilityOf({ matchBy, read, now, withinDeadline, recordAddress }: Company): Availability {
  const lengths: ListLengths = new Map();
  const question = (fresh: boolean) => ({
    matchBy,
    read: ((operations, deadline) => read(operations, deadline, fresh)) satisfies Read,
    now,
    lengths,
  });

  const supplies = answerMemory<ProductQuestion, ProductSupply>({
    idOf: productId,
    load: async (asked, signal, fresh) => {
      // Who asks for several products at a time asks for one order.
      const order = asked[0]?.order;
      const products = asked.map(({ product }) => product);
      const answers = await withinDeadline(signal, (deadline) =>
        supplyOfProducts(products, { ...question(fresh), order }, deadline),
      );
      return new Map([...answers].map(([id, answer]) => [productId({ product: { id }, order }), answer]));
    },
    isWorthKeeping: isSettled,
    keepFor: answerKeptFor,
    now,
  });

  const details = answerMemory<{ item: ItemSupply; substitutes: boolean }, ItemDetails>({
    idOf: detailsId,
    load: async ([asked], signal, fresh) => {
      if (asked === undefined) {
        return new Map();
      }
      const { item, substitutes } = asked;
      const answer = await withinDeadline(signal, (deadline) =>
        detailsOfItem(item, substitutes, question(fresh), deadline),
      );
      return new Map([[detailsId(asked), answer]]);
    },
    isWorthKeeping: ({ missing, substitutes }) =>
      missing.length === 0 && (substitutes ?? []).every(({ supply }) => isSettled(supply)),
    keepFor: answerKeptFor,
    now,
  });

  return {
    supplyOf: async (products, { order, ...options } = {}) => {
      const asked = products.map((product) => ({ product, order }));
      const answers = await supplies(asked, options);
      return new Map(
        asked.flatMap((each) => {
          const answer = answers.get(productId(each));
          return answer === undefined ? [] : [[each.product.id, answer] as const];
        }),
      );
    },
    detailsOf: async (item, substitutes, options) => {
      const asked = { item, substitutes };
      const answer = (await details([asked], options)).get(detailsId(asked));
      if (answer === undefined) {
        throw new BusinessCentralError('unreadableAnswer');
      }
      return answer;
    },
    itemAddress: (itemNo) => recordAddress(webClientPages.itemCard, { field: 'No.', value: itemNo }),
  };
}

interface ProductQuestion {
  readonly product: RequestedProduct;
  readonly order: string | undefined;
}

function productId({
  product,
  order,
}: {
  product: { readonly id: string };
  order: string | undefined;
}): string {
  return `${product.id}/${order ?? ''}`;
}

/** A part that is not published, or not for this user, will not be there in a moment either; one that failed may. */
function isSettled(answer: ProductSupply): boolean {
  return (
    answer.status !== 'failed' &&
    (answer.status !== 'found' ||
      answer.supply.missing.every(
        ({ field, error }) =>
          field !== undefined || error.code === 'serviceNotPublished' || error.code === 'notPermitted',
      ))
  );
}

function detailsId({ item, substitutes }: { item: ItemSupply; substitutes: boolean }): string {
  return `${item.itemNo}/${String(substitutes)}/${item.ownOrderNo ?? ''}`;
}
