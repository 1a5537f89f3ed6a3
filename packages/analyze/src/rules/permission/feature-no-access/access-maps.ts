import { pointerToken } from '../../../exchange/json-leaves.ts';

/** A map feature → level of access, somewhere in a JSON answer. */
export interface AccessMap {
  /** JSON pointer to the map, within the answer's JSON. */
  readonly pointer: string;
  readonly denied: readonly string[];
  readonly granted: readonly string[];
  readonly template?: TemplateFacts;
  /** When the service worked the map out for one person, as written (ISO 8601). */
  readonly computedAt?: string;
}

/** What an answer says of the template around a map. */
export interface TemplateFacts {
  readonly name?: string;
  /** `ORG`, `USER` …, as written. */
  readonly level?: string;
  readonly rank?: number;
  /** As written, ISO 8601. */
  readonly modifiedAt?: string;
  readonly modifiedBy?: string;
}

/** Deeper is no template. */
const MAX_DEPTH = 12;
/** `FULL_ACCESS`, `NO_ACCESS`, `READ_ACCESS` … */
const accessWord = /^[A-Z]{2,20}_ACCESS$/;

/** Every map in `value` whose values are all words for access, with what is said of the templates around them. */
export function accessMaps(value: unknown): AccessMap[] {
  const found: AccessMap[] = [];
  walk(value, '', undefined, 0, found);
  return found;
}

type Around = Pick<AccessMap, 'template' | 'computedAt'>;

/** An object, and the one that it stands in: what they say of templates is asked for by the few that hold a map. */
interface Above {
  readonly item: Record<string, unknown>;
  readonly above: Above | undefined;
}

function aroundOf(above: Above | undefined): Around {
  return above === undefined ? {} : { ...aroundOf(above.above), ...described(above.item) };
}

function walk(
  value: unknown,
  pointer: string,
  above: Above | undefined,
  depth: number,
  found: AccessMap[],
): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  const members = Object.entries(value);
  if (!Array.isArray(value) && members.length > 0 && members.every(([, member]) => isAccess(member))) {
    found.push({
      pointer,
      denied: members.filter(([, member]) => member === 'NO_ACCESS').map(([name]) => name),
      granted: members.filter(([, member]) => member !== 'NO_ACCESS').map(([name]) => name),
      ...aroundOf(above),
    });
    return;
  }
  const inner = Array.isArray(value) ? above : { item: value as Record<string, unknown>, above };
  for (const [name, member] of members) {
    if (typeof member === 'object') walk(member, `${pointer}/${pointerToken(name)}`, inner, depth + 1, found);
  }
}

function isAccess(value: unknown): boolean {
  return typeof value === 'string' && accessWord.test(value);
}

/** A template says of itself that it is one; the `name` of anything else is somebody's or something's. */
const templateKeys = [
  'templateKey',
  'templateName',
  'templateId',
  'orgTemplateId',
  'aggregationLevel',
  'rank',
  'settings',
];

function described(item: Record<string, unknown>): Around {
  const computedAt = dateOf(item.computedAt) ?? dateOf(item.computed) ?? dateOf(item.calculatedAt);
  return {
    ...(templateKeys.some((key) => key in item) ? { template: templateOf(item) } : {}),
    ...(computedAt === undefined ? {} : { computedAt }),
  };
}

function templateOf(item: Record<string, unknown>): TemplateFacts {
  const name = textOf(item.name) ?? textOf(item.templateName);
  const level = textOf(item.aggregationLevel) ?? textOf(item.level);
  const rank = typeof item.rank === 'number' ? item.rank : undefined;
  const createdAt = dateOf(item.created);
  const modifiedAt =
    dateOf(item.lastModified) ?? dateOf(item.modified) ?? dateOf(item.updatedAt) ?? createdAt;
  // Who made it changed it last only where nobody did so afterwards.
  const maker = modifiedAt === createdAt ? textOf(item.creator) : undefined;
  const modifiedBy = textOf(item.lastModifiedBy) ?? textOf(item.modifiedBy) ?? maker;
  return {
    ...(name === undefined ? {} : { name }),
    ...(level === undefined ? {} : { level }),
    ...(rank === undefined ? {} : { rank }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    ...(modifiedBy === undefined ? {} : { modifiedBy }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : undefined;
}

/** ISO 8601 with a time, to the second. */
function dateOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}
