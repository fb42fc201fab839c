import type { Company } from '../company/company';
import {
  noGuid,
  recommendations,
  type FullSynchLine,
  type Recommendation,
} from '../company/synchronizationRecords';
import { DataverseRefused, DataverseUnreachable } from '../dataverse/dataverseClient';
import { dialogError } from '../odata/odataError';
import type { Connected } from './couplingRules';
import { initialSynchRecommendation } from './initialSynchRecommendation';
import type { IntegrationTableMapping } from './mappings/mapping';
import { mappings } from './mappings/mappings';
import { coupleByMatch, synchronizeAll } from './synchronization';

/** Orders are reviewed only where they go both ways ("Bidirectional Sales Order Int."); their lines never are. */
const reviewed = mappings.filter(
  ({ name, direction }) => name !== 'SALESORDER-ORDER' || direction === 'Bidirectional',
);

export interface ReviewedMapping {
  readonly mapping: IntegrationTableMapping;
  readonly line: FullSynchLine;
}

function unstarted(name: string, recommendation: Recommendation): FullSynchLine {
  return {
    Name: name,
    recommendation,
    withoutCoupling: false,
    jobQueueEntryId: noGuid,
    status: ' ',
    toStatus: ' ',
    fromStatus: ' ',
  };
}

/** A line for each mapping; one that nobody has made yet is blank. */
export function reviewLines(company: Company): readonly ReviewedMapping[] {
  return reviewed.map((mapping) => ({
    mapping,
    line: company.fullSynchLines.get(mapping.name)?.row ?? unstarted(mapping.name, recommendations[0]),
  }));
}

/**
 * Makes the lines that are not there, and advises anew for those that were never started (table 5373, "Generate").
 * @throws ODataError 400 where Dataverse does not answer
 */
export async function generateReview(company: Company, dataverse: Connected['dataverse']): Promise<void> {
  const blank = reviewLines(company).filter(({ line }) => line.status === ' ');
  const advice = await Promise.all(
    blank.map(({ mapping }) => initialSynchRecommendation(mapping, company, dataverse)),
  ).catch((failure: unknown) => {
    if (failure instanceof DataverseRefused || failure instanceof DataverseUnreachable) {
      throw dialogError(`The connection to Dataverse failed. ${failure.message}`);
    }
    throw failure;
  });
  blank.forEach(({ line }, index) => {
    const current = company.fullSynchLines.get(line.Name)?.row ?? line;
    // Somebody may have started it meanwhile.
    if (current.status === ' ') {
      put(company, { ...current, recommendation: advice[index] ?? recommendations[0] });
    }
  });
}

/** Changes a line; one that is to be synchronized as it is keeps that while it waits (companion, `KeepWithoutCoupling`). */
function put({ fullSynchLines }: Company, line: FullSynchLine): void {
  const isKept = line.withoutCoupling && line.status === ' ' && line.recommendation === 'Couple Records';
  fullSynchLines.put(isKept ? { ...line, recommendation: 'Full Synchronization' } : line);
}

/** Says how far a mapping has come. */
function enter(company: Company, name: string, change: Partial<FullSynchLine>): void {
  const line = company.fullSynchLines.get(name)?.row ?? unstarted(name, recommendations[0]);
  put(company, { ...line, ...change });
}

function enqueue(context: Connected, mapping: IntegrationTableMapping, work: typeof synchronizeAll): string {
  const { company, dataverse, jobQueue, now } = context;
  const id = jobQueue.enqueue(async (jobQueueEntryId, pause) => {
    const job = { company, dataverse, mapping, now, enter: enter.bind(null, company, mapping.name) };
    await work(job, jobQueueEntryId, pause);
    startBlankLines(context);
  });
  enter(company, mapping.name, { jobQueueEntryId: id, status: 'Ready', toStatus: ' ', fromStatus: ' ' });
  return id;
}

/** @returns id of the Job Queue Entry */
export function enqueueFullSynch(context: Connected, mapping: IntegrationTableMapping): string {
  return enqueue(context, mapping, synchronizeAll);
}

/**
 * Starts what was never started and waits for nothing (table 5373, "Start"): where records had better be coupled first, the
 * job couples them by the fields that are marked for matching. Business Central does the same by itself whenever the job
 * of a line has ended ("OnBeforeModifyJobQueueEntry"), so that one start leads to all others.
 * @returns id of the last Job Queue Entry; `noGuid` where nothing could be started
 */
export function startBlankLines(context: Connected): string {
  const lines = [...context.company.fullSynchLines.all()].map(({ row }) => row);
  const isOver = (name: string) =>
    lines
      .filter((line) => line.Name === name)
      .every(({ status, recommendation }) => status === 'Finished' || recommendation === 'No Records Found');
  let last = noGuid;
  for (const mapping of reviewed) {
    const line = lines.find(({ Name }) => Name === mapping.name);
    const parents = mapping.dependencyFilter.split('|').filter((name) => name !== '');
    if (line?.status === ' ' && line.recommendation !== 'No Records Found' && parents.every(isOver)) {
      const isToCouple = line.recommendation === 'Couple Records';
      last = enqueue(context, mapping, isToCouple ? coupleByMatch : synchronizeAll);
    }
  }
  return last;
}

/**
 * Makes lines anew: what failed, as a whole or in a direction (page 5331, "Restart"), and where nothing is left to start, all of
 * them ("Reset").
 */
export function makeLinesAnew({ fullSynchLines }: Company): void {
  const all = () => [...fullSynchLines.all()].map(({ row }) => row);
  all()
    .filter(
      ({ status, toStatus, fromStatus }) =>
        status === 'Error' || (status === 'Finished' && [toStatus, fromStatus].includes('Error')),
    )
    .forEach(({ Name }) => fullSynchLines.remove(Name));
  const isLeft = ({ status, recommendation }: FullSynchLine) =>
    status !== 'Finished' && recommendation !== 'No Records Found';
  if (fullSynchLines.all().length === reviewed.length && !all().some(isLeft)) {
    all().forEach(({ Name }) => fullSynchLines.remove(Name));
  }
}

/** Has lines that wait synchronized as they are, and no others (page 5331, "Recommend Full Synchronization"). */
export function synchronizeAsTheyAre(company: Company, names: readonly string[]): void {
  for (const { line } of reviewLines(company)) {
    if (line.status === ' ') {
      put(company, { ...line, withoutCoupling: names.includes(line.Name) });
    }
  }
}
