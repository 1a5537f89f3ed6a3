export { type RecordingRun, readRecordingRun } from './recorder/recording-run.ts';
export { type Dialect, dialectFiles, dialects } from './scenario/dialect.ts';
export { type FindingName, findingNames } from './scenario/finding-names.ts';
export type {
  BlockedCookie,
  BrowserVerdict,
  RecordedExpectation,
  RecordedTruth,
  TruthFile,
} from './scenario/recorded-truth.ts';
export type { ScenarioSet } from './scenario/scenario.ts';
