export { fileSource } from './file-source.ts';
export { nodeSpool } from './node-spool.ts';
export { stdinSource } from './stdin-source.ts';
