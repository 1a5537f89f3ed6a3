import type { FilterOperator } from './ast.ts';
import type { NumberKey } from './keys/key.ts';

/** Numbers that fulfil a condition, both ends included; any one of the ranges is enough. */
export type NumberRanges = readonly (readonly [from: number, to: number])[];

/** Firefox's `size:` and `transferred:` take what is within a tenth. */
const ABOUT = 0.1;

const BYTES_PER_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1e3,
  kb: 1e3,
  ki: 1024,
  kib: 1024,
  m: 1e6,
  mb: 1e6,
  mi: 1024 ** 2,
  mib: 1024 ** 2,
  g: 1e9,
  gb: 1e9,
  gi: 1024 ** 3,
  gib: 1024 ** 3,
};

const MS_PER_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
};

/** undefined = the value is none of the key's unit, or the operator does not fit. */
export function numberRanges(
  key: Pick<NumberKey, 'unit' | 'means'>,
  operator: FilterOperator,
  value: string,
): NumberRanges | undefined {
  if (operator === 'is' && key.unit === 'status') return statusRanges(value);
  const number = quantity(key.unit, value);
  if (number === undefined) return undefined;
  switch (operator) {
    case 'is':
      if (key.means === 'same') return [[number, number]];
      if (key.means === 'at-least') return [[number, Number.POSITIVE_INFINITY]];
      return [[number * (1 - ABOUT), number * (1 + ABOUT)]];
    case '>=':
      return [[number, Number.POSITIVE_INFINITY]];
    case '>':
      return [[above(number), Number.POSITIVE_INFINITY]];
    case '<=':
      return [[0, number]];
    case '<':
      return [[0, below(number)]];
    default:
      return undefined;
  }
}

export function inRanges(ranges: NumberRanges, value: number): boolean {
  return ranges.some(([from, to]) => value >= from && value <= to);
}

/** `404`, `4xx`, `50x`, `400-499`, and lists of them between commas. */
function statusRanges(value: string): NumberRanges | undefined {
  const ranges = value.split(',').map(statusRange);
  return ranges.includes(undefined) ? undefined : (ranges as NumberRanges);
}

function statusRange(item: string): readonly [number, number] | undefined {
  const span = /^([0-9]{1,5})-([0-9]{1,5})$/.exec(item);
  if (span !== null) return [Number(span[1]), Number(span[2])];
  if (!/^(?:[0-9]{1,5}|[0-9]xx|[0-9]{2}x)$/i.test(item)) return undefined;
  return [Number(item.replace(/x/gi, '0')), Number(item.replace(/x/gi, '9'))];
}

function quantity(unit: NumberKey['unit'], value: string): number | undefined {
  const match = /^([0-9]{1,15}(?:\.[0-9]{1,9})?)([a-z]{0,3})$/i.exec(value);
  if (match === null) return undefined;
  const units = unit === 'bytes' ? BYTES_PER_UNIT : unit === 'ms' ? MS_PER_UNIT : { '': 1 };
  const factor = Object.hasOwn(units, match[2]!.toLowerCase())
    ? (units as Readonly<Record<string, number>>)[match[2]!.toLowerCase()]
    : undefined;
  return factor === undefined ? undefined : Number(match[1]) * factor;
}

/** The next number up; captured numbers have far fewer digits than a double. */
function above(number: number): number {
  return number + Math.max(Number.MIN_VALUE, number * Number.EPSILON);
}

function below(number: number): number {
  return number - Math.max(Number.MIN_VALUE, number * Number.EPSILON);
}
