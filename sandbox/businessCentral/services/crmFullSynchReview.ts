import { recommendations, synchDirections } from '../company/synchronizationRecords';
import { generateReview, reviewLines, type ReviewedMapping } from '../coupling/fullSynchReview';
import { option, text } from './recordFields';
import { rowReader, type RecordField, type Service } from './service';

const jobQueueStatuses = [' ', 'Ready', 'In Process', 'Error', 'On Hold', 'Finished'];
const directionStatuses = [' ', 'Success', 'In Process', 'Error'];

const fields: readonly RecordField<ReviewedMapping>[] = [
  text('Name', 20, ({ mapping }) => mapping.name),
  text('Dependency_Filter', 250, ({ mapping }) => mapping.dependencyFilter),
  option('Job_Queue_Entry_Status', jobQueueStatuses, ({ line }) => line.status),
  option('Direction', synchDirections, ({ mapping }) => mapping.direction),
  option('To_Int_Table_Job_Status', directionStatuses, ({ line }) => line.toStatus),
  option('From_Int_Table_Job_Status', directionStatuses, ({ line }) => line.fromStatus),
  option('Initial_Synchronization_Recommendation', recommendations, ({ line }) => line.recommendation),
];

const rowOf = rowReader(fields);

/** Page 5331: how far the full synchronizations have come, a line for each mapping. */
export const crmFullSynchReview: Service = {
  name: 'CRMFullSynchReview',
  object: 'Page 5331 CRM Full Synch. Review',
  kind: 'page',
  key: ['Name'],
  fields,
  changes: null,
  // The page makes and advises its lines when it is opened.
  onOpenPage: generateReview,
  rows: (company) => reviewLines(company).map((line) => rowOf(company, line, 1)),
};
