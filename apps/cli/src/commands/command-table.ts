import type { Command } from './command.ts';
import { convert } from './convert/convert.ts';
import { show } from './show/show.ts';
import { table } from './table/table.ts';

/** Every command, in the order in which help lists them. */
export const commandTable: readonly Command[] = [table, show, convert];
