/** A string, number, boolean or null. */
export type JsonScalar = string | number | boolean | null;

/** One scalar of a JSON value and where it stands. */
export interface JsonLeaf {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** The last name of the pointer. */
  readonly name: string;
  readonly value: JsonScalar;
}

/** Deeper or longer is no settings document. */
const MAX_DEPTH = 12;
const MAX_LEAVES = 2000;

/**
 * The scalars of `root`, in its order. Through objects only, unless `lists` says that the items of lists count as well: a
 * list has no names by which its items could be told again.
 */
export function jsonLeaves(root: unknown, { lists = false } = {}): JsonLeaf[] {
  const leaves: JsonLeaf[] = [];
  const walk = (value: unknown, pointer: string, name: string, depth: number): void => {
    if (leaves.length >= MAX_LEAVES || depth > MAX_DEPTH) return;
    if (isScalar(value)) {
      if (pointer !== '') leaves.push({ pointer, name, value });
      return;
    }
    if (typeof value !== 'object' || value === null || (Array.isArray(value) && !lists)) return;
    for (const [key, member] of Object.entries(value)) {
      walk(member, `${pointer}/${pointerToken(key)}`, Array.isArray(value) ? name : key, depth + 1);
    }
  };
  walk(root, '', '', 0);
  return leaves;
}

/** What stands at a pointer; undefined = nothing. */
export function jsonAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** A name as a part of a JSON pointer. */
export function pointerToken(name: string): string {
  // Hardly any name has one.
  return name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}

export function isScalar(value: unknown): value is JsonScalar {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}
