import { caseCommand } from './case/case.ts';
import type { Command } from './command.ts';
import { compare } from './compare/compare.ts';
import { completion } from './completion/completion.ts';
import { convert } from './convert/convert.ts';
import { escalate } from './escalate/escalate.ts';
import { exceptionCommand } from './exception/exception.ts';
import { explain } from './explain/explain.ts';
import { follow } from './logs/follow.ts';
import { grep } from './logs/grep.ts';
import { importLogs } from './logs/import.ts';
import { search } from './logs/search.ts';
import { sources } from './logs/sources.ts';
import { open } from './open/open.ts';
import { record } from './record/record.ts';
import { sanitize } from './sanitize/sanitize.ts';
import { seal } from './seal/seal.ts';
import { serve } from './serve/serve.ts';
import { worker } from './serve/worker.ts';
import { show } from './show/show.ts';
import { table } from './table/table.ts';
import { trace } from './trace/trace.ts';
import { triage } from './triage/triage.ts';
import { unseal } from './unseal/unseal.ts';

/** Every command, in the order in which help lists them. */
export const commandTable: readonly Command[] = [
  open,
  record,
  triage,
  compare,
  table,
  show,
  sanitize,
  convert,
  seal,
  unseal,
  serve,
  worker,
  caseCommand,
  exceptionCommand,
  escalate,
  importLogs,
  search,
  grep,
  sources,
  follow,
  trace,
  explain,
  completion,
];
