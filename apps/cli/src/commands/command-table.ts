import type { Command } from './command.ts';
import { compare } from './compare/compare.ts';
import { convert } from './convert/convert.ts';
import { explain } from './explain/explain.ts';
import { open } from './open/open.ts';
import { sanitize } from './sanitize/sanitize.ts';
import { show } from './show/show.ts';
import { table } from './table/table.ts';
import { triage } from './triage/triage.ts';

/** Every command, in the order in which help lists them. */
export const commandTable: readonly Command[] = [
  open,
  triage,
  compare,
  table,
  show,
  sanitize,
  convert,
  explain,
];
