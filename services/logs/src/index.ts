export { answerDesk, type DeskAnswer, type DeskRequest } from './desk/answer-desk.ts';
export { listSources, type SourceJson, type SourceList } from './desk/list-sources.ts';
export { DEFAULT_SOURCE, type LogDesk, openDesk } from './desk/log-desk.ts';
export {
  type LogQuestion,
  LogQuestionError,
  type LogQuestionJson,
  readLogQuestion,
} from './desk/log-question.ts';
export { searchDesk, traceDesk } from './desk/search-desk.ts';
export { takeFile } from './desk/take-file.ts';
export type { FlowSources } from './flow/build-flow.ts';
export { findFlows, mostBroken } from './flow/find-flows.ts';
export type { FoundRequest } from './flow/find-requests.ts';
export type * from './flow/flow.ts';
export { type FlowJson, flowJson, type HopJson, type TreeJson } from './flow/flow-json.ts';
export { callText, type FlowWords, failureText, flowWords, hopName } from './flow/flow-text.ts';
export { type FlowExport, writeFlow } from './flow/write-flow.ts';
export { TEXT_FORMAT } from './formats/assemble-records.ts';
export type * from './formats/compiled-format.ts';
export * from './formats/explain-line.ts';
export * from './formats/list-formats.ts';
export * from './formats/load-formats.ts';
export type * from './formats/log-format.ts';
export * from './formats/log-format-error.ts';
export * from './formats/open-log.ts';
export * from './formats/scan-ids.ts';
export { isZone } from './formats/time-zone.ts';
export { type CredentialBlanker, createCredentialBlanker, shownText } from './ingest/blank-credentials.ts';
export { type ImportCount, type ImportOptions, importLog } from './ingest/import-log.ts';
export * from './ingest/ingest-endpoint.ts';
export * from './input/follow-file.ts';
export * from './input/log-input.ts';
export * from './input/open-inputs.ts';
export * from './record/log-record.ts';
export { type ExportFormat, exportRecords, recordText } from './search/export-records.ts';
export { type ReadTarget, readTarget } from './search/read-target.ts';
export { type RecordJson, recordJson } from './search/record-json.ts';
export { momentText, paddedWindow, readMoment } from './search/time-window.ts';
export { readWords } from './search/words.ts';
export { askSources } from './sources/ask-sources.ts';
export type { AskedSource } from './sources/federated-search.ts';
export { restrictStore } from './sources/restrict-store.ts';
export { applyRetention } from './sources/retention.ts';
export {
  readSourceDefinitions,
  type SourceDefinition,
  type SourceKind,
} from './sources/source-definition.ts';
export { type RequestOrigin, sourcesOfRequest } from './sources/sources-of-request.ts';
export { readWhole } from './store/log-answer.ts';
export type * from './store/log-store.ts';
export { LogStoreError } from './store/log-store-error.ts';
export {
  defaultSourcesFile,
  defaultStoreAddress,
  openLogStore,
  openMemoryStore,
} from './store/open-store.ts';
