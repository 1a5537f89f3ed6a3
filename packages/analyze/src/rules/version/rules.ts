import type { GroupRules } from '../group-rules.ts';
import { chunkMissing } from './chunk-missing/rule.ts';
import { deprecatedApi } from './deprecated-api/rule.ts';
import { mixedBuilds } from './mixed-builds/rule.ts';
import { staleDocument } from './stale-document/rule.ts';
import { staleServiceWorker } from './stale-service-worker/rule.ts';

export const versionRules: GroupRules<'version'> = {
  'version/stale-service-worker': staleServiceWorker,
  'version/stale-document': staleDocument,
  'version/chunk-missing': chunkMissing,
  'version/mixed-builds': mixedBuilds,
  'version/deprecated-api': deprecatedApi,
};
