import { noGuid } from '../company/synchronizationRecords';
import { DataverseRefused, DataverseUnreachable } from '../dataverse/dataverseClient';
import { dialogError } from '../odata/odataError';
import { couplingOfRecord, couplingOfRow, newCoupling, removeCoupling } from './couplings';
import {
  checkDirection,
  checkTableFilter,
  connected,
  directionOf,
  directions,
  existingRecord,
  knownTable,
  livingCoupling,
  mappingOf,
  named,
  type Connected,
  type CouplingContext,
} from './couplingRules';
import {
  enqueueFullSynch,
  generateReview,
  makeLinesAnew,
  startBlankLines,
  synchronizeAsTheyAre,
} from './fullSynchReview';
import { hidingCondition, type IntegrationTableMapping } from './mappings/mapping';
import { mappingNamed, mappings } from './mappings/mappings';
import { synchronizeOne, uncoupleOne, type JobContext, type OneDirection } from './synchronization';

/** Tables of Dataverse whose rows can become records (companion, codeunit "BCS Sales Record"). */
const creatableEntities = ['account', 'contact', 'product', 'systemuser', 'opportunity', 'salesorder'];

function jobContext({ company, dataverse, now }: Connected, mapping: IntegrationTableMapping): JobContext {
  return { company, dataverse, mapping, now };
}

function enqueueSynchronization(
  context: Connected,
  mapping: IntegrationTableMapping,
  crmId: string,
  direction: OneDirection,
): string {
  return context.jobQueue.enqueue((id, work) =>
    synchronizeOne(jobContext(context, mapping), crmId, direction, id, work),
  );
}

/**
 * `Couple`: nothing is ever repointed, and a pair that is coupled stays so. The rules are those of table 5331
 * (CoupleCRMIDToRecordID, CoupleRecordIdToCRMID); the sentences are the sandbox's own.
 */
export function couple(
  context: CouplingContext,
  {
    tableId,
    systemId,
    crmId,
    synchAction,
  }: {
    readonly tableId: number;
    readonly systemId: string;
    readonly crmId: string;
    readonly synchAction: number;
  },
): string {
  const open = connected(context);
  if (![0, 1, 2].includes(synchAction)) {
    throw dialogError(
      `Synchronization must be 0 (none), 1 (send to Sales) or 2 (get from Sales). It was ${synchAction}.`,
    );
  }
  const mapping = mappingOf(tableId);
  const direction = directions[synchAction];
  if (direction !== undefined) {
    checkDirection(mapping, direction);
  }
  const { table } = mapping;
  const record = existingRecord(context, table, systemId);
  if (crmId === noGuid) {
    throw dialogError('The id of the record in Sales is missing.');
  }
  const ofRecord = couplingOfRecord(context.company, tableId, systemId);
  if (ofRecord !== null && ofRecord.CRM_ID !== crmId) {
    throw dialogError(
      `${named(table, record)} cannot be coupled, because it is coupled to another ${mapping.entityCaption} record.`,
    );
  }
  if (ofRecord === null) {
    checkTableFilter(mapping, record);
    const ofRow = livingCoupling(context, table, crmId);
    if (ofRow !== null) {
      const other = table.find(context.company, ofRow.Integration_ID) ?? {};
      throw dialogError(
        `${named(table, record)} cannot be coupled to this ${mapping.entityCaption} record, because that is coupled to ${named(table, other)}.`,
      );
    }
    context.company.integrationRecords.put(newCoupling(tableId, systemId, crmId));
  }
  return direction === undefined ? noGuid : enqueueSynchronization(open, mapping, crmId, direction);
}

/** `Uncouple`: one pair; a job does it, but for mappings that only get, and for what is left of a deleted record. */
export function uncouple(
  context: CouplingContext,
  { tableId, crmId }: { readonly tableId: number; readonly crmId: string },
): string {
  const open = connected(context);
  const mapping = mappingOf(tableId);
  const coupling = couplingOfRow(context.company, tableId, crmId);
  if (coupling === null) {
    throw dialogError('The record is not coupled.');
  }
  if (livingCoupling(context, mapping.table, crmId) === null) {
    return noGuid;
  }
  if (mapping.direction === 'FromIntegrationTable') {
    removeCoupling(context.company, coupling);
    return noGuid;
  }
  return open.jobQueue.enqueue((id, work) => uncoupleOne(jobContext(open, mapping), crmId, id, work));
}

