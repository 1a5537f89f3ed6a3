import {
  isScalar,
  type JsonLeaf,
  type JsonScalar,
  jsonAt,
  jsonLeaves,
} from '../../../exchange/json-leaves.ts';
import { isMaskedValue } from '../../../exchange/masked-value.ts';

/** A value that was sent, and what is there instead. */
export interface LostValue {
  readonly pointer: string;
  readonly sent: JsonScalar;
  readonly found: JsonScalar;
}

export interface LostValues {
  readonly lost: readonly LostValue[];
  /** Values that the change was to set and that are there. */
  readonly kept: number;
}

/** Services never give these back, or set them themselves. */
const notComparable =
  /pass(?:word|wd|code)|secret|token|credential|\bpin\b|^pin$|etag|version|revision|modified|updated|created|timestamp|^date|_at$|At$|checksum|hash|signature|nonce|^_|links?$|href|url$/i;

/**
 * Compares what a change sent with what the same URL says later. With what it said before, only values that the change was
 * to change count; without it, all of them. Lists are not compared: nothing tells their items again.
 */
export function lostValues(sent: unknown, before: unknown, after: unknown): LostValues {
  const lost: LostValue[] = [];
  let kept = 0;
  for (const leaf of jsonLeaves(sent)) {
    if (notComparable.test(leaf.name) || isHidden(leaf.value)) continue;
    const found = jsonAt(after, leaf.pointer);
    // What the answer does not name may be set all the same.
    if (found === undefined || !isScalar(found) || isHidden(found)) continue;
    if (before !== undefined && isSame(leaf.value, jsonAt(before, leaf.pointer))) continue;
    if (isSame(leaf.value, found)) kept++;
    else lost.push({ pointer: leaf.pointer, sent: leaf.value, found });
  }
  return { lost, kept };
}

function isHidden(value: JsonLeaf['value']): boolean {
  return typeof value === 'string' && isMaskedValue(value);
}

/** `"3"` is 3, an absent text is `null` or empty, and telephone numbers and addresses are written in many ways. */
function isSame(a: JsonScalar, b: unknown): boolean {
  if (b === undefined) return a === null || a === '';
  if (typeof b === 'object' && b !== null) return false;
  const [one, other] = [plain(a), plain(b as JsonScalar)];
  if (one === other) return true;
  const [digits, otherDigits] = [one.replace(/\D/g, ''), other.replace(/\D/g, '')];
  // The same number with or without its country's prefix, and only where nothing but a number stands.
  const arePhones = [one, other].every((text) => /^[+\d][\d\s().-]{5,}$/.test(text));
  return arePhones && (digits.endsWith(otherDigits) || otherDigits.endsWith(digits));
}

function plain(value: JsonScalar): string {
  return value === null ? '' : String(value).trim().toLowerCase();
}
