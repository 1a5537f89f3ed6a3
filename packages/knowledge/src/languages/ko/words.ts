import type { Words } from '../../words.ts';
import { answers } from './answers.ts';
import { cases } from './cases.ts';
import { commonality } from './commonality.ts';
import { comparison } from './comparison.ts';
import { errors } from './errors.ts';
import { exceptionRefusals } from './exception-refusals.ts';
import { findings } from './findings.ts';
import { notes } from './notes.ts';
import { revocations } from './revocations.ts';
import { terms } from './terms.ts';
import { vaultErrors } from './vault-errors.ts';

export const ko = {
  language: 'ko',
  findings,
  terms,
  answers,
  commonality,
  comparison,
  notes,
  errors,
  vaultErrors,
  exceptionRefusals,
  revocations,
  cases,
} as const satisfies Words;
