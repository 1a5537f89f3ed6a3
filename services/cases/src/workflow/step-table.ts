import type { Bench } from './bench.ts';
import type { Intake } from './intake.ts';
import type { Step } from './step.ts';
import type { StepResult } from './step-result.ts';
import { deleteOriginal } from './steps/delete-original.ts';
import { detect } from './steps/detect.ts';
import { encrypt } from './steps/encrypt.ts';
import { note } from './steps/note.ts';
import { probeDeletion } from './steps/probe-deletion.ts';
import { sanitize } from './steps/sanitize.ts';
import { uploadClean, uploadSealed } from './steps/upload.ts';
import { verifySealedCopy } from './steps/verify-sealed.ts';

export type RunStep = (intake: Intake, bench: Bench) => Promise<StepResult>;

/** What each step does. Every one may be begun any number of times. */
export const stepTable: Readonly<Record<Step, RunStep>> = {
  detect,
  sanitize,
  'upload-clean': uploadClean,
  encrypt,
  'upload-sealed': uploadSealed,
  'verify-sealed': verifySealedCopy,
  'delete-original': deleteOriginal,
  'probe-deletion': probeDeletion,
  note,
};
