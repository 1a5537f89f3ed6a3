import { LOG_LEVELS } from '../../record/log-record.ts';
import type { RecordFilter, SearchWord } from '../log-store.ts';
import type { TrackingReach } from '../tracking-reach.ts';
import { intLiteral, listLiteral, stringLiteral } from './literal.ts';

/** Conditions of rows that carry an id within reach; the first one is about the base, by which the table is ordered. */
export function reachConditions(reach: TrackingReach): string[] {
  if (reach.kind === 'uuid-start')
    return [`base >= ${stringLiteral(reach.digits)} and base < ${stringLiteral(`${reach.digits}g`)}`];
  const base = `base = ${stringLiteral(reach.base)}`;
  if (reach.kind === 'any') return [base];
  const path = stringLiteral(reach.path);
  if (reach.kind === 'exact') return [base, `has(paths, ${path})`];
  return [
    base,
    `arrayExists(path -> path = ${path} or startsWith(path, ${stringLiteral(`${reach.path}_`)}), paths)`,
  ];
}

/** Conditions of rows that hold all the words. The plain look goes first: it is fast, and an index may serve it. */
export function wordConditions(words: readonly SearchWord[]): string[] {
  return words.flatMap((word) => {
    const tokens = word.tokens.map((token) => token.toLowerCase());
    return [
      ...tokens.map((token) => `words like ${stringLiteral(`%${token}%`)}`),
      `match(words, ${stringLiteral(patternOf(tokens, word.prefix))})`,
    ];
  });
}

/** Conditions of everything that a filter says but its limit. */
export function filterConditions(filter: RecordFilter): string[] {
  const { window, sources, level, status, fields = {} } = filter;
  const where: string[] = [];
  if (window !== undefined)
    where.push(`order_ns >= ${intLiteral(window.fromNs)}`, `order_ns < ${intLiteral(window.toNs)}`);
  if (sources !== undefined) where.push(oneOf('source', sources));
  for (const column of ['region', 'service', 'host'] as const) {
    const values = filter[column];
    if (values !== undefined) where.push(oneOf(`lower(${column})`, values.map(asciiLower)));
  }
  if (level !== undefined)
    where.push(
      level.length === 0 ? '0' : `level in (${level.map((one) => LOG_LEVELS.indexOf(one)).join(', ')})`,
    );
  if (status !== undefined)
    where.push(`status >= ${intLiteral(status.from)}`, `status <= ${intLiteral(status.to)}`);
  for (const [name, value] of Object.entries(fields)) {
    // A name stands once in a record's fields; an unknown name has place 0, where no value is.
    const place = `indexOf(field_names, ${stringLiteral(name)})`;
    where.push(`${place} > 0`, `field_values[${place}] = ${stringLiteral(value)}`);
  }
  return where;
}

/** Whether a column is one of some values; of none, it never is. */
export function oneOf(column: string, values: readonly string[]): string {
  return values.length === 0 ? '0' : `${column} in ${listLiteral(values)}`;
}

/** Tokens are letters and digits only, so nothing in them means anything to RE2. */
function patternOf(tokens: readonly string[], prefix: boolean): string {
  const other = '[^\\pL\\pN\\p{Co}]';
  return `(^|${other})${tokens.join(`${other}+`)}${prefix ? '' : `(${other}|$)`}`;
}

/** As the server's `lower` does it. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
