import { CaseSystemError } from '../case-system-error.ts';

/** Reading answers of case systems: what does not have the shape that was expected is `case-system/unexpected`. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw unexpected();
}

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unexpected();
}

/** A number, or digits in a text, as some systems write it. */
export function numberOf(value: unknown): number {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number') return number;
  throw unexpected();
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw unexpected();
}

/** Milliseconds since 1970. */
export function instantOf(value: unknown): number {
  const ms = Date.parse(textOf(value));
  if (Number.isNaN(ms)) throw unexpected();
  return ms;
}

function unexpected(): CaseSystemError {
  return new CaseSystemError('case-system/unexpected', 'an answer of another shape than was expected');
}
