import { answerMemory } from '../answerMemory';
import type { AskOptions } from '../askOptions';
import { answerKeptFor, type Company } from '../company';
import { BusinessCentralError } from '../errors';
import type { Read } from '../odata/reader';
import { candidatesOf } from './candidateSearch';
import type { Coupling } from './coupling';
import { couplingActions } from './couplingActions';
import { couplingState, type LearnedOfCompany } from './couplingState';
import { jobQuestion } from './jobQuestion';
import { oneAtATime } from './oneAtATime';
import type { Pair } from './pairs';
import { recordFields } from './recordFields';
import { addressOfRecord, redirectAddress } from './recordPage';
import { recouple } from './recouple';
import type { CandidateSearch, Candidates, CouplableRecord, CouplingState, Prerequisite } from './types';

/** Puts the questions about couplings to a company, with a short memory for the answers, and changes couplings. */
export function companyCoupling(company: Company): Coupling {
  const { read, withinDeadline } = company;
  const actions = couplingActions(company);
  const alone = oneAtATime();
  const reader =
    (fresh: boolean): Read =>
    (operations, deadline) =>
      read(operations, deadline, fresh);
  const learned: LearnedOfCompany = { localCurrency: null };
  let memories = memoriesOf(company, reader, learned);
  const forget = () => {
    memories = memoriesOf(company, reader, learned);
  };

  const jobOf: Coupling['jobOf'] = async (jobId, options) => {
    const job = await withinDeadline(options?.signal, (deadline) => jobQuestion(jobId, read, deadline));
    if (job !== null && job.finishedAt !== null) {
      forget();
    }
    return job;
  };

  const act = <Outcome>(
    pair: Pair,
    record: CouplableRecord,
    name: string,
    action: () => Promise<Outcome>,
    options: AskOptions | undefined,
  ): Promise<Outcome> =>
    alone(record, `${pair.kind} ${name}`, () => action().finally(forget), options?.signal);

  return {
    stateOf: async (record, prerequisites, options) =>
      only(await memories.states([{ record, prerequisites }], options)),
    candidatesOf: async (pair, search, options) =>
      only(await memories.candidates([{ pair, search }], options)),

    couple: (pair, record, recordNo, synchAction, options) =>
      act(
        pair,
        record,
        `couple ${recordNo} ${synchAction}`,
        () => actions.couple(pair, record, recordNo, synchAction),
        options,
      ),
    create: (pair, record, options) =>
      act(pair, record, 'create', () => actions.create(pair, record), options),
    uncouple: (pair, record, options) =>
      act(pair, record, 'uncouple', () => actions.uncouple(pair, record), options),
    synchronize: (pair, record, direction, options) =>
      act(
        pair,
        record,
        `synchronize ${direction}`,
        () => actions.synchronize(pair, record, direction),
        options,
      ),

    // One action to the others on the same row: nothing of theirs comes between its steps.
    recouple: (earlier, record, recordNo, synchAction, options) =>
      act(
        earlier.pair,
        record,
        `recouple ${recordNo} ${synchAction}`,
        () => recouple({ earlier, record, recordNo, synchAction }, actions, { jobOf, clock: company }),
        options,
      ),

    jobOf,
    fieldsOf: (coupling, options) =>
      withinDeadline(options?.signal, (deadline) =>
        recordFields(coupling, reader(options?.fresh === true), deadline),
      ),
    address: ({ pair, recordNo }) => addressOfRecord(company, pair, recordNo),
    redirectAddress: (record) => redirectAddress(company, record),
  };
}

interface StateQuestion {
  readonly record: CouplableRecord;
  readonly prerequisites: readonly Prerequisite[];
}

interface SearchQuestion {
  readonly pair: Pair;
  readonly search: CandidateSearch;
}

function stateId({ record, prerequisites }: StateQuestion): string {
  return [record.table, record.id, ...prerequisites.map(({ record: needed }) => needed.id)].join(' ');
}

function searchId({ pair, search: { text, record } }: SearchQuestion): string {
  return JSON.stringify([pair.kind, text, record.number, record.name, record.email]);
}

/** What may be answered again for a while; a change of couplings takes new ones, so that nothing old is said. */
function memoriesOf(
  { now, withinDeadline }: Company,
  reader: (fresh: boolean) => Read,
  learned: LearnedOfCompany,
) {
  return {
    states: answerMemory<StateQuestion, CouplingState>({
      idOf: stateId,
      load: async ([asked], signal, fresh) =>
        asked === undefined
          ? new Map()
          : new Map([
              [
                stateId(asked),
                await withinDeadline(signal, (deadline) =>
                  couplingState(
                    asked.record,
                    asked.prerequisites,
                    { read: reader(fresh), now, learned },
                    deadline,
                  ),
                ),
              ],
            ]),
      isWorthKeeping: ({ missing, jobsUnderWay }) =>
        jobsUnderWay.length === 0 &&
        missing.every(({ field, error }) => field !== undefined || error.code === 'serviceNotPublished'),
      keepFor: answerKeptFor,
      now,
    }),
    candidates: answerMemory<SearchQuestion, Candidates>({
      idOf: searchId,
      load: async ([asked], signal, fresh) =>
        asked === undefined
          ? new Map()
          : new Map([
              [
                searchId(asked),
                await withinDeadline(signal, (deadline) =>
                  candidatesOf(asked.pair, asked.search, reader(fresh), now, deadline),
                ),
              ],
            ]),
      isWorthKeeping: () => true,
      keepFor: answerKeptFor,
      now,
    }),
  };
}

function only<Answer>(answers: ReadonlyMap<string, Answer>): Answer {
  const [answer] = answers.values();
  if (answer === undefined) {
    throw new BusinessCentralError('unreadableAnswer');
  }
  return answer;
}
