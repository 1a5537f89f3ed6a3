import type { LogLevel } from '../record/log-record.ts';

/** Words and letters that loggers write, lower case. Numbers mean different things to different loggers. */
const WORDS: Readonly<Record<string, LogLevel>> = {
  trace: 'trace',
  finest: 'trace',
  finer: 'trace',
  t: 'trace',
  trc: 'trace',
  trce: 'trace',
  verbose: 'trace',
  vrb: 'trace',
  v: 'trace',
  debug: 'debug',
  dbg: 'debug',
  dbug: 'debug',
  fine: 'debug',
  d: 'debug',
  info: 'info',
  information: 'info',
  informational: 'info',
  inf: 'info',
  notice: 'info',
  note: 'info',
  config: 'info',
  log: 'info',
  system: 'info',
  i: 'info',
  n: 'info',
  warn: 'warn',
  warning: 'warn',
  wrn: 'warn',
  w: 'warn',
  error: 'error',
  err: 'error',
  eror: 'error',
  severe: 'error',
  fail: 'error',
  e: 'error',
  fatal: 'fatal',
  ftl: 'fatal',
  critical: 'fatal',
  crit: 'fatal',
  crt: 'fatal',
  alert: 'fatal',
  emerg: 'fatal',
  emergency: 'fatal',
  panic: 'fatal',
  dpanic: 'fatal',
  f: 'fatal',
  c: 'fatal',
};

/** By severity of syslog, 0 emergency to 7 debug. Spec: RFC 5424 §6.2.1. */
const SYSLOG: readonly LogLevel[] = ['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug'];

/** The level that a word names; `own` are a format's words, lower case, and go first. */
export function levelOf(word: string, own: ReadonlyMap<string, LogLevel> | undefined): LogLevel | undefined {
  const folded = word.trim().toLowerCase();
  const level = own?.get(folded);
  if (level !== undefined) return level;
  // `<14>` and the like: facility × 8 + severity.
  const priority = /^<(\d{1,3})>$/.exec(folded);
  if (priority !== null) return SYSLOG[Number(priority[1]) % 8];
  return Object.hasOwn(WORDS, folded) ? WORDS[folded] : undefined;
}
