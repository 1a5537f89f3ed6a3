import type { LogLevel } from '../../record/log-record.ts';
import { checkFormat } from '../check-format.ts';
import type { FormatSample, LogFormat, NamedPattern, Role } from '../log-format.ts';
import { LogFormatError } from '../log-format-error.ts';

/** A file of lnav in our terms. Its schema: https://docs.lnav.org/en/latest/formats.html */
export interface LnavImport {
  readonly formats: readonly LogFormat[];
  readonly notes: readonly LnavNote[];
}

/** A part of an lnav format that has no place here. */
export interface LnavNote {
  readonly format: string;
  /** JSON pointer into the file. */
  readonly path: string;
  /** `layouts-assumed` it relies on lnav's own list of times · `unsupported` has no counterpart. */
  readonly kind: 'layouts-assumed' | 'unsupported';
}

/** Whether a JSON file is one of lnav's: it names lnav's schema, or holds formats with `regex` or `json` by name. */
export function isLnavFile(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'kind' in value) return false;
  const { $schema } = value as { $schema?: unknown };
  if (typeof $schema === 'string') return $schema.includes('lnav.org');
  return Object.values(value).some(
    (item) => isObject(item) && ('regex' in item || 'json' in item || 'file-type' in item),
  );
}

/** lnav knows many times by itself; these are the ones of its documentation, most exact first. */
const LAYOUTS = [
  '%Y-%m-%dT%H:%M:%S.%f%z',
  '%Y-%m-%dT%H:%M:%S%z',
  '%Y-%m-%dT%H:%M:%S.%f',
  '%Y-%m-%dT%H:%M:%S',
  '%Y-%m-%d %H:%M:%S.%f%z',
  '%Y-%m-%d %H:%M:%S.%f %z',
  '%Y-%m-%d %H:%M:%S,%f',
  '%Y-%m-%d %H:%M:%S.%f',
  '%Y-%m-%d %H:%M:%S %z',
  '%Y-%m-%d %H:%M:%S',
  '%Y/%m/%d %H:%M:%S.%f',
  '%Y/%m/%d %H:%M:%S',
  '%d/%b/%Y:%H:%M:%S %z',
  '%d/%b/%Y:%H:%M:%S.%f',
  '%a %b %d %H:%M:%S.%f %Y',
  '%a %b %e %H:%M:%S %Y',
  '%b %e %H:%M:%S',
  '%b %d, %Y %I:%M:%S %p',
  '%m%d %H:%M:%S.%f',
  '%Y%m%d %H:%M:%S.%f',
  '%s.%f',
  '%s',
];

/** Members that say how lnav shows or finds files, or that `roles` covers. */
const HARMLESS = new Set(
  'title description url regex json file-type line-format level level-field level-pointer timestamp-field timestamp-format timestamp-divisor body-field value sample file-pattern hide-extra multiline ordered-by-time opid-field opid module-field duration-field duration-divisor tags search-table highlights partitions src-file-field src-line-field thread-id-field max-unrecognized-lines'.split(
    ' ',
  ),
);

/** Error: {@link LogFormatError} `logs/format-wrong` where a part that is needed is no format's. */
export function importLnavFormats(file: Record<string, unknown>): LnavImport {
  const notes: LnavNote[] = [];
  const formats = Object.entries(file)
    .filter(([name]) => name !== '$schema')
    .map(([name, value]) => {
      if (!isObject(value)) throw new LogFormatError('logs/format-wrong', `/${name}`, 'is not an object');
      return importOne(name, value, notes);
    });
  return { formats, notes };
}

function importOne(name: string, given: Record<string, unknown>, notes: LnavNote[]): LogFormat {
  const path = `/${name}`;
  for (const member of Object.keys(given))
    if (!HARMLESS.has(member)) notes.push({ format: name, path: `${path}/${member}`, kind: 'unsupported' });
  const isJson = given.json === true || given['file-type'] === 'json';
  const layouts = layoutsOf(given, isJson);
  if (layouts === undefined)
    notes.push({ format: name, path: `${path}/timestamp-format`, kind: 'layouts-assumed' });
  const timeField = textOf(given['timestamp-field']) ?? 'timestamp';
  const format = {
    id: name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    title: textOf(given.title) ?? name,
    source: textOf(given.url) ?? 'https://docs.lnav.org/en/latest/formats.html',
    kind: isJson ? 'json' : 'text',
    ...(isJson ? { needs: needsOf(given, timeField) } : { patterns: patternsOf(given, path) }),
    time: { layouts: layouts ?? LAYOUTS },
    roles: rolesOf(given, timeField),
    levels: levelsOf(given),
    ...durationUnit(given),
    // lnav takes every line that fits no pattern to the one before.
    continuation: isJson ? 'none' : 'any',
    samples: samplesOf(given, name),
  };
  return checkFormat(format);
}

