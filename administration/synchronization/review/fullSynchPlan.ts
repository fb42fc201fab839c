import type { ReviewLine, ReviewState } from '../../../businessCentral/administration/types';
import { pairs } from '../../../businessCentral/coupling/pairs';
import { matchable } from '../prerequisites/prerequisiteState';

/** How far a mapping has come in a run over several. */
export type RunStage = 'waits' | 'asked' | 'underWay' | 'finished' | 'failed' | 'heldUp';

/** A run over several mappings: each is started when those before it have finished. */
export interface FullSynchRun {
  /** By mapping, in dependency order. */
  readonly stages: ReadonlyMap<string, RunStage>;
  /** Each line as it was before the run, so that an earlier end is not taken for the end of this one. */
  readonly before: ReadonlyMap<string, ReviewLine>;
}

const statesUnderWay: readonly ReviewState[] = ['ready', 'waiting', 'inProcess'];

/**
 * True while Business Central works at the mapping, or is going to. A job queue entry that broke down leaves its direction
 * "in process" for ever, so its own error counts first.
 */
export function isUnderWay({ state, toSales, fromSales }: ReviewLine): boolean {
  return state !== 'error' && [state, toSales, fromSales].some((each) => statesUnderWay.includes(each));
}

/** True where the latest synchronization failed, in one direction or as a whole. */
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
 * What "start all" is for: lines with something to synchronize that have neither finished nor are at it; where all have
 * finished, all of them anew.
 * @param withCoupleFirst also those whose records had better be coupled first
 */
export function linesToStart(lines: readonly ReviewLine[], withCoupleFirst: boolean): readonly ReviewLine[] {
  const isThrough = lines.every(
    ({ state, recommendation }) => state === 'finished' || recommendation === 'nothing',
  );
  return inDependencyOrder(lines).filter(
    (line) =>
      !isUnderWay(line) &&
      line.recommendation !== 'nothing' &&
      (isThrough || line.state !== 'finished') &&
      (withCoupleFirst || !isToCouple(line)),
  );
}

/**
 * What is left of a full synchronization that was begun and then left, as when this page was closed: lines that were never
 * started while others were, without those that a failed one holds up. Told by the lines alone, since page 5331 says of no
 * line when it was started.
 */
export function restToStart(lines: readonly ReviewLine[], withCoupleFirst: boolean): readonly ReviewLine[] {
  if (lines.every(({ state }) => state === 'none')) {
    return [];
  }
  const stages = withHeldUp(
    new Map(lines.map((line) => [line.mapping, hasFailed(line) ? 'failed' : 'waits'])),
    new Map(lines.map((line) => [line.mapping, line])),
  );
  return linesToStart(lines, withCoupleFirst).filter(
    ({ mapping, state }) => state === 'none' && stages.get(mapping) === 'waits',
  );
}

/** A run in which nothing has been started. @param lines in dependency order */
export function newRun(lines: readonly ReviewLine[]): FullSynchRun {
  return {
    stages: new Map(lines.map(({ mapping }) => [mapping, 'waits'])),
    before: new Map(lines.map((line) => [line.mapping, line])),
  };
}

export function withStage(run: FullSynchRun, mapping: string, stage: RunStage): FullSynchRun {
  return { ...run, stages: new Map(run.stages).set(mapping, stage) };
}

/**
 * Stages after another look at Business Central. What waits here may have been started there meanwhile: by another
 * administrator, or by Business Central, whose table 5373 starts what was never started when a job ends.
 */
export function afterLook(run: FullSynchRun, lines: readonly ReviewLine[]): FullSynchRun {
  const byName = new Map(lines.map((line) => [line.mapping, line]));
  const stages = new Map(run.stages);
  for (const [mapping, stage] of run.stages) {
    const line = byName.get(mapping);
    if (line !== undefined && stage !== 'asked' && stage !== 'finished') {
      stages.set(mapping, stageAfterLook(run, stage, line));
    }
  }
  return { ...run, stages: withHeldUp(stages, byName) };
}

function stageAfterLook(run: FullSynchRun, stage: RunStage, line: ReviewLine): RunStage {
  if (isUnderWay(line)) {
    return 'underWay';
  }
  if (stage === 'underWay') {
    return isOver(run, line) ? (hasFailed(line) ? 'failed' : 'finished') : 'underWay';
  }
  const hasFinishedSince = run.before.get(line.mapping)?.state !== 'finished' && line.state === 'finished';
  // Whether something is held up depends on the others, and is told anew.
  return hasFinishedSince && !hasFailed(line) ? 'finished' : stage === 'heldUp' ? 'waits' : stage;
}

/** Between the start and the first sign of its job, a line still shows how the time before ended. */
function isOver(run: FullSynchRun, line: ReviewLine): boolean {
  const before = run.before.get(line.mapping)?.job?.id ?? null;
  const isEarlierJob = line.job !== null && line.job.id === before;
  return !isEarlierJob && (line.job === null || line.job.finishedAt !== null);
}

/** What fails holds up what depends on it, and what depends on that. */
function withHeldUp(
  stages: Map<string, RunStage>,
  lines: ReadonlyMap<string, ReviewLine>,
): ReadonlyMap<string, RunStage> {
  for (let changed = true; changed;) {
    changed = false;
    for (const [mapping, stage] of stages) {
      const blocked = (lines.get(mapping)?.dependsOn ?? []).some((name) =>
        ['failed', 'heldUp'].includes(stages.get(name) ?? ''),
      );
      if (stage === 'waits' && blocked) {
        stages.set(mapping, 'heldUp');
        changed = true;
      }
    }
  }
  return stages;
}

/**
 * Mappings that can be started: those before them have finished, or do not belong to the run and are not under way.
 * Where a circle of dependencies would keep all of them waiting, the first goes first.
 */
export function nextToStart(run: FullSynchRun, lines: readonly ReviewLine[]): readonly string[] {
  const byName = new Map(lines.map((line) => [line.mapping, line]));
  const mayGo = (name: string) => {
    const stage = run.stages.get(name);
    const line = byName.get(name);
    return stage === undefined ? line === undefined || !isUnderWay(line) : stage === 'finished';
  };
  const waiting = [...run.stages].filter(([, stage]) => stage === 'waits').map(([mapping]) => mapping);
  const ready = waiting.filter((mapping) => (byName.get(mapping)?.dependsOn ?? []).every(mayGo));
  const isStuck = ready.length === 0 && !isBusy(run) && !lines.some(isUnderWay);
  return isStuck ? waiting.slice(0, 1) : ready;
}

function isBusy({ stages }: FullSynchRun): boolean {
  return [...stages.values()].some((stage) => stage === 'asked' || stage === 'underWay');
}

/** True when nothing of the run is left to come. */
export function hasEnded(run: FullSynchRun): boolean {
  return !isBusy(run) && ![...run.stages.values()].includes('waits');
}

/** How many of the run have come to each end. */
export function countsOf({ stages }: FullSynchRun): Readonly<Record<RunStage | 'all', number>> {
  const counts = { all: stages.size, waits: 0, asked: 0, underWay: 0, finished: 0, failed: 0, heldUp: 0 };
  for (const stage of stages.values()) {
    counts[stage] += 1;
  }
  return counts;
}
