import { useEffect, useState } from 'react';

const question = '(prefers-color-scheme: dark)';

/**
 * Whether the user wants dark colours, as the browser has it. Model-driven apps hand their pages no theme (Microsoft Learn,
 * "Webpage (HTML) web resources"), so the pages follow what is set for the computer; so does their background
 * (`tools/buildAdministration.ts`).
 */
export function usePrefersDark(): boolean {
  const [isDark, setDark] = useState(() => window.matchMedia(question).matches);
  useEffect(() => {
    const list = window.matchMedia(question);
    const follow = () => setDark(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, []);
  return isDark;
}
