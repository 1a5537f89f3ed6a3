import type { LogLevel } from '../record/log-record.ts';
import { durationMs } from './duration.ts';
import { levelOf } from './level-word.ts';
import type { LogFormat, Role } from './log-format.ts';
import type { LayoutMiss, TimeLayout } from './time-layout.ts';
import type { ClockContext } from './time-zone.ts';

/** What one line says as the first of a record. Filled by the format that recognised it, and by nothing else. */
export interface Head {
  readonly formatId: string;
  /** Name of the pattern that fitted; `''` for formats without patterns. */
  readonly pattern: string;
  timeNs: bigint | undefined;
  level: LogLevel | undefined;
  service: string;
  host: string;
  region: string;
  direction: 'in' | 'out' | undefined;
  peer: string;
  status: number | undefined;
  durationMs: number | undefined;
  /** undefined = the line as a whole is the message. */
  body: string | undefined;
  /** A line of another format that this one carries. */
  inner: string | undefined;
  fields: Record<string, string>;
}

/** A format's rules for values, looked up once. */
export interface ValueRules {
  readonly format: LogFormat;
  readonly layouts: readonly TimeLayout[];
  readonly levels: ReadonlyMap<string, LogLevel> | undefined;
  /** Names of values by role, the first choice first. */
  readonly names: Readonly<Record<Role, readonly string[]>>;
  /** The same as a list, without the time. */
  readonly valued: readonly { readonly role: Role; readonly names: readonly string[] }[];
}

/** What a format says of every record before a line is read. */
export function newHead({ format: { id, fixed } }: ValueRules, pattern: string): Head {
  const head = emptyHead(id, pattern);
  head.service = fixed?.service ?? '';
  head.region = fixed?.region ?? '';
  return head;
}

/** Of a line that said nothing yet. */
export function emptyHead(formatId: string, pattern: string): Head {
  return {
    formatId,
    pattern,
    timeNs: undefined,
    level: undefined,
    service: '',
    host: '',
    region: '',
    direction: undefined,
    peer: '',
    status: undefined,
    durationMs: undefined,
    body: undefined,
    inner: undefined,
    fields: {},
  };
}

/** Lines that say "nothing" in a word: access logs write a hyphen. */
export function isEmptyValue(value: string | undefined): value is undefined | '' | '-' {
  return value === undefined || value === '' || value === '-';
}

/** Takes the first time layout that fits. Returns where the most successful one stopped. */
export function readTime(rules: ValueRules, text: string, clock: ClockContext): bigint | LayoutMiss {
  let furthest: LayoutMiss = { at: 0, expected: 'a time layout' };
  for (const layout of rules.layouts) {
    const moment = layout.read(text, clock);
    if (typeof moment === 'bigint') return moment;
    if (moment.at >= furthest.at) furthest = moment;
  }
  return furthest;
}

/**
 * Puts a value where its role says, unless an earlier one stands there. Returns whether it was taken; what was not (a
 * `status` of "ok") is a field like any other. The time is `readTime`'s.
 */
export function takeRole(head: Head, role: Role, value: string, rules: ValueRules): boolean {
  switch (role) {
    case 'level':
      if (head.level !== undefined) return false;
      head.level = levelOf(value, rules.levels);
      return head.level !== undefined;
    case 'service':
    case 'host':
    case 'region':
    case 'peer':
      if (head[role] !== '') return false;
      head[role] = value;
      return true;
    case 'direction':
      if (head.direction !== undefined) return false;
      head.direction = directionOf(value);
      return head.direction !== undefined;
    case 'status':
      if (head.status !== undefined || !/^[1-9]\d\d$/.test(value)) return false;
      head.status = Number(value);
      return true;
    case 'duration':
      if (head.durationMs !== undefined) return false;
      head.durationMs = durationMs(value, rules.format.durationUnit ?? 'ms');
      return head.durationMs !== undefined;
    case 'body':
    case 'inner':
      if (head[role] !== undefined) return false;
      head[role] = value;
      return true;
    case 'time':
      return false;
  }
}

/** Fills a head from named values. Returns where the time does not fit: then the line is not of this format. */
export function fillHead(
  head: Head,
  values: ReadonlyMap<string, string>,
  rules: ValueRules,
  clock: ClockContext,
): Head | LayoutMiss {
  const used = new Set<string>();
  const { time, fixed } = rules.format;
  const timeNames =
    time === undefined ? [] : (time.parts ?? rules.names.time.filter((name) => values.has(name)).slice(0, 1));
  for (const name of timeNames) used.add(name);
  for (const { role, names } of rules.valued) {
    for (const name of names) {
      const value = values.get(name);
      if (isEmptyValue(value) || used.has(name)) continue;
      if (takeRole(head, role, value, rules)) used.add(name);
      break;
    }
  }
  if (fixed?.level !== undefined) head.level ??= levelOf(fixed.level, undefined);
  for (const [name, value] of values) if (!used.has(name) && !isEmptyValue(value)) head.fields[name] = value;
  if (time === undefined) return head;
  const moment = readTime(rules, timeNames.map((name) => values.get(name)!).join(' '), clock);
  if (typeof moment !== 'bigint') return moment;
  head.timeNs = moment;
  return head;
}

/** Words for the way that a message took, as seen by the service that logs. */
function directionOf(word: string): 'in' | 'out' | undefined {
  if (/^(?:rx|in|inbound|recv|receive|received|incoming|<-{0,2}|<<)$/i.test(word)) return 'in';
  if (/^(?:tx|out|outbound|send|sent|sending|outgoing|-{0,2}>|>>)$/i.test(word)) return 'out';
  return undefined;
}
