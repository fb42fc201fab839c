import { contractServices } from '../../businessCentral/administration/contractServices';
import { itemCardOperation } from '../../businessCentral/availability/itemCards';
import { unitsOfItems } from '../../businessCentral/availability/itemUnits';
import { orderLinesOfItems } from '../../businessCentral/availability/openOrderLines';
import { ownOrderQuestion } from '../../businessCentral/availability/ownOrder';
import { coupledItemQuestions } from '../../businessCentral/availability/coupledItems';
import type { ServiceName } from '../../businessCentral/connection';
import { couplingsOfRecord, couplingsOfSystemId } from '../../businessCentral/coupling/couplingRows';
import { mappingsNamed } from '../../businessCentral/coupling/mappings';
import { pairs } from '../../businessCentral/coupling/pairs';
import { errorsOfJob, jobsUnderWay, jobWithId } from '../../businessCentral/coupling/synchJobs';
import { neededFields, type ReadOperation } from '../../businessCentral/odata/readOperation';
import { couplingOperation } from '../../businessCentral/statistics/coupledCustomer';
import { figureOperations } from '../../businessCentral/statistics/customerFigures';
import { ledgerOperations } from '../../businessCentral/statistics/ledgerEntries';

const id = '00000000-0000-0000-0000-000000000000';

/** Questions as they are put, for the fields by which they filter and sort. */
const questions: readonly ReadOperation[] = [
  itemCardOperation(['']),
  unitsOfItems(['']),
  orderLinesOfItems('SalesLines', ['']),
  orderLinesOfItems('PurchaseLines', ['']),
  ...ownOrderQuestion(id),
  ...coupledItemQuestions([{ id, number: '', name: '' }]).map(({ operation }) => operation),
  couplingsOfRecord({ table: 'account', id }),
  ...pairs.map((pair) => couplingsOfSystemId(pair, id)),
  mappingsNamed(['']),
  jobsUnderWay([''], 0),
  jobWithId('ID', id),
  jobWithId('Job_Queue_Entry_ID', id),
  errorsOfJob(id),
  couplingOperation(id),
  ...figureOperations(''),
  ...ledgerOperations('', '2000-01-01'),
];

/**
 * Everything that a page or a query cannot do without, as the questions themselves say it. Fields that are only compared
 * (`otherFields`) are read where they are there.
 */
export const fieldsAskedOf: readonly (readonly [ServiceName, readonly string[]])[] = contractServices
  .filter(({ object }) => object.type !== 'codeunit')
  .map(({ service, fields }) => {
    const filtered = questions.filter((each) => each.service === service).flatMap(neededFields);
    return [service, [...new Set([...fields, ...filtered])]];
  });
