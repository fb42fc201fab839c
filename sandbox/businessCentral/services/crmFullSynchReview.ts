import type { Company } from '../company/company';
import { synchDirections, type FullSynchLine } from '../company/synchronizationRecords';
import type { IntegrationTableMapping } from '../coupling/mappings/mapping';
import { mappings } from '../coupling/mappings/mappings';
import { constant, option, text } from './recordFields';
import { rowReader, type RecordField, type Service } from './service';

interface ReviewLine {
  readonly mapping: IntegrationTableMapping;
  readonly line: FullSynchLine | null;
}

const jobQueueStatuses = [' ', 'Ready', 'In Process', 'Error', 'On Hold', 'Finished'];
const directionStatuses = [' ', 'Success', 'In Process', 'Error'];

const fields: readonly RecordField<ReviewLine>[] = [
  text('Name', 20, ({ mapping }) => mapping.name),
  text('Dependency_Filter', 250, ({ mapping }) => mapping.dependencyFilter),
  option('Job_Queue_Entry_Status', jobQueueStatuses, ({ line }) => line?.status ?? ' '),
  option('Direction', synchDirections, ({ mapping }) => mapping.direction),
  option('To_Int_Table_Job_Status', directionStatuses, ({ line }) => line?.toStatus ?? ' '),
  option('From_Int_Table_Job_Status', directionStatuses, ({ line }) => line?.fromStatus ?? ' '),
  constant('Initial_Synchronization_Recommendation', 'Edm.String', 'Couple Records'),
];

const rowOf = rowReader(fields);

function linesOf(company: Company): readonly ReviewLine[] {
  return mappings.map((mapping) => ({
    mapping,
    line: company.fullSynchLines.get(mapping.name)?.row ?? null,
  }));
}

/** Page 5331: how far the full synchronizations have come, a line for each mapping. */
export const crmFullSynchReview: Service = {
  name: 'CRMFullSynchReview',
  object: 'Page 5331 CRM Full Synch. Review',
  kind: 'page',
  key: ['Name'],
  fields,
  changes: null,
  rows: (company) => linesOf(company).map((line) => rowOf(company, line, 1)),
};
