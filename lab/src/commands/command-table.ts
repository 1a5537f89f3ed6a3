import type { Command } from './command.ts';
import { keep } from './keep.ts';
import { list } from './list.ts';
import { load } from './load.ts';
import { record } from './record.ts';
import { serve } from './serve.ts';
import { watch } from './watch.ts';

/** Every command; a new one is a file and a line here. */
export const commands: readonly Command[] = [record, list, keep, serve, watch, load];
