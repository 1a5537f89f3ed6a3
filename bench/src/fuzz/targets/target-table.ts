import type { FuzzTarget } from '../target.ts';
import { archiveTarget } from './archive-target.ts';
import { canaryTarget } from './canary-target.ts';
import { filterTarget } from './filter-target.ts';
import { harTarget } from './har-target.ts';
import { logTarget } from './log-target.ts';
import { sanitizeTarget } from './sanitize-target.ts';
import { settingsTarget } from './settings-target.ts';
import { sniffTarget } from './sniff-target.ts';
import { triageTarget } from './triage-target.ts';

/** Everything that can be fuzzed; a new one is a file and a line here. */
export const fuzzTargets: readonly FuzzTarget[] = [
  sniffTarget,
  harTarget,
  archiveTarget,
  filterTarget,
  logTarget,
  sanitizeTarget,
  canaryTarget,
  triageTarget,
  settingsTarget,
];
