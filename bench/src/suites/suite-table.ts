import { fuzzSuite } from '../fuzz/fuzz-suite.ts';
import { soakSuite } from '../soak/soak-suite.ts';
import { allSuite } from './all.ts';
import { browserSuite } from './browser/browser-suite.ts';
import { casesSuite } from './cases/cases-suite.ts';
import { compareSuite } from './compare/compare-suite.ts';
import { diagnosisSuite } from './diagnosis/diagnosis-suite.ts';
import { exampleSuite } from './example.ts';
import { generateSuite } from './generate.ts';
import { indexSuite } from './index/index-suite.ts';
import { knowledgeSuite } from './knowledge/knowledge-suite.ts';
import { logsSuite } from './logs/logs-suite.ts';
import { recordSuite } from './record/record-suite.ts';
import { redactionSuite } from './redaction/redaction-suite.ts';
import { rulesSuite } from './rules/rules-suite.ts';
import { sanitizeSuite } from './sanitize/sanitize-suite.ts';
import { scaleSuite } from './scale/scale-suite.ts';
import { sealSuite } from './seal/seal-suite.ts';
import type { Suite } from './suite.ts';

/** Every suite; a new one is a file and a line here. */
export const suites: readonly Suite[] = [
  indexSuite,
  sanitizeSuite,
  sealSuite,
  casesSuite,
  redactionSuite,
  diagnosisSuite,
  rulesSuite,
  compareSuite,
  browserSuite,
  recordSuite,
  logsSuite,
  knowledgeSuite,
  scaleSuite,
  generateSuite,
  exampleSuite,
  fuzzSuite,
  soakSuite,
  allSuite,
];
