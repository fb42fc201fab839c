import type { ReviewLine, ReviewState } from '../../../businessCentral/administration/types';
import { pairs } from '../../../businessCentral/coupling/pairs';
import { matchable } from '../prerequisites/prerequisiteState';

/** How far a mapping has come in a run over several. */
export type RunStage = 'waits' | 'underWay' | 'finished' | 'failed' | 'heldUp';

/** A full synchronization of several mappings, which Business Central starts one after the other. */
export interface FullSynchRun {
  /** By mapping, in dependency order. */
  readonly stages: ReadonlyMap<string, RunStage>;
  /** Each line as it was before the run, so that an earlier end is not taken for the end of this one. */
  readonly before: ReadonlyMap<string, ReviewLine>;
}

const statesUnderWay: readonly ReviewState[] = ['ready', 'waiting', 'inProcess'];

/**
 * True while Business Central works at the mapping, or is going to. A job queue entry that broke down leaves its direction
 * "in process" for ever, so its own error counts first; and a line without records is given the entry of another line, which never
 * begins (table 5373, "Start").
 */
export function isUnderWay({ state, toSales, fromSales, recommendation }: ReviewLine): boolean {
  if (recommendation === 'nothing' && toSales === 'none' && fromSales === 'none') {
    return false;
  }
  return state !== 'error' && [state, toSales, fromSales].some((each) => statesUnderWay.includes(each));
}

/** True where the latest synchronization failed, as a whole or for single records of a direction. */
export function hasFailed(line: ReviewLine): boolean {
  return !isUnderWay(line) && [line.state, line.toSales, line.fromSales].includes('error');
}

/**
 * Lines in an order in which each comes after those it depends on, otherwise as they were given. What depends on itself
 * in a circle keeps its place at the end: no order can do it justice.
 */
export function inDependencyOrder(lines: readonly ReviewLine[]): readonly ReviewLine[] {
  const names = new Set(lines.map(({ mapping }) => mapping));
  const placed = new Set<string>();
  const ordered: ReviewLine[] = [];
  let left = [...lines];
  for (;;) {
    const next = left.filter(({ dependsOn }) =>
      dependsOn.every((name) => placed.has(name) || !names.has(name)),
    );
    if (next.length === 0) {
      return [...ordered, ...left];
    }
    for (const line of next) {
      placed.add(line.mapping);
      ordered.push(line);
    }
    left = left.filter(({ mapping }) => !placed.has(mapping));
  }
}

const matchableMappings: ReadonlySet<string> = new Set(
  pairs.filter(({ kind }) => matchable(kind)).map(({ mapping }) => mapping),
);

/**
 * True where records had better be coupled first, and can be matched here. A line keeps the advice of the time before it
 * was started (table 5373, "Generate"), so one that is under way or has finished has outlived it.
 */
export function isToCouple(line: ReviewLine): boolean {
  return (
    line.recommendation === 'coupleFirst' &&
    line.state !== 'finished' &&
    !isUnderWay(line) &&
    matchableMappings.has(line.mapping)
  );
}

/**
 * What "start all" is for: lines with something to synchronize that have neither finished well nor are at it; where all have
 * finished, all of them anew (docs/companion.md, `StartAllFullSynch`). What somebody has put on hold is for the job queue.
 */
export function linesToStart(lines: readonly ReviewLine[]): readonly ReviewLine[] {
  const isThrough = lines.every(
    ({ state, recommendation }) => state === 'finished' || recommendation === 'nothing',
  );
  return inDependencyOrder(lines).filter(
    (line) =>
      !isUnderWay(line) &&
      line.recommendation !== 'nothing' &&
      line.state !== 'onHold' &&
      (isThrough || line.state !== 'finished' || hasFailed(line)),
  );
}

/** A run of which nothing has been seen yet. @param lines in dependency order */
export function newRun(lines: readonly ReviewLine[]): FullSynchRun {
  return {
    stages: new Map(lines.map(({ mapping }) => [mapping, 'waits'])),
    before: new Map(lines.map((line) => [line.mapping, line])),
  };
}

