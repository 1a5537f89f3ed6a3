export * from './books.ts';
export { foldName } from './fold-name.ts';
export { loadLabels, type PageLabels } from './labels.ts';
export { type MethodName, methodFacts } from './method/method-facts.ts';
export type * from './page.ts';
export * from './segments.ts';
export type { Source } from './source.ts';
export { registeredStatusCodes, type StatusCode, statusFacts } from './status/status-facts.ts';
export * from './topic.ts';
