import type { DifferenceFacts } from '@harrier/knowledge';
import { weights } from './difference.ts';
import { effectiveAccess } from './effective-access.ts';
import { isPlainWord, type JsonMember, jsonMembers } from './json-members.ts';

/** What one comparison of bodies says, before anybody knows where. */
export interface Said<Kind extends DifferenceFacts['kind'] = DifferenceFacts['kind']> {
  readonly said: FactsOf<Kind>;
  readonly weight: number;
}

type WithoutPlace<Facts> = Facts extends unknown ? Omit<Facts, 'method' | 'host' | 'path'> : never;
type FactsOf<Kind> = WithoutPlace<Extract<DifferenceFacts, { kind: Kind }>>;

/** More differences in one kind of body are another document. */
const MAX_SAID = 20;

/** Last words of names of members that differ between any two people, or with every answer, and explain nothing. */
const personal = new Set(
  (
    'id ids uuid guid name email mail phone extension number address title avatar picture photo locale language timezone city ' +
    'street url uri href link created updated modified creator owner by at on date time etag hash nonce state cursor version ' +
    'timestamp description key'
  ).split(' '),
);
/** Names whose value may be a credential. */
const credential =
  /token|secret|passw|credential|jwt|signature|session|cookie|csrf|xsrf|otp|pin$|api[-_]?key|assertion/i;
const errorish = /^(?:error|errors|fault|failure|exception|errorCode|errorMessage|reason)$/i;
const quantity = /count|total|limit|quota|max|min|remaining|size|length|rank/i;

/**
 * What differs between the JSON bodies of requests that are alike. A value that changes within one capture says
 * nothing: only members are told whose values in the first capture and in the second have none in common.
 */
export function compareJson(
  a: readonly unknown[],
  b: readonly unknown[],
  message: 'request' | 'response',
): Said<'access' | 'member'>[] {
  const access = message === 'response' ? compareAccess(a, b) : [];
  const membersA = a.map(jsonMembers);
  const membersB = b.map(jsonMembers);
  const toldAlready = waysTo(new Set(access.map(({ said }) => said.name)), [...membersA, ...membersB]);
  const paths = new Set([...membersA, ...membersB].flatMap((members) => [...members.keys()]));
  const told: Said<'member'>[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    if (missing.some((outer) => path.startsWith(`${outer}/`))) continue;
    const valuesA = valuesAt(membersA, path);
    const valuesB = valuesAt(membersB, path);
    const [one] = valuesA.concat(valuesB);
    if (one === undefined) continue;
    if (isAbsentSomewhere(path, valuesA, valuesB, membersA, membersB)) missing.push(path);
    if (toldAlready.has(path)) continue;
    const weight = weightOf(one.name, valuesA, valuesB, membersA.length, membersB.length);
    if (weight === 0) continue;
    told.push({
      said: {
        kind: 'member',
        message,
        pointer: path === '' ? '/' : path,
        ...shown('a', one.name, valuesA),
        ...shown('b', one.name, valuesB),
      },
      weight,
    });
  }
  return [...access, ...told].sort((x, y) => y.weight - x.weight).slice(0, MAX_SAID);
}

function compareAccess(a: readonly unknown[], b: readonly unknown[]): Said<'access'>[] {
  const inA = a.map(effectiveAccess);
  const inB = b.map(effectiveAccess);
  const names = new Set([...inA, ...inB].flatMap((access) => [...access.keys()]));
  return [...names].filter(isPlainWord).flatMap((name) => {
    const valuesA = new Set(inA.map((access) => access.get(name)));
    const valuesB = new Set(inB.map((access) => access.get(name)));
    if (valuesA.size !== 1 || valuesB.size !== 1) return [];
    const [valueA] = valuesA;
    const [valueB] = valuesB;
    if (valueA === valueB) return [];
    // A feature that only one template knows may come from another release of the service.
    const weight = valueA === undefined || valueB === undefined ? weights.structure : weights.access;
    return [
      {
        said: {
          kind: 'access',
          name,
          ...(valueA === undefined ? {} : { a: valueA }),
          ...(valueB === undefined ? {} : { b: valueB }),
        },
        weight,
      } as const,
    ];
  });
}

/** The paths of members of these names, and everything that they lie in: a template more is what grants the feature. */
function waysTo(
  names: ReadonlySet<string>,
  all: readonly ReadonlyMap<string, readonly JsonMember[]>[],
): ReadonlySet<string> {
  const ways = new Set<string>();
  if (names.size === 0) return ways;
  for (const members of all)
    for (const [path, [member]] of members) {
      if (member === undefined || !names.has(member.name)) continue;
      for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) ways.add(path.slice(0, end));
    }
  return ways;
}

function valuesAt(all: readonly ReadonlyMap<string, readonly JsonMember[]>[], path: string): JsonMember[] {
  return all.flatMap((members) => members.get(path) ?? []);
}

/** Whether the member is missing on one side where its parent is there; then what lies in it is not told again. */
function isAbsentSomewhere(
  path: string,
  a: readonly JsonMember[],
  b: readonly JsonMember[],
  allA: readonly ReadonlyMap<string, unknown>[],
  allB: readonly ReadonlyMap<string, unknown>[],
): boolean {
  if (a.length > 0 && b.length > 0) return false;
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return (a.length === 0 ? allA : allB).some((members) => members.has(parent));
}

function weightOf(
  name: string,
  a: readonly JsonMember[],
  b: readonly JsonMember[],
  documentsA: number,
  documentsB: number,
): number {
  if (a.length === 0 || b.length === 0) {
    // A member that is there in some of one side's documents only is not what makes the difference.
    if (a.length + b.length < (a.length === 0 ? documentsB : documentsA)) return 0;
    if (errorish.test(name)) return weights.errorMember;
    return isPersonal(name) ? 0 : weights.structure;
  }
  const valuesA = new Set(a.map(({ value }) => value));
  if (b.some(({ value }) => valuesA.has(value))) return 0;
  const types = new Set([...a, ...b].map(({ type }) => type));
  if (types.size > 1) return isPersonal(name) ? 0 : weights.structure;
  const [type] = types;
  if (type === 'boolean') return weights.flag;
  if (isPersonal(name) || credential.test(name)) return 0;
  if (type === 'number') return quantity.test(name) ? weights.number : 0;
  const words = [...a, ...b].every(({ value }) => typeof value === 'string' && isPlainWord(value));
  return type === 'string' && words ? weights.word : 0;
}

function isPersonal(name: string): boolean {
  const last = /[A-Z]?[a-z]*$/.exec(name)?.[0] ?? '';
  return personal.has(last.toLowerCase()) || personal.has(name.toLowerCase());
}

/** Words, numbers and flags as they are; of anything else only what it is. */
function shown<Key extends 'a' | 'b'>(
  key: Key,
  name: string,
  members: readonly JsonMember[],
): { readonly [K in Key]?: string } {
  const [member] = members;
  if (member === undefined) return {};
  const { type, value } = member;
  const isWord = type === 'string' && isPlainWord(value as string) && !credential.test(name);
  const text =
    type === 'string'
      ? isWord
        ? `"${value}"`
        : '"…"'
      : type === 'list'
        ? '[…]'
        : type === 'object'
          ? '{…}'
          : String(value);
  return { [key]: text } as { readonly [K in Key]?: string };
}
