import { useEffect, useState } from 'react';

/** Saving several lines changes a total several times; it counts once it has stood still for so long. */
export const settlingMilliseconds = 400;

/** A value once it has stood still; the value of another subject counts at once. */
export function useSettled<Value>(value: Value, subject: string): Value {
  const [settled, setSettled] = useState({ subject, value });
  useEffect(() => {
    const timer = setTimeout(
      () =>
        setSettled((last) => (last.subject === subject && last.value === value ? last : { subject, value })),
      settlingMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [subject, value]);
  return settled.subject === subject ? settled.value : value;
}
