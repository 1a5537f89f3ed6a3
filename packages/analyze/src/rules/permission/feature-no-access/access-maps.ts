/** A map feature → level of access, somewhere in a JSON answer. */
export interface AccessMap {
  /** JSON pointer to the map, within the answer's JSON. */
  readonly pointer: string;
  readonly denied: readonly string[];
  readonly granted: readonly string[];
  /** Of the nearest object around it that has one. */
  readonly template?: string;
  readonly level?: string;
}

/** Deeper is no template. */
const MAX_DEPTH = 12;
/** `FULL_ACCESS`, `NO_ACCESS`, `READ_ACCESS` … */
const accessWord = /^[A-Z]{2,20}_ACCESS$/;

/** Every map in `value` whose values are all words for access. The names and levels of the templates around them come along. */
export function accessMaps(value: unknown): AccessMap[] {
  const found: AccessMap[] = [];
  walk(value, '', {}, 0, found);
  return found;
}

type Around = Pick<AccessMap, 'template' | 'level'>;

function walk(value: unknown, pointer: string, around: Around, depth: number, found: AccessMap[]): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  const members = Object.entries(value);
  const features = members.filter(([, member]) => typeof member === 'string' && accessWord.test(member));
  if (!Array.isArray(value) && features.length > 0 && features.length === members.length) {
    found.push({
      pointer,
      denied: features.filter(([, member]) => member === 'NO_ACCESS').map(([name]) => name),
      granted: features.filter(([, member]) => member !== 'NO_ACCESS').map(([name]) => name),
      ...around,
    });
    return;
  }
  const inner: Around = Array.isArray(value)
    ? around
    : { ...around, ...named(value as Record<string, unknown>) };
  for (const [name, member] of members) {
    walk(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, inner, depth + 1, found);
  }
}

function named(item: Record<string, unknown>): Around {
  const template = textOf(item.name) ?? textOf(item.templateName);
  const level = textOf(item.aggregationLevel) ?? textOf(item.level);
  return { ...(template === undefined ? {} : { template }), ...(level === undefined ? {} : { level }) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : undefined;
}
