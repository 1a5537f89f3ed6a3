/** What stands at one place of a JSON value. */
export interface JsonMember {
  /** The last name on the way there; of an item of a list, that of the list. */
  readonly name: string;
  readonly value: string | number | boolean | null | 'object' | 'list';
  readonly type: 'string' | 'number' | 'boolean' | 'null' | 'object' | 'list';
}

/** Deeper, or with more members, it is data, not settings. */
const MAX_DEPTH = 12;
const MAX_MEMBERS = 4000;

/** Members by which items of a list are told apart, the best first. */
const itemNames = ['key', 'name', 'type', 'code', 'service', 'feature', 'settingsGroup', 'permission'];

/**
 * Every member of a JSON value by its path. A path is a JSON pointer in which an item of a list goes by its own name
 * where it has one that is a plain word and no other item bears, else by `*`; so two lists can be compared whatever
 * their order. Several items of `*` stand at one path.
 */
export function jsonMembers(root: unknown): ReadonlyMap<string, readonly JsonMember[]> {
  const members = new Map<string, JsonMember[]>();
  let count = 0;
  const add = (value: unknown, path: string, name: string, depth: number): void => {
    if (depth > MAX_DEPTH || ++count > MAX_MEMBERS) return;
    const member = memberOf(value, name);
    const there = members.get(path);
    if (there === undefined) members.set(path, [member]);
    else there.push(member);
    if (Array.isArray(value)) {
      const by = itemName(value);
      for (const item of value) {
        const own = by === undefined ? '*' : token(String((item as Record<string, unknown>)[by]));
        add(item, `${path}/${own}`, own === '*' ? name : own, depth + 1);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) add(inner, `${path}/${token(key)}`, key, depth + 1);
    }
  };
  add(root, '', '', 0);
  return members;
}

function memberOf(value: unknown, name: string): JsonMember {
  if (value === null) return { name, value: null, type: 'null' };
  if (Array.isArray(value)) return { name, value: 'list', type: 'list' };
  if (typeof value === 'object') return { name, value: 'object', type: 'object' };
  return { name, value: value as string, type: typeof value as 'string' };
}

/** The member that names every item of the list, each with another plain word. */
function itemName(list: readonly unknown[]): string | undefined {
  return itemNames.find((by) => {
    const names = new Set<string>();
    for (const item of list) {
      const name =
        typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[by] : undefined;
      if (typeof name !== 'string' || !isPlainWord(name)) return false;
      names.add(name);
    }
    return list.length > 0 && names.size === list.length;
  });
}

/** `singleNumberReach`, `FULL_ACCESS`, `calling-end-user`: a word of a program's vocabulary, no id and nobody's name. */
export function isPlainWord(text: string): boolean {
  return /^[A-Za-z][\w.-]{0,59}$/.test(text) && !/\d{3}/.test(text) && !/[0-9a-f]{8}-/i.test(text);
}

function token(name: string): string {
  return (name.length > 80 ? `${name.slice(0, 79)}…` : name).replaceAll('~', '~0').replaceAll('/', '~1');
}
