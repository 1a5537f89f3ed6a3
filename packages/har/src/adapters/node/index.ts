export { fileSource } from './file-source.ts';
export { nodeSpool } from './node-spool.ts';
export { expectShortLife } from './short-life.ts';
export { stdinSource } from './stdin-source.ts';
