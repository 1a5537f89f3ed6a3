import { LOG_LEVELS } from '../record/log-record.ts';
import { type LogFormat, ROLES } from './log-format.ts';
import { LogFormatError } from './log-format-error.ts';

const KINDS = ['text', 'json', 'logfmt', 'columns', 'blocks'];
const MEMBERS = [
  '$schema',
  'id',
  'title',
  'source',
  'kind',
  'fit',
  'patterns',
  'needs',
  'columns',
  'roles',
  'time',
  'levels',
  'durationUnit',
  'fixed',
  'continuation',
  'inBody',
  'samples',
];

/**
 * A format's file as a value, checked as docs/schemas/log-format.schema.json has it. Error: {@link LogFormatError}
 * `logs/format-wrong`; an unknown member is one, because a typing error must not silently change what is read.
 */
export function checkFormat(value: unknown): LogFormat {
  const format = members(value, '', MEMBERS);
  if (typeof format.id !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(format.id) || format.id === 'text')
    throw wrong('/id', 'is no name of small letters, digits and hyphens, or is "text"');
  text(format.title, '/title');
  text(format.source, '/source');
  oneOf(format.kind, '/kind', KINDS);
  if (format.fit !== undefined) oneOf(format.fit, '/fit', ['exact', 'loose', 'fragment']);
  if (format.durationUnit !== undefined)
    oneOf(format.durationUnit, '/durationUnit', ['ns', 'us', 'ms', 's', 'text']);
  patterns(format.patterns, '/patterns');
  patterns(format.inBody, '/inBody');
  if (['text', 'columns', 'blocks'].includes(format.kind as string) && format.patterns === undefined)
    throw wrong('/patterns', `is needed by formats of the kind ${format.kind}`);
  if (['json', 'logfmt'].includes(format.kind as string) && format.needs === undefined)
    throw wrong('/needs', `is needed by formats of the kind ${format.kind}`);
  for (const [key, need] of Object.entries(members(given(format.needs), '/needs')))
    if (!Array.isArray(need)) oneOf(need, `/needs/${key}`, ['any', 'text', 'number', 'object']);
  if (format.columns !== undefined) texts(format.columns, '/columns');
  for (const [role, names] of Object.entries(members(given(format.roles), '/roles', ROLES)))
    texts(names, `/roles/${role}`);
  if (format.time !== undefined) {
    const time = members(format.time, '/time', ['layouts', 'parts']);
    texts(time.layouts, '/time/layouts');
    if (time.parts !== undefined) texts(time.parts, '/time/parts');
  }
  for (const [word, level] of Object.entries(members(given(format.levels), '/levels')))
    oneOf(level, `/levels/${word}`, LOG_LEVELS);
  for (const [role, fixed] of Object.entries(
    members(given(format.fixed), '/fixed', ['service', 'region', 'level']),
  ))
    text(fixed, `/fixed/${role}`);
  checkContinuation(format.continuation);
  checkSamples(format.samples);
  const { $schema: _, ...rest } = format;
  return rest as unknown as LogFormat;
}

function checkContinuation(value: unknown): void {
  if (value === undefined || value === 'none' || value === 'any') return;
  const { until } = members(value, '/continuation', ['until']);
  if (typeof until !== 'string') throw wrong('/continuation/until', 'is not a text');
}

function checkSamples(value: unknown): void {
  if (!Array.isArray(value) || value.length === 0) throw wrong('/samples', 'has no sample');
  for (const [at, item] of value.entries()) {
    const sample = members(item, `/samples/${at}`, ['lines', 'reads']);
    texts(sample.lines, `/samples/${at}/lines`);
    members(sample.reads, `/samples/${at}/reads`);
  }
}

function patterns(value: unknown, path: string): void {
  if (value === undefined) return;
  if (!Array.isArray(value) || value.length === 0) throw wrong(path, 'is no list of patterns');
  for (const [at, item] of value.entries()) {
    const pattern = members(item, `${path}/${at}`, ['name', 'pattern']);
    text(pattern.name, `${path}/${at}/name`);
    text(pattern.pattern, `${path}/${at}/pattern`);
  }
}

function members(value: unknown, path: string, known?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(path, 'is not an object');
  for (const name of Object.keys(value))
    if (known !== undefined && !known.includes(name))
      throw wrong(`${path}/${name}`, `is unknown; known are ${known.join(', ')}`);
  return value as Record<string, unknown>;
}

/** Only what is not there may be left out: `null` is something else. */
function given(value: unknown): unknown {
  return value === undefined ? {} : value;
}

function oneOf(value: unknown, path: string, known: readonly string[]): void {
  if (!known.includes(value as string)) throw wrong(path, `is none of ${known.join(', ')}`);
}

function text(value: unknown, path: string): void {
  if (typeof value !== 'string' || value === '') throw wrong(path, 'is not a text');
}

/** An empty text stands for an empty line of a sample. */
function texts(value: unknown, path: string): void {
  if (!Array.isArray(value) || value.length === 0) throw wrong(path, 'is no list of texts');
  for (const [at, item] of value.entries())
    if (typeof item !== 'string') throw wrong(`${path}/${at}`, 'is not a text');
}

function wrong(path: string, message: string): LogFormatError {
  return new LogFormatError('logs/format-wrong', path, message);
}
