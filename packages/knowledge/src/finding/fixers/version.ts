import type { GroupFixers } from './fixer.ts';

export const versionFixers: GroupFixers<'version'> = {
  'version/chunk-missing': 'service-team',
  'version/stale-document': ({ from }) => (from === 'browser-cache' ? 'browser' : 'service-team'),
  'version/stale-service-worker': 'browser',
  'version/mixed-builds': 'service-team',
  'version/deprecated-api': 'service-team',
};
