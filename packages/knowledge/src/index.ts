export type * from './finding/finding-facts.ts';
