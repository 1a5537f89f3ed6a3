import { useEffect } from 'react';

/** Others and the automation work on, too; a list that is older than this has not told of it. */
const LOOK_MS = 10_000;

/** Calls `look` now and then while somebody sees the page, and as soon as they come back to it. */
export function useLooks(look: () => void): void {
  useEffect(() => {
    const lookIfSeen = (): void => {
      if (document.visibilityState === 'visible') look();
    };
    const timer = setInterval(lookIfSeen, LOOK_MS);
    window.addEventListener('focus', lookIfSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', lookIfSeen);
    };
  }, [look]);
}