/** The run after another look at Business Central. */
export function afterLook(run: FullSynchRun, lines: readonly ReviewLine[]): FullSynchRun {
  const byName = new Map(lines.map((line) => [line.mapping, line]));
  const stages = new Map(run.stages);
  for (const [mapping, stage] of run.stages) {
    const line = byName.get(mapping);
    if (line !== undefined && stage !== 'finished') {
      stages.set(mapping, stageAfterLook(run, stage, line));
    }
  }
  return { ...run, stages: withHeldUp(stages, byName) };
}

function stageAfterLook(run: FullSynchRun, stage: RunStage, line: ReviewLine): RunStage {
  if (isUnderWay(line)) {
    return 'underWay';
  }
  if (stage === 'underWay' || isOverSince(run, line)) {
    return hasFailed(line) ? 'failed' : 'finished';
  }
  // Whether something is held up depends on the others, and is told anew.
  return stage === 'heldUp' ? 'waits' : stage;
}

/** A short job comes and goes between two looks; until it has come, a line shows how the time before ended. */
function isOverSince(run: FullSynchRun, line: ReviewLine): boolean {
  const before = run.before.get(line.mapping);
  const isOver = line.state === 'finished' || hasFailed(line);
  const hasNewJob = line.job !== null && line.job.finishedAt !== null && line.job.id !== before?.job?.id;
  return isOver && (hasNewJob || line.state !== before?.state);
}

/**
 * What breaks down holds up what depends on it, and what depends on that. Single failed records do not: Business Central goes on once
 * the job has finished.
 */
function withHeldUp(
  stages: Map<string, RunStage>,
  lines: ReadonlyMap<string, ReviewLine>,
): ReadonlyMap<string, RunStage> {
  for (let changed = true; changed;) {
    changed = false;
    for (const [mapping, stage] of stages) {
      const blocked = (lines.get(mapping)?.dependsOn ?? []).some(
        (name) => stages.get(name) === 'heldUp' || lines.get(name)?.state === 'error',
      );
      if (stage === 'waits' && blocked) {
        stages.set(mapping, 'heldUp');
        changed = true;
      }
    }
  }
  return stages;
}

/** Whether something is to be seen of it: it is under way, or another look has changed a line. */
export function isMoving(before: readonly ReviewLine[] | null, lines: readonly ReviewLine[]): boolean {
  return lines.some(isUnderWay) || JSON.stringify(before) !== JSON.stringify(lines);
}

/** True when nothing of the run is left to come. */
export function hasEnded({ stages }: FullSynchRun): boolean {
  return ![...stages.values()].some((stage) => stage === 'waits' || stage === 'underWay');
}

/** How many of the run have come to each end. */
export function countsOf({ stages }: FullSynchRun): Readonly<Record<RunStage | 'all', number>> {
  const counts = { all: stages.size, waits: 0, underWay: 0, finished: 0, failed: 0, heldUp: 0 };
  for (const stage of stages.values()) {
    counts[stage] += 1;
  }
  return counts;
}

/**
 * What Business Central is at, where this page did not start it: somebody else did, or somebody who left the page and has
 * come back. Whatever was started and whatever still waits for it belongs to it.
 * @returns null where nothing is under way
 */
export function runFound(lines: readonly ReviewLine[]): FullSynchRun | null {
  if (!lines.some(isUnderWay)) {
    return null;
  }
  const ordered = inDependencyOrder(lines).filter(
    (line) => line.recommendation !== 'nothing' && line.state !== 'onHold',
  );
  const stageOf = (line: ReviewLine): RunStage =>
    isUnderWay(line)
      ? 'underWay'
      : hasFailed(line)
        ? 'failed'
        : line.state === 'finished'
          ? 'finished'
          : 'waits';
  const stages = new Map(ordered.map((line) => [line.mapping, stageOf(line)]));
  const byName = new Map(lines.map((line) => [line.mapping, line]));
  return { stages: withHeldUp(stages, byName), before: byName };
}
