import type { Mask } from '../../masking/mask.ts';

/** A value that is evidence is short; of a longer one the beginning is enough to recognise it. */
const longestValue = 120;

export interface EvidencePlace {
  /** JSON pointer into the entry (RFC 6901). */
  readonly pointer: string;
  /** JSON pointer into the JSON that the text at `pointer` holds. */
  readonly bodyPointer?: string;
}

/**
 * What stands at the place, as one line with credentials masked; undefined where it is no single value,
 * or is not there.
 */
export function evidenceValue(entry: unknown, place: EvidencePlace, mask: Mask): string | undefined {
  const { pointer, bodyPointer } = place;
  const found = resolve(entry, pointer);
  if (bodyPointer !== undefined)
    return shown(resolve(parsed(found.value), bodyPointer), lastName(bodyPointer), mask);
  // A header field or parameter: its name stands beside its value.
  const name = fieldName(entry, pointer);
  if (name !== undefined && typeof found.value === 'string') return cut(mask.field(name, found.value));
  if (/\/(?:url|redirectURL)$/.test(pointer) && typeof found.value === 'string')
    return cut(mask.url(found.value));
  return shown(found, lastName(pointer), mask);
}

/** The name of the header field or parameter whose value the pointer names. */
export function fieldName(entry: unknown, pointer: string): string | undefined {
  return pointer.endsWith('/value') ? nameBeside(resolve(entry, pointer).parent) : undefined;
}

interface Found {
  readonly value: unknown;
  readonly parent: unknown;
}

function resolve(root: unknown, pointer: string): Found {
  let parent: unknown;
  let value = root;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    parent = value;
    value =
      isContainer(value) && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return { value, parent };
}

function shown({ value }: Found, name: string, mask: Mask): string | undefined {
  if (typeof value === 'string') return cut(mask.value(name, value));
  // Exporters write times with a dozen decimals that nobody measured.
  if (typeof value === 'number') return String(Math.round(value * 10) / 10);
  if (typeof value === 'boolean') return String(value);
  return undefined;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestValue ? line : `${line.slice(0, longestValue - 1)}…`;
}

/** The last part of a pointer that is a name: the key of a list's items for items of a list. */
function lastName(pointer: string): string {
  return pointer.split('/').findLast((token) => !/^\d+$/.test(token)) ?? '';
}

function nameBeside(field: unknown): string | undefined {
  const name = isContainer(field) ? (field as { name?: unknown }).name : undefined;
  return typeof name === 'string' ? name : undefined;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
