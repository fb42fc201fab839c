import type { ActionOutcome } from '../coupling/types';
import type { WorkOptions, WorkResult } from './types';

/**
 * Does the same to many, one after the other: Business Central locks the mapping while it couples, so side by side would be
 * no faster. What fails is kept and the work goes on; ended, it finishes what it is at.
 */
export async function oneAfterAnother<Task>(
  tasks: readonly Task[],
  perform: (task: Task) => Promise<ActionOutcome>,
  { signal, onProgress }: WorkOptions = {},
): Promise<WorkResult<Task>> {
  const done: Task[] = [];
  const failed: WorkResult<Task>['failed'][number][] = [];
  const tried = () => done.length + failed.length;
  for (const task of tasks) {
    if (signal?.aborted === true) {
      break;
    }
    const outcome = await perform(task);
    if (outcome.kind === 'done') {
      done.push(task);
    } else {
      failed.push({ task, error: outcome.error });
    }
    onProgress?.({ done: tried(), total: tasks.length });
  }
  return { done, failed, left: tasks.slice(tried()) };
}
