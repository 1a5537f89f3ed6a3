import type { TrackingLevel } from '@harrier/tracking';
import { LOG_LEVELS, type LogLevel } from '../record/log-record.ts';
import { readTarget } from '../search/read-target.ts';
import { paddedWindow, readMoment } from '../search/time-window.ts';
import { readWords } from '../search/words.ts';
import type { RecordFilter, SearchWord, TimeWindow, TrackingTarget } from '../store/log-store.ts';

/**
 * What a page asks, as it travels. An id in any spelling, or words, or neither for a stretch of time; moments are
 * ISO 8601. Nothing that was captured is in it but the id.
 */
export interface LogQuestionJson {
  readonly id?: string;
  readonly words?: string;
  /** Default `request`. */
  readonly level?: TrackingLevel;
  /** `source`: those that the request belongs to, by `host`, else by the id's prefix. Default `global`. */
  readonly scope?: 'source' | 'global';
  readonly host?: string;
  readonly region?: string;
  /** Names of sources; goes before `scope`. */
  readonly sources?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  /** A moment somebody else's clock told: five minutes on either side are searched. */
  readonly around?: string;
  readonly services?: readonly string[];
  /** This severe or more. */
  readonly severity?: LogLevel;
  readonly status?: { readonly from: number; readonly to: number };
  readonly fields?: Readonly<Record<string, string>>;
  readonly limit?: number;
}

/** The same, read. */
export interface LogQuestion {
  readonly target: TrackingTarget | undefined;
  readonly words: readonly SearchWord[];
  readonly scope: 'source' | 'global';
  readonly host: string | undefined;
  readonly region: string | undefined;
  readonly sources: readonly string[] | undefined;
  readonly filter: RecordFilter & { readonly limit: number };
}

/** A question that cannot be answered; `member` says which part of it, never its value. */
export class LogQuestionError extends Error {
  readonly member: string;

  constructor(member: string) {
    super(`The question's ${member} cannot be read.`);
    this.name = 'LogQuestionError';
    this.member = member;
  }
}

/** Nobody reads more; a request has some dozens of records, a session of a day some thousands. */
export const MOST_RECORDS = 20_000;
const USUAL_RECORDS = 5000;
/** A pasted log line is long; more is no question. */
const MOST_CHARS = 20_000;
/** Years that nanoseconds in 64 bits reach. */
const ALWAYS = { fromNs: -9_200_000_000_000_000_000n, toNs: 9_200_000_000_000_000_000n };

/** Reads what somebody sent. Error: {@link LogQuestionError}. */
export function readLogQuestion(sent: unknown): LogQuestion {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw new LogQuestionError('body');
  const given = sent as Record<string, unknown>;
  const unknown = Object.keys(given).find((name) => !MEMBERS.has(name));
  if (unknown !== undefined) throw new LogQuestionError('member');
  const level = oneOf(given, 'level', ['call', 'request', 'session'] as const) ?? 'request';
  const id = text(given, 'id');
  const target = id === undefined ? undefined : readTarget(id, level)?.target;
  if (id !== undefined && target === undefined) throw new LogQuestionError('id');
  const typed = text(given, 'words');
  const words = typed === undefined ? [] : readWords(typed);
  if (typed !== undefined && words.length === 0) throw new LogQuestionError('words');
  const severity = oneOf(given, 'severity', LOG_LEVELS);
  const window = windowOf(given);
  const services = texts(given, 'services');
  const status = statusOf(given.status);
  const fields = fieldsOf(given.fields);
  return {
    target,
    words,
    scope: oneOf(given, 'scope', ['source', 'global'] as const) ?? 'global',
    host: text(given, 'host'),
    region: text(given, 'region'),
    sources: texts(given, 'sources'),
    filter: {
      ...(window === undefined ? {} : { window }),
      ...(services === undefined ? {} : { service: services }),
      ...(severity === undefined ? {} : { level: LOG_LEVELS.slice(LOG_LEVELS.indexOf(severity)) }),
      ...(status === undefined ? {} : { status }),
      ...(fields === undefined ? {} : { fields }),
      limit: limitOf(given.limit),
    },
  };
}

const MEMBERS = new Set([
  'id',
  'words',
  'level',
  'scope',
  'host',
  'region',
  'sources',
  'since',
  'until',
  'around',
  'services',
  'severity',
  'status',
  'fields',
  'limit',
]);

type Given = Readonly<Record<string, unknown>>;

function text(given: Given, name: string): string | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.length > MOST_CHARS) throw new LogQuestionError(name);
  return value;
}

function texts(given: Given, name: string): string[] | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  const isList = Array.isArray(value) && value.length <= 200 && value.every((one) => typeof one === 'string');
  if (!isList) throw new LogQuestionError(name);
  return value;
}

function oneOf<Word extends string>(given: Given, name: string, words: readonly Word[]): Word | undefined {
  const value = given[name];
  const word = words.find((one) => one === value);
  if (value !== undefined && word === undefined) throw new LogQuestionError(name);
  return word;
}

function windowOf(given: Given): TimeWindow | undefined {
  const around = moment(given, 'around');
  if (around !== undefined) {
    const ms = Number(around / 1_000_000n);
    return paddedWindow(ms, ms);
  }
  const fromNs = moment(given, 'since');
  const toNs = moment(given, 'until');
  if (fromNs === undefined && toNs === undefined) return undefined;
  return { fromNs: fromNs ?? ALWAYS.fromNs, toNs: toNs ?? ALWAYS.toNs };
}

function moment(given: Given, name: string): bigint | undefined {
  const value = text(given, name);
  const ns = value === undefined ? undefined : readMoment(value);
  if (value !== undefined && ns === undefined) throw new LogQuestionError(name);
  return ns;
}

function statusOf(value: unknown): RecordFilter['status'] {
  if (value === undefined) return undefined;
  const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown };
  if (!Number.isInteger(from) || !Number.isInteger(to)) throw new LogQuestionError('status');
  return { from: from as number, to: to as number };
}

function fieldsOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (value === undefined) return undefined;
  const isMap =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string');
  if (!isMap) throw new LogQuestionError('fields');
  return value as Record<string, string>;
}

function limitOf(value: unknown): number {
  if (value === undefined) return USUAL_RECORDS;
  if (!Number.isInteger(value) || (value as number) < 1) throw new LogQuestionError('limit');
  return Math.min(value as number, MOST_RECORDS);
}
