import { type ComponentType, lazy, useEffect } from 'react';
import { create } from 'zustand';

interface UnloadedParts {
  /** A script that the page needs did not come: its server was stopped, or holds another build by now. */
  readonly isSome: boolean;
  tell(): void;
  /** Somebody goes on without it. */
  leave(): void;
}

/** Whether a part of the page is missing. A browser may keep the failure: only a reload is sure to bring the part. */
export const useUnloaded = create<UnloadedParts>((set) => ({
  isSome: false,
  tell: () => set({ isSome: true }),
  leave: () => set({ isSome: false }),
}));

/**
 * A component whose script is loaded when it is first drawn. Where the script does not come, `instead` stands in its place: an error
 * would take everything around it away, and be called a fault of ours.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  instead: ComponentType<Props> = Nothing,
) {
  return lazy(async () => ({ default: await load().catch(() => instead) }));
}

/** Calls back whenever the script of an `import()` did not come, until it is told to end. */
export function onUnloadedImport(tell: () => void): () => void {
  // Vite asks for every script by a function of its own, which says so. Source: Vite, "Load error handling".
  addEventListener('vite:preloadError', tell);
  return () => removeEventListener('vite:preloadError', tell);
}

/** Tells it where the script of a worker does not come; what is asked of such a worker is never answered. */
export function tellUnloaded(worker: Worker): Worker {
  worker.addEventListener('error', (event) => {
    // An error that is thrown in a worker has a message; one of loading is a mere event. Source: HTML, "run a worker".
    if (!(event instanceof ErrorEvent)) useUnloaded.getState().tell();
  });
  return worker;
}

/** Whoever comes back to what is missing is told again. */
function Nothing() {
  useEffect(useUnloaded.getState().tell, []);
  return null;
}
