import type { ShapeRow } from './shape-row.ts';
import { shapeRows } from './shape-rows.ts';

/** A literal to look for, and whether any case of its letters counts. */
export interface ShapeLiteral {
  readonly text: string;
  readonly anyCase: boolean;
}

/** Every literal of every row once, for a scanner that filters bytes before any pattern is tried. All ASCII. */
export const shapeLiterals: readonly ShapeLiteral[] = collectLiterals();

/** A row with its pattern made sticky, so that it is tried at one place only; `undefined` = the row scans. */
export interface IndexedRow {
  readonly literal: string;
  readonly row: ShapeRow;
  readonly pattern: RegExp | undefined;
}

/** Rows by the first two characters of a literal, folded to lower case. */
const byFirstTwo = indexRows();

const NONE: readonly IndexedRow[] = [];

const ranks = new Map<string, number>(shapeRows.map(({ id }, rank) => [id, rank]));

/** The place of a rule's row among all rows; a rule that has no row (card numbers) comes last. */
export function rowRank(rule: string): number {
  return ranks.get(rule) ?? shapeRows.length;
}

/** The rows that have a literal at this offset. */
export function literalsAt(text: string, at: number): readonly IndexedRow[] {
  const candidates = byFirstTwo.get(pairKey(text.charCodeAt(at), text.charCodeAt(at + 1)));
  if (candidates === undefined) return NONE;
  // Nearly always none does; a list is made only where one does.
  const stands = ({ literal, row }: IndexedRow): boolean => standsAt(text, at, literal, row.anyCase === true);
  return candidates.some(stands) ? candidates.filter(stands) : NONE;
}

function standsAt(text: string, at: number, literal: string, anyCase: boolean): boolean {
  if (!anyCase) return text.startsWith(literal, at);
  return text.slice(at, at + literal.length).toLowerCase() === literal;
}

function pairKey(first: number, second: number): number {
  return (fold(first) << 16) | fold(second);
}

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code;
}

function indexRows(): ReadonlyMap<number, IndexedRow[]> {
  const index = new Map<number, IndexedRow[]>();
  for (const row of shapeRows) {
    const pattern =
      row.pattern instanceof RegExp
        ? new RegExp(row.pattern.source, `dy${row.anyCase ? 'i' : ''}`)
        : undefined;
    for (const written of row.literals) {
      const literal = row.anyCase ? written.toLowerCase() : written;
      const key = pairKey(literal.charCodeAt(0), literal.charCodeAt(1));
      const rows = index.get(key) ?? [];
      rows.push({ literal, row, pattern });
      index.set(key, rows);
    }
  }
  return index;
}

function collectLiterals(): readonly ShapeLiteral[] {
  const literals = new Map<string, ShapeLiteral>();
  for (const row of shapeRows) {
    for (const written of row.literals) {
      const anyCase = row.anyCase === true;
      const text = anyCase ? written.toLowerCase() : written;
      literals.set(`${anyCase} ${text}`, { text, anyCase });
    }
  }
  return [...literals.values()];
}
