export type * from './capture.ts';
export type * from './entry/model.ts';
export * from './entry-index/entry-index.ts';
export * from './notes/har-read-error.ts';
export type * from './notes/read-note.ts';
export type * from './source/byte-source.ts';
export type * from './timings/phase.ts';
