import { createContext, useContext, useEffect, useState } from 'react';

/** Tells the time; given from outside, so that tests have one of their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

export const ClockContext = createContext<Clock>(systemClock);

const millisecondsPerMinute = 60_000;

/** The time, minute by minute. */
export function useNow(): number {
  const clock = useContext(ClockContext);
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), millisecondsPerMinute);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
