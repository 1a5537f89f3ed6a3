// What a page may import of this room: nothing below needs Node. `for-pages.test.ts` holds it to that.
export type { SourceJson, SourceList } from './desk/list-sources.ts';
export type { LogQuestionJson } from './desk/log-question.ts';
export type { AnswerLine } from './desk/search-desk.ts';
export type { TakenFile } from './desk/take-file.ts';
export { findFlows, mostBroken } from './flow/find-flows.ts';
export type * from './flow/flow.ts';
export {
  betweenMs,
  callText,
  type FlowWords,
  failureText,
  flowWords,
  hopName,
  labelText,
} from './flow/flow-text.ts';
export { type Sequence, type SequenceLane, type SequenceRow, sequenceOf } from './flow/sequence.ts';
export { type FlowExport, writeFlow } from './flow/write-flow.ts';
export { LOG_LEVELS, type LogLevel } from './record/log-record.ts';
export { type ExportFormat, exportRecords } from './search/export-records.ts';
export { type ReadTarget, readTarget } from './search/read-target.ts';
export { type RecordJson, readRecordJson, recordJson } from './search/record-json.ts';
export { momentText, readMoment } from './search/time-window.ts';
export type { PartialNote, StoredRecord, TrackingTarget } from './store/log-store.ts';
