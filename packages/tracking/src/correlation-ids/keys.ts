import type { CorrelationReading } from './correlation-id.ts';

const MALFORMED: CorrelationReading = { flaw: 'malformed' };

/** A value that does not have its system's shape. It has no key, so it never matches anything. */
export function malformed(): CorrelationReading {
  return MALFORMED;
}

/**
 * A trace id of 64 or 128 bits. Some systems strip leading zeros, some send the lower half only:
 * all are padded to 32 digits. All zeros is "no trace" (W3C Trace Context, trace-id).
 */
export function traceReading(hex: string, parts: Readonly<Record<string, string>> = {}): CorrelationReading {
  if (!/^[0-9A-Fa-f]{1,32}$/.test(hex)) return malformed();
  const key = hexKey(hex);
  return { key, parts, ...(/^0+$/.test(hex) ? { flaw: 'all-zero' } : {}) };
}

/** `hex:` and 32 lower-case digits. */
export function hexKey(hex: string): string {
  return `hex:${hex.toLowerCase().padStart(32, '0')}`;
}

/** A UUID (in any dress) or 32 hex digits become `hex:…`; anything else is opaque and keeps its case. */
export function idReading(value: string, parts: Readonly<Record<string, string>> = {}): CorrelationReading {
  const bare = value
    .trim()
    .replace(/^[{"]+/, '')
    .replace(/(?<![}"])[}"]+$/, '');
  if (bare === '' || /[^\x21-\x7e]/.test(bare)) return malformed();
  const uuid =
    /^([0-9A-Fa-f]{8})-?([0-9A-Fa-f]{4})-?([0-9A-Fa-f]{4})-?([0-9A-Fa-f]{4})-?([0-9A-Fa-f]{12})$/.exec(bare);
  if (uuid === null) return { key: `id:${bare}`, parts };
  return traceReading(uuid.slice(1).join(''), parts);
}

/** `name=value` pairs between separators; the first of a name counts. */
export function pairsOf(value: string, separator: ';' | ','): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const piece of value.split(separator)) {
    const at = piece.indexOf('=');
    if (at === -1) continue;
    const name = piece.slice(0, at).trim().toLowerCase();
    if (!pairs.has(name)) pairs.set(name, piece.slice(at + 1).trim());
  }
  return pairs;
}

/** Parts without the missing ones. */
export function presentParts(parts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const present: Record<string, string> = {};
  for (const [name, value] of Object.entries(parts)) {
    if (value !== undefined && value !== '') present[name] = value;
  }
  return present;
}

/** Bytes of a base64 or base64url text; undefined = it is none. */
export function base64Bytes(value: string): Uint8Array | undefined {
  try {
    const binary = atob(value.trim().replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Lower-case hex digits of bytes [from, to). */
export function hexOf(bytes: Uint8Array, from: number, to: number): string {
  return Array.from(bytes.subarray(from, to), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
