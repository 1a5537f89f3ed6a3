import { main } from '../load/main.ts';
import type { Command } from './command.ts';

/** `load`: the services' logs at any size, without a browser. */
export const load: Command = {
  name: 'load',
  usage: '--lines <number> [--seed <number>] -o <folder>',
  summary: 'Writes as many lines of the services’ logs as asked for.',
  run: main,
};
