import type { GroupSamples } from './shared.ts';

export const captureSamples: GroupSamples<'capture'> = {
  'capture/no-content': [{ textResponses: 9, withoutContent: 8 }],
  'capture/truncated': [{ entries: 0 }, { entries: 1, byteOffset: 12 }, { entries: 26 }],
  'capture/damaged': [
    { damages: 1, damagedEntries: 0 },
    { damages: 1, damagedEntries: 1, line: 68, byteOffset: 1678 },
    { damages: 3, damagedEntries: 2 },
  ],
  'capture/not-preserved': [{ host: 'portal.example.test' }],
  'capture/started-late': [{ requests: 12 }],
  'capture/sanitized': [{ by: 'harrier' }, { by: 'devtools' }, { by: 'other' }],
  'capture/over-sanitized': [
    { masked: 60, values: 100, maskedIds: 0 },
    { masked: 0, values: 100, maskedIds: 1 },
    { masked: 60, values: 100, maskedIds: 4 },
  ],
  'capture/cache-disabled': [{ requests: 20 }],
  'capture/wrong-page': [{ wanted: 'admin.example.test', hosts: 'www.example.test, news.example.test' }],
  'capture/too-old': [{ days: 30, recordedAt: '2025-03-04' }],
  'capture/no-error': [{ requests: 26 }],
  'capture/no-ids': [{ requests: 26 }],
  'capture/out-of-order': [
    { moved: 1, negative: 0 },
    { moved: 0, negative: 3 },
    { moved: 4, negative: 2 },
  ],
  'capture/producer': [
    { producer: 'Firefox', version: '128.0', networkErrors: false, timings: true },
    { producer: 'HarMaker', networkErrors: true, timings: false },
    { producer: 'HarMaker', networkErrors: false, timings: false },
  ],
  'capture/counter-gap': [
    { session: 'PORTAL_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74', missing: 1, numbers: '4', first: 0, last: 9 },
    {
      session: 'PORTAL_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74',
      missing: 8,
      numbers: '4, 5, 6, 7, 8',
      first: 0,
      last: 20,
    },
  ],
};
