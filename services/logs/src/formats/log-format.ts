import type { LogLevel } from '../record/log-record.ts';

/** What a value of a line may be to a record; every other named value becomes one of its `fields`. */
export const ROLES = [
  'time',
  'level',
  'service',
  'host',
  'region',
  'direction',
  'peer',
  'status',
  'duration',
  'body',
  'inner',
] as const;

/** One of `ROLES`. `inner` = a line of another format that this one carries, as a container's log does. */
export type Role = (typeof ROLES)[number];

/**
 * A log format as a file describes it. Schema: docs/schemas/log-format.schema.json; how to write one: docs/log-formats.md.
 */
export interface LogFormat {
  /** Kebab-case; what `--format` and `LogRecord.format` name. */
  readonly id: string;
  readonly title: string;
  /** Page that defines the format, or the program that writes it. */
  readonly source: string;
  readonly kind: FormatKind;
  /**
   * How sure a fit is. `exact`: no other format writes such lines. `loose`: asked after all exact ones.
   * `fragment`: a piece that mostly belongs to the record before it; begins a record only where none is open.
   */
  readonly fit?: 'exact' | 'loose' | 'fragment';
  /** `text`: the first that fits reads the line. */
  readonly patterns?: readonly NamedPattern[];
  /** `json`, `logfmt`, `blocks`: keys that must be there, and what their values are. */
  readonly needs?: Readonly<Record<string, Need>>;
  /** `columns`: names where no `#Fields:` line came before. */
  readonly columns?: readonly string[];
  /** Names of values → the role they play; the first name that has a value counts. A name that is a role needs no row. */
  readonly roles?: Partial<Record<Role, readonly string[]>>;
  readonly time?: TimeRule;
  /** Words of the line → level, where they are not the usual ones. Any case. */
  readonly levels?: Readonly<Record<string, LogLevel>>;
  /** What a duration counts; `text` = with its unit, `1.5s`. */
  readonly durationUnit?: DurationUnit;
  /** Roles that the format itself decides, e.g. the service's name. */
  readonly fixed?: Partial<Record<'service' | 'region' | 'level', string>>;
  /** Which further lines belong to a record: `none`, `any` that begins no record, or all up to a last line. */
  readonly continuation?: 'none' | 'any' | { readonly until: string };
  /** Tried on the whole message, each for itself; what they find fills what the line left open. */
  readonly inBody?: readonly NamedPattern[];
  /** Lines as they are written, with what must be read from them: the tests of the format. */
  readonly samples: readonly FormatSample[];
}

/**
 * `text` one pattern for the first line · `json` an object a line, or over several lines · `logfmt` key=value ·
 * `columns` values under the names of a `#Fields:` line · `blocks` `KEY=value` lines up to an empty one.
 */
export type FormatKind = 'text' | 'json' | 'logfmt' | 'columns' | 'blocks';

export interface NamedPattern {
  readonly name: string;
  /** Regular expression with named groups; of `patterns` it begins with `^`. Linear time is proved or enforced. */
  readonly pattern: string;
}

/** A type, or the values that are allowed. */
export type Need = 'any' | 'text' | 'number' | 'object' | readonly (string | number | boolean)[];

export interface TimeRule {
  /** Tried in order; see `time-layout.ts` for the signs. */
  readonly layouts: readonly string[];
  /** Values that make up the time together, joined by a blank: `["date", "time"]`. */
  readonly parts?: readonly string[];
}

export type DurationUnit = 'ns' | 'us' | 'ms' | 's' | 'text';

/** Lines of one record, and some of what is read from them. `time` is ISO 8601 in UTC; `null` = none. */
export interface FormatSample {
  readonly lines: readonly string[];
  readonly reads: SampleReading;
}

/** Members of `ReadRecord` by name; what is left out is not looked at. */
export interface SampleReading {
  /** With as many digits as are known: `2026-03-04T09:05:07.083Z`. */
  readonly time?: string | null;
  readonly level?: LogLevel | null;
  readonly service?: string;
  readonly host?: string;
  readonly region?: string;
  readonly direction?: 'in' | 'out' | null;
  readonly peer?: string;
  readonly status?: number | null;
  readonly durationMs?: number | null;
  readonly body?: string;
  /** As written, all of them. */
  readonly ids?: readonly string[];
  /** Some of them. */
  readonly fields?: Readonly<Record<string, string>>;
}
