import type { Command } from './command.ts';

/** A command by its name. The rest is loaded when it is asked for: what all of them need takes 45 MB and half a second. */
export interface NamedCommand {
  readonly name: string;
  readonly load: () => Promise<Command>;
}

/** Every command, in the order in which help lists them. */
export const commandTable: readonly NamedCommand[] = [
  { name: 'open', load: async () => (await import('./open/open.ts')).open },
  { name: 'record', load: async () => (await import('./record/record.ts')).record },
  { name: 'triage', load: async () => (await import('./triage/triage.ts')).triage },
  { name: 'compare', load: async () => (await import('./compare/compare.ts')).compare },
  { name: 'table', load: async () => (await import('./table/table.ts')).table },
  { name: 'show', load: async () => (await import('./show/show.ts')).show },
  { name: 'sanitize', load: async () => (await import('./sanitize/sanitize.ts')).sanitize },
  { name: 'convert', load: async () => (await import('./convert/convert.ts')).convert },
  { name: 'seal', load: async () => (await import('./seal/seal.ts')).seal },
  { name: 'unseal', load: async () => (await import('./unseal/unseal.ts')).unseal },
  { name: 'send', load: async () => (await import('./send/send.ts')).send },
  { name: 'serve', load: async () => (await import('./serve/serve.ts')).serve },
  { name: 'worker', load: async () => (await import('./serve/worker.ts')).worker },
  { name: 'case', load: async () => (await import('./case/case.ts')).caseCommand },
  { name: 'exception', load: async () => (await import('./exception/exception.ts')).exceptionCommand },
  { name: 'escalate', load: async () => (await import('./escalate/escalate.ts')).escalate },
  { name: 'logs import', load: async () => (await import('./logs/import.ts')).importLogs },
  { name: 'logs search', load: async () => (await import('./logs/search.ts')).search },
  { name: 'logs grep', load: async () => (await import('./logs/grep.ts')).grep },
  { name: 'logs sources', load: async () => (await import('./logs/sources.ts')).sources },
  { name: 'logs follow', load: async () => (await import('./logs/follow.ts')).follow },
  { name: 'trace', load: async () => (await import('./trace/trace.ts')).trace },
  { name: 'explain', load: async () => (await import('./explain/explain.ts')).explain },
  { name: 'completion', load: async () => (await import('./completion/completion.ts')).completion },
];

/** All of them, as a whole. */
export async function loadEveryCommand(): Promise<readonly Command[]> {
  return await Promise.all(commandTable.map(({ load }) => load()));
}
