export * from './draw-request.ts';
export { type FlowWords, flowWords } from './flow-text.ts';
