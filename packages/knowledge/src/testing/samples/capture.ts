import type { GroupSamples } from './shared.ts';

export const captureSamples: GroupSamples<'capture'> = {
  'capture/no-content': [{ textResponses: 9, withoutContent: 8 }],
  'capture/truncated': [{ entries: 0 }, { entries: 1, byteOffset: 12 }, { entries: 26 }],
  'capture/damaged': [
    { damages: 1, damagedEntries: 0 },
    { damages: 1, damagedEntries: 1, line: 68, byteOffset: 1678 },
    { damages: 3, damagedEntries: 2 },
  ],
};
