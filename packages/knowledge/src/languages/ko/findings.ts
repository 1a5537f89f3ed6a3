import type { FindingWords } from '../../words.ts';
import { authFindings } from './findings/auth.ts';
import { blockFindings } from './findings/block.ts';
import { captureFindings } from './findings/capture.ts';
import { corsFindings } from './findings/cors.ts';
import { failFindings } from './findings/fail.ts';
import { lintFindings } from './findings/lint.ts';
import { permissionFindings } from './findings/permission.ts';
import { slowFindings } from './findings/slow.ts';
import { versionFindings } from './findings/version.ts';

export const findings: FindingWords = {
  ...failFindings,
  ...corsFindings,
  ...authFindings,
  ...blockFindings,
  ...permissionFindings,
  ...versionFindings,
  ...slowFindings,
  ...lintFindings,
  ...captureFindings,
};
