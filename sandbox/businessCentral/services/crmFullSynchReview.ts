import type { Company } from '../company/company';
import { synchDirections, type FullSynchLine } from '../company/synchronizationRecords';
import type { IntegrationTableMapping } from '../coupling/mappings/mapping';
import { mappings } from '../coupling/mappings/mappings';
import { DataverseRefused, DataverseUnreachable, type DataverseClient } from '../dataverse/dataverseClient';
import { dialogError } from '../odata/odataError';
import {
  initialSynchRecommendation,
  recommendations,
  type Recommendation,
} from './initialSynchRecommendation';
import { option, text } from './recordFields';
import { rowReader, type RecordField, type Service } from './service';

interface ReviewLine {
  readonly mapping: IntegrationTableMapping;
  readonly line: FullSynchLine | null;
  readonly recommendation: Recommendation;
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
  option('Initial_Synchronization_Recommendation', recommendations, ({ recommendation }) => recommendation),
];

const rowOf = rowReader(fields);

/** By company and mapping. */
const advice = new WeakMap<Company, Map<string, Recommendation>>();

/** Orders are reviewed only where they go both ways ("Bidirectional Sales Order Int."); their lines never are. */
const reviewed = mappings.filter(
  ({ name, direction }) => name !== 'SALESORDER-ORDER' || direction === 'Bidirectional',
);

function linesOf(company: Company): readonly ReviewLine[] {
  return reviewed.map((mapping) => ({
    mapping,
    line: company.fullSynchLines.get(mapping.name)?.row ?? null,
    recommendation: advice.get(company)?.get(mapping.name) ?? recommendations[0],
  }));
}

/** Advises anew for the lines that were never started; the others keep what they had (table 5373, "Generate"). */
async function generate(company: Company, dataverse: DataverseClient): Promise<void> {
  const known = advice.get(company) ?? new Map<string, Recommendation>();
  advice.set(company, known);
  const unstarted = linesOf(company).filter(({ line }) => line === null || line.status === ' ');
  try {
    await Promise.all(
      unstarted.map(async ({ mapping }) => {
        known.set(mapping.name, await initialSynchRecommendation(mapping, company, dataverse));
      }),
    );
  } catch (failure) {
    if (failure instanceof DataverseRefused || failure instanceof DataverseUnreachable) {
      throw dialogError(`The connection to Dataverse failed. ${failure.message}`);
    }
    throw failure;
  }
}

/** Page 5331: how far the full synchronizations have come, a line for each mapping. */
export const crmFullSynchReview: Service = {
  name: 'CRMFullSynchReview',
  object: 'Page 5331 CRM Full Synch. Review',
  kind: 'page',
  key: ['Name'],
  fields,
  changes: null,
  onOpenPage: generate,
  rows: (company) => linesOf(company).map((line) => rowOf(company, line, 1)),
};
