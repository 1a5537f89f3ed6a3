export type { FoundBrowser } from './browser/find-browser.ts';
export { Keeper, type KeeperOptions } from './keeper/keeper.ts';
export type { KeeperFailure, KeeperTask, KeptRecording, RecordingEnd } from './keeper/keeper-task.ts';
export { KeeperError } from './keeper/start-keeper.ts';
export { type RecordRequest, record } from './record.ts';
