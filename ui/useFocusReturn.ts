import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Moves the focus into something that has just opened.
 * @param target gets the focus
 * @returns gives the focus back to where it was before
 */
export function useFocusReturn(target: RefObject<HTMLElement>): () => void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = target.current?.ownerDocument.activeElement ?? null;
    target.current?.focus();
  }, [target]);
  return () => {
    if (before.current instanceof HTMLElement) {
      before.current.focus();
    }
  };
}
