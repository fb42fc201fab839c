/** Runs a task when one of the places is free. */
export type RunInPlace = <T>(task: () => Promise<T>) => Promise<T>;

/** @param places how many tasks run side by side; the others wait in the order they came */
export function placesSideBySide(places: number): RunInPlace {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (task) => {
    if (free > 0) {
      free -= 1;
    } else {
      await new Promise<void>((enter) => waiting.push(enter));
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) {
        free += 1;
      } else {
        next();
      }
    }
  };
}
