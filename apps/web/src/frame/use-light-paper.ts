import { useLayoutEffect } from 'react';
import { usePrinted } from '../table/use-printed.ts';

/** Where Mantine says which theme is shown. */
const THEME = 'data-mantine-color-scheme';

/** Paper is light: what is shown on a dark ground would be grey on it. */
export function useLightPaper(): void {
  const isPrinted = usePrinted();
  useLayoutEffect(() => {
    const root = document.documentElement;
    const shown = root.getAttribute(THEME);
    if (!isPrinted || shown === null) return;
    root.setAttribute(THEME, 'light');
    return () => root.setAttribute(THEME, shown);
  }, [isPrinted]);
}
