import { type GroupSamples, request, withoutId } from './shared.ts';

export const versionSamples: GroupSamples<'version'> = {
  'version/chunk-missing': [
    { ...request, status: 404, how: 'gone' },
    { ...withoutId, count: 3, status: 200, how: 'page' },
  ],
  'version/stale-document': [
    { ...request, from: 'browser-cache', missing: 1 },
    { ...withoutId, from: 'shared-cache', missing: 2, ageS: 5400 },
    { ...withoutId, from: 'shared-cache', missing: 2, ageS: 86_400 },
    { ...withoutId, from: 'shared-cache', missing: 1, ageS: 240 },
  ],
  'version/stale-service-worker': [
    { ...request, missing: 1 },
    { ...withoutId, missing: 4 },
  ],
  'version/mixed-builds': [
    { ...request, count: 4, field: 'x-build', builds: '2.14, 2.09', failing: '2.09' },
    { ...withoutId, count: 6, field: 'x-build', builds: '2.14, 2.09' },
  ],
  'version/deprecated-api': [
    { ...request, isOver: false },
    { ...request, since: '2025-03-04', until: '2025-09-01', isOver: false, successor: '/v2/numbers' },
    { ...withoutId, until: '2025-01-01', isOver: true },
  ],
};
