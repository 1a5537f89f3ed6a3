export * from './record/log-record.ts';
export type * from './store/log-store.ts';
