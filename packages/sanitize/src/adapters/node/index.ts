export { nodeThreads } from './node-threads.ts';
