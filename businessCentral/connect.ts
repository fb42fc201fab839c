import { answerMemory } from './answerMemory';
import { detailsOfItem } from './availability/itemDetailsQuestion';
import type { ListLengths } from './availability/itemQuestions';
import { supplyOfProducts } from './availability/supplyQuestion';
import type { ItemDetails, ItemSupply, ProductSupply, RequestedProduct } from './availability/types';
import type { BusinessCentral } from './businessCentral';
import type { BusinessCentralConnection } from './connection';
import { BusinessCentralError } from './errors';
import { systemClock, withinDeadline, type Clock } from './odata/deadline';
import { readerOf, type Read } from './odata/reader';
import { serviceCatalog } from './odata/serviceCatalog';
import { transportTo, type Send } from './odata/transport';
import { recordAddress, webClientPages } from './webClient';

/** Milliseconds for the whole of an answer: nobody waits longer for a form (Nielsen's limit of attention). */
export const answerDeadline = 10_000;

/** Milliseconds for which an answer is given again. */
export const answerKeptFor = 30_000;

/** What tests put in the place of the real world. */
export interface ConnectParts {
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly send?: Send;
}

/**
 * Makes the questions of one Business Central company askable. One object is kept as long as its connection is valid,
 * since it carries the memory and the request places.
 */
export function connect(connection: BusinessCentralConnection, parts: ConnectParts = {}): BusinessCentral {
  const { clock = systemClock, random = Math.random } = parts;
  const { odataUrl, company, matchBy, authorization, webClientUrl } = connection;
  const read = readerOf({
    company,
    catalog: serviceCatalog(connection.services ?? {}),
    send: parts.send ?? transportTo(odataUrl.replace(/\/+$/, ''), authorization),
    clock,
    random,
  });
  const now = () => clock.now();
  const lengths: ListLengths = new Map();
  const question = (fresh: boolean) => ({
    matchBy,
    read: ((operations, deadline) => read(operations, deadline, fresh)) satisfies Read,
    now,
    lengths,
  });

  const supplies = answerMemory<RequestedProduct, ProductSupply>({
    idOf: ({ id }) => id,
    load: (products, signal, fresh) =>
      withinDeadline(answerDeadline, signal, clock, (deadline) =>
        supplyOfProducts(products, question(fresh), deadline),
      ),
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
      const answer = await withinDeadline(answerDeadline, signal, clock, (deadline) =>
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
    supplyOf: (products, options) => supplies(products, options),
    detailsOf: async (item, substitutes, options) => {
      const asked = { item, substitutes };
      const answer = (await details([asked], options)).get(detailsId(asked));
      if (answer === undefined) {
        throw new BusinessCentralError('unreadableAnswer');
      }
      return answer;
    },
    itemAddress: (itemNo) =>
      webClientUrl === undefined
        ? null
        : recordAddress(webClientUrl, company, webClientPages.itemCard, { field: 'No.', value: itemNo }),
  };
}

/** A part that is not published will not be there in a moment either; one that failed may. */
function isSettled(answer: ProductSupply): boolean {
  return (
    answer.status !== 'failed' &&
    (answer.status !== 'found' ||
      answer.supply.missing.every(
        ({ field, error }) => field !== undefined || error.code === 'serviceNotPublished',
      ))
  );
}

function detailsId({ item, substitutes }: { item: ItemSupply; substitutes: boolean }): string {
  return `${item.itemNo}/${String(substitutes)}`;
}
