import type { Words } from '../../words.ts';
import { answers } from './answers.ts';
import { cases } from './cases.ts';
import { commonality } from './commonality.ts';
import { comparison } from './comparison.ts';
import { errors } from './errors.ts';
import { escalation } from './escalation.ts';
import { exceptionRefusals } from './exception-refusals.ts';
import { exceptions } from './exceptions.ts';
import { findings } from './findings.ts';
import { flow } from './flow.ts';
import { headers } from './headers.ts';
import { logReadErrors } from './log-read-errors.ts';
import { logStoreErrors } from './log-store-errors.ts';
import { exporters, notes } from './notes.ts';
import { phases } from './phases.ts';
import { playbookProblems } from './playbook-problems.ts';
import { recordErrors } from './record-errors.ts';
import { revocations } from './revocations.ts';
import { terms } from './terms.ts';
import { vaultErrors } from './vault-errors.ts';

export const ja = {
  language: 'ja',
  findings,
  terms,
  answers,
  commonality,
  comparison,
  notes,
  exporters,
  errors,
  vaultErrors,
  recordErrors,
  exceptionRefusals,
  exceptions,
  revocations,
  cases,
  logReadErrors,
  logStoreErrors,
  playbookProblems,
  headers,
  phases,
  escalation,
  flow,
} as const satisfies Words;
