export type * from './ast.ts';
export * from './compile.ts';
export * from './describe.ts';
export type { FilterBodies, FilterNeeds, FilterRow, FilterSettings, Verdict } from './evidence.ts';
export type * from './keys/key.ts';
export { FILTER_KEYS } from './keys/key-table.ts';
export * from './parse.ts';
export * from './print.ts';
