import type { Exchange } from '../exchange/exchange.ts';
import { requestJson, responseJson } from '../exchange/json-body.ts';
import { isScalar, type JsonScalar, pointerToken } from '../exchange/json-leaves.ts';
import type { LinearRegex } from '../filter/linear-regex/linear-regex.ts';
import { compileLinearRegex } from '../filter/linear-regex/linear-regex.ts';
import type { PlaybookCondition } from './playbook.ts';

/** A scalar in a body. */
export interface PlacedValue {
  readonly side: PlaybookCondition['in'];
  /** JSON pointer into the body's JSON. */
  readonly pointer: string;
  readonly value: JsonScalar;
}

/** Stars may multiply; this many values are enough to say something. */
const MAX_VALUES = 500;
const MAX_VISITED = 20_000;
/** What a pattern looks at: what is told of a value stands at its beginning. */
const MAX_TESTED_CHARS = 4_000;

/** The scalars at a condition's place that pass its test. Objects and lists count as places, not as values. */
export function valuesAt(exchange: Exchange, condition: PlaybookCondition): PlacedValue[] {
  const root = rootOf(exchange, condition.in);
  const tokens = condition.at.split('/').slice(1);
  const pattern = condition.matches === undefined ? undefined : compiled(condition.matches);
  const found: PlacedValue[] = [];
  let visited = 0;
  const walk = (value: unknown, at: number, pointer: string): void => {
    if (++visited > MAX_VISITED || found.length >= MAX_VALUES) return;
    const token = tokens[at];
    if (token === undefined) {
      if (isScalar(value) && passes(value, condition, pattern))
        found.push({ side: condition.in, pointer, value });
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (token === '*') {
      for (const [name, member] of Object.entries(value))
        walk(member, at + 1, `${pointer}/${pointerToken(name)}`);
      return;
    }
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Object.hasOwn(value, name))
      walk((value as Record<string, unknown>)[name], at + 1, `${pointer}/${token}`);
  };
  if (root !== undefined) walk(root, 0, '');
  return found;
}

function rootOf(exchange: Exchange, side: PlaybookCondition['in']): unknown {
  if (side === 'error') return exchange.error?.text;
  return side === 'request' ? requestJson(exchange) : responseJson(exchange);
}

function passes(
  value: JsonScalar,
  { oneOf, matches }: PlaybookCondition,
  pattern: LinearRegex | undefined,
): boolean {
  if (oneOf !== undefined && !oneOf.includes(value)) return false;
  // A playbook is checked when it is read; a pattern that is none fits nothing.
  return matches === undefined || (pattern?.test(String(value).slice(0, MAX_TESTED_CHARS)) ?? false);
}

const patterns = new Map<string, LinearRegex | undefined>();

function compiled(source: string): LinearRegex | undefined {
  if (!patterns.has(source)) patterns.set(source, compileLinearRegex(source));
  return patterns.get(source);
}
