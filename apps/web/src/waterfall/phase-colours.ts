import type { Phase } from '@harrier/har';
import { useComputedColorScheme } from '@mantine/core';
import type { DrawnPhase } from './draw-waterfall.ts';

/** Muted colours; the patterns over them are in `phase-patterns.ts`. */
export type PhaseColours = Readonly<Record<DrawnPhase | 'unaccounted' | 'failed' | 'grid' | 'text', string>>;

const light: PhaseColours = {
  blocked: '#b9bec6',
  dns: '#2b8a8a',
  connect: '#c77d2e',
  ssl: '#9c5fb5',
  send: '#4c6ef5',
  wait: '#3f9a55',
  receive: '#2f7fc1',
  unaccounted: '#dadde1',
  failed: '#c92a2a',
  grid: '#e9ecef',
  text: '#495057',
};

const dark: PhaseColours = {
  ...light,
  blocked: '#6b7280',
  unaccounted: '#495057',
  failed: '#ff8787',
  grid: '#2c2e33',
  text: '#c1c2c5',
};

/** The colours of a waterfall in the page's theme. */
export function useWaterfallColours(): PhaseColours {
  return useComputedColorScheme() === 'dark' ? dark : light;
}

/** The colour of every phase, the finer ones as what they are part of. */
export function usePhaseColours(): Readonly<Record<Phase, string>> {
  const colours = useWaterfallColours();
  return {
    ...colours,
    queueing: colours.unaccounted,
    stalled: colours.blocked,
    proxy: colours.blocked,
    serviceWorkerStartup: colours.connect,
    serviceWorkerRespondWith: colours.wait,
    serviceWorkerRequest: colours.send,
  };
}
