export type { UserAction } from './actions/action.ts';
export { CdpError, type CdpEvent, type CdpLink } from './cdp/cdp-link.ts';
export type { TextPort } from './cdp/message-link.ts';
export { RecordError } from './record-error.ts';
export { Ledger, type Shelf, type Stretch } from './recording/ledger.ts';
export { MemoryRecording } from './recording/memory-recording.ts';
export { Recorder, type RecorderOptions } from './recording/recorder.ts';
export type { AmendedField, PageLine, RecordingSink } from './recording/sink.ts';
export type { Target, TargetType } from './targets/target.ts';
