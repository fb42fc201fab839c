import { proposeSalespeople, salespeople } from '../../businessCentral/administration/salespeople';
import { systemClock } from '../../businessCentral/odata/deadline';
import { recordsByOwner, rowsOwned } from '../../sales/administration/recordsByOwner';
import { recordsOfOwner } from '../../sales/administration/recordsOfOwner';
import { salesUsers, usersToCouple } from '../../sales/administration/salesUsers';
import type { WritingWebApi } from '../../sales/administration/types';
import type { OpenedCompany } from '../openDefaultCompany';
import { coupleInPlace } from './coupleInPlace';
import type { SalespeopleQuestions } from './questions';

/**
 * The questions of the page of the salespeople, put to the app's Dataverse and to the company that salespeople work with.
 * @param open opens that company
 */
export function salespeopleQuestionsOf(
  webAPI: WritingWebApi,
  open: () => Promise<OpenedCompany>,
): SalespeopleQuestions {
  return {
    salespeople: async (options) => salespeople((await open()).company, options),
    users: async (options) => usersToCouple(await salesUsers(webAPI, options)),
    propose: proposeSalespeople,
    couple: async (pairings, options) =>
      coupleInPlace((await open()).coupling, systemClock, pairings, options),
    ownedRecords: (userId, options) => recordsOfOwner(webAPI, userId, options),
    ownedRows: async (options) => rowsOwned(await recordsByOwner(webAPI, options)),
  };
}