/** The first mapping of a table in Dataverse whose filter lets the row pass. @throws ODataError */
async function mappingOfRow(
  { dataverse }: Connected,
  entityName: string,
  crmId: string,
): Promise<IntegrationTableMapping> {
  const entity = entityName.toLowerCase();
  const candidates = mappings.filter((mapping) => mapping.entity === entity);
  const [first] = candidates;
  if (first === undefined || !creatableEntities.includes(entity)) {
    throw dialogError(`Records of the Sales table ${entityName} cannot be created in Business Central.`);
  }
  let row;
  try {
    row = await dataverse.row(first.entitySet, crmId);
  } catch (failure) {
    if (failure instanceof DataverseUnreachable) {
      throw dialogError(`The connection to Dataverse failed. ${failure.message}`);
    }
    if (!(failure instanceof DataverseRefused)) {
      throw failure;
    }
    row = null;
  }
  if (row === null) {
    throw dialogError('The record does not exist in Sales, or the integration user may not read it.');
  }
  const found = row;
  const mapping = candidates.find(
    ({ integrationTableFilter }) => hidingCondition(integrationTableFilter, found) === null,
  );
  if (mapping === undefined) {
    throw dialogError(
      'No mapping takes this record. It may be inactive, of another type, or belong to another company.',
    );
  }
  return mapping;
}

/** `CreateFromSales`: the job makes the record and couples it; two jobs for one row make one. */
export async function createFromSales(
  context: CouplingContext,
  { entityName, crmId }: { readonly entityName: string; readonly crmId: string },
): Promise<string> {
  const open = connected(context);
  const mapping = await mappingOfRow(open, entityName, crmId);
  checkDirection(mapping, 'FromIntegrationTable');
  const coupling = livingCoupling(context, mapping.table, crmId);
  if (coupling !== null) {
    const record = mapping.table.find(context.company, coupling.Integration_ID) ?? {};
    throw dialogError(`The record is already coupled to ${named(mapping.table, record)}.`);
  }
  return enqueueSynchronization(open, mapping, crmId, 'FromIntegrationTable');
}

/** `Synchronize`: a coupling that was set aside is taken up again. */
export function synchronize(
  context: CouplingContext,
  {
    tableId,
    crmId,
    direction,
  }: {
    readonly tableId: number;
    readonly crmId: string;
    readonly direction: number;
  },
): string {
  const open = connected(context);
  const mapping = mappingOf(tableId);
  const wanted = directionOf(direction);
  checkDirection(mapping, wanted);
  const coupling = couplingOfRow(context.company, tableId, crmId);
  if (coupling === null) {
    throw dialogError('The record is not coupled.');
  }
  existingRecord(context, mapping.table, coupling.Integration_ID);
  if (coupling.skipped) {
    context.company.integrationRecords.put({ ...coupling, skipped: false });
  }
  return enqueueSynchronization(open, mapping, crmId, wanted);
}

/** `StartFullSynch`: all couplings of a mapping, unless that is under way. */
export function startFullSynch(
  context: CouplingContext,
  { mappingName }: { readonly mappingName: string },
): string {
  const open = connected(context);
  const mapping = mappingNamed(mappingName.toUpperCase());
  if (mapping === undefined) {
    throw dialogError(
      `The Integration Table Mapping does not exist. Identification fields and values: Name='${mappingName}'`,
    );
  }
  const status = context.company.fullSynchLines.get(mapping.name)?.row.status;
  if (status === 'Ready' || status === 'In Process') {
    throw dialogError(`The full synchronization of ${mapping.name} is already under way.`);
  }
  return enqueueFullSynch(open, mapping);
}

/**
 * `StartAllFullSynch`: what "Restart", "Reset" and "Sync All" of page 5331 do. What waits for nothing begins, and Business Central goes on by itself.
 * @param context with the mappings, joined by `|`, that are synchronized as they are although coupling first is advised
 * @returns id of a job; `noGuid` where there is nothing to start
 */
export async function startAllFullSynch(
  context: CouplingContext,
  { withoutCoupling }: { readonly withoutCoupling: string },
): Promise<string> {
  const open = connected(context);
  // What is refused undoes in Business Central what came before, so nothing is changed before it may be refused.
  await generateReview(open.company, open.dataverse);
  makeLinesAnew(open.company);
  await generateReview(open.company, open.dataverse);
  synchronizeAsTheyAre(open.company, withoutCoupling.toUpperCase().split('|'));
  return startBlankLines(open);
}

/** `SystemIdOf`: which no list shows. */
export function systemIdOf(
  context: CouplingContext,
  { tableId, recordNo }: { readonly tableId: number; readonly recordNo: string },
): string {
  connected(context);
  const systemId = knownTable(tableId).systemIdOf(context.company, recordNo);
  if (systemId === null) {
    throw dialogError('The record does not exist in Business Central. It may have been deleted.');
  }
  return systemId;
}
