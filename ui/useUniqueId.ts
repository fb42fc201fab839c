import { useState } from 'react';
import { getId } from '@fluentui/react';

/** An id for an element that others refer to; several of our controls share one page, and one Fluent that counts. */
export function useUniqueId(): string {
  const [id] = useState(() => getId('bcs'));
  return id;
}