function layoutsOf(given: Record<string, unknown>, isJson: boolean): string[] | undefined {
  const wanted = given['timestamp-format'];
  if (Array.isArray(wanted)) return wanted.filter((item) => typeof item === 'string');
  const divisor = given['timestamp-divisor'];
  if (typeof divisor === 'number') {
    const sign = new Map([
      [1, '%s'],
      [1000, '%i'],
      [1e6, '%6'],
      [1e9, '%9'],
    ]).get(divisor);
    if (sign !== undefined) return [sign];
  }
  return isJson ? [...LAYOUTS.slice(0, 2), ...LAYOUTS.slice(-2)] : undefined;
}

/** PCRE as lnav writes it, as far as JavaScript and RE2 know it too. */
function patternsOf(given: Record<string, unknown>, path: string): NamedPattern[] {
  const patterns = Object.entries(isObject(given.regex) ? given.regex : {}).flatMap(([name, value]) => {
    const pattern = isObject(value) ? textOf(value.pattern) : undefined;
    if (pattern === undefined) return [];
    // A module's pattern reads what another format carries, without a time.
    if (isObject(value) && value['module-format'] === true) return [];
    const named = pattern.replaceAll('(?P<', '(?<');
    return [{ name, pattern: named.startsWith('^') ? named : `^${named}` }];
  });
  if (patterns.length === 0) throw new LogFormatError('logs/format-wrong', `${path}/regex`, 'has no pattern');
  return patterns;
}

function needsOf(given: Record<string, unknown>, timeField: string): Record<string, string> {
  const fields = [timeField, textOf(given['level-field']), textOf(given['body-field'])];
  return Object.fromEntries(
    fields.filter((field) => field !== undefined).map((field) => [dotted(field), 'any']),
  );
}

function rolesOf(given: Record<string, unknown>, timeField: string): Partial<Record<Role, string[]>> {
  const rows: [Role, string | undefined][] = [
    ['time', timeField],
    ['level', textOf(given['level-field'])],
    ['body', textOf(given['body-field']) ?? 'body'],
    ['duration', textOf(given['duration-field'])],
  ];
  const roles: Partial<Record<Role, string[]>> = {};
  for (const [role, field] of rows) if (field !== undefined) roles[role] = [dotted(field)];
  roles.status = ['sc_status', 'status_code'];
  roles.peer = ['c_ip', 'client_ip'];
  return roles;
}

/** lnav's words for levels → ours; its rows are level → pattern or number. */
const LEVELS: Readonly<Record<string, LogLevel>> = {
  trace: 'trace',
  debug5: 'trace',
  debug4: 'trace',
  debug3: 'debug',
  debug2: 'debug',
  debug: 'debug',
  info: 'info',
  stats: 'info',
  notice: 'info',
  warning: 'warn',
  error: 'error',
  critical: 'fatal',
  fatal: 'fatal',
};

function levelsOf(given: Record<string, unknown>): Record<string, LogLevel> {
  const levels: Record<string, LogLevel> = {};
  for (const [word, match] of Object.entries(isObject(given.level) ? given.level : {})) {
    const level = LEVELS[word];
    if (level === undefined) continue;
    // Often plain words with | between them, sometimes anchored; a real pattern is not taken over.
    for (const plain of String(match)
      .replace(/^\^?\(?(?:\?:|\?i:)?|\)?\$?$/g, '')
      .split('|'))
      if (/^[\w-]+$/.test(plain)) levels[plain] = level;
  }
  return levels;
}

function durationUnit(given: Record<string, unknown>): { durationUnit?: 'ns' | 'us' | 'ms' | 's' } {
  if (given['duration-field'] === undefined) return {};
  const units = new Map<unknown, 'ns' | 'us' | 'ms' | 's'>([
    [1000, 'ms'],
    [1e6, 'us'],
    [1e9, 'ns'],
  ]);
  return { durationUnit: units.get(given['duration-divisor']) ?? 's' };
}

function samplesOf(given: Record<string, unknown>, name: string): FormatSample[] {
  const samples = (Array.isArray(given.sample) ? given.sample : []).flatMap((item: unknown) => {
    const line = isObject(item) ? textOf(item.line) : undefined;
    return line === undefined ? [] : [{ lines: line.split('\n'), reads: {} }];
  });
  // JSON formats of lnav have none; a format needs one, and the name says where it came from.
  return samples.length > 0 ? samples : [{ lines: [name], reads: {} }];
}

/** lnav writes paths into JSON with a slash. */
function dotted(field: string): string {
  return field.replace(/^\//, '').replaceAll('/', '.');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
