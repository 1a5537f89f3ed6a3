// Apart from the room's other exports: whoever only tells of errors does not load the engines.
export { LogInputError } from './input/log-input.ts';
export { LogStoreError } from './store/log-store-error.ts';
