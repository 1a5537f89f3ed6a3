import { isJsonObject, type JsonMembers, numberIn } from '../entry/raw-object.ts';
import { exactNumber } from './exact-numbers.ts';

/** What a value became so that it fits where HAR 1.2 wants another type. */
export interface Fitted {
  readonly value: unknown;
  /** The fitted value says less than the original, which is then kept beside it. */
  readonly isLossy?: boolean;
}

/** Makes a value fit; undefined when nothing of it does. */
export type Fit = (value: unknown) => Fitted | undefined;

/** A member that HAR 1.2 names: the type it has to have, and what stands for it where it is required and not there. */
export interface MemberRule {
  readonly fit: Fit;
  readonly missing?: unknown;
}

/** The members of one of HAR's objects by their names. Members that are not listed may be anything. */
export type Shape = Readonly<Record<string, MemberRule>>;

export const text: Fit = (value) => {
  if (typeof value === 'string') return { value: exactNumber(value) ?? value };
  return typeof value === 'number' || typeof value === 'boolean' ? { value: String(value) } : undefined;
};

export const number: Fit = (value) => {
  if (exactNumber(value) !== undefined) return { value };
  const fitted = numberIn(value);
  return fitted === undefined ? undefined : { value: fitted };
};

export const flag: Fit = (value) => {
  if (typeof value === 'boolean') return { value };
  return value === 'true' || value === 'false' ? { value: value === 'true' } : undefined;
};

/** What DevTools takes for a date; it refuses the whole file for another. */
export const date: Fit = (value) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? { value } : undefined;

export function exactly(wanted: string): Fit {
  return (value) => (value === wanted ? { value } : undefined);
}

export function object(shape: Shape): Fit {
  return (value) => (isJsonObject(value) ? { value: conform(value, shape) } : undefined);
}

/** A list of objects. Elements that are none are left out, and the list is kept beside it as it was. */
export function listOf(shape: Shape): Fit {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const objects = value.filter(isJsonObject);
    return {
      value: objects.map((item) => conform(item, shape)),
      isLossy: objects.length < value.length,
    };
  };
}

/** Internet Explorer 11 writes a single object for a list of one. */
export function listOrOneOf(shape: Shape): Fit {
  const list = listOf(shape);
  return (value) => list(isJsonObject(value) ? [value] : value);
}

export function required(fit: Fit, missing: unknown): MemberRule {
  return { fit, missing };
}

export function optional(fit: Fit): MemberRule {
  return { fit };
}

/**
 * A copy of an object in which every member of `shape` has its type and the required ones are there. Order and
 * unknown members stay. What could not be made to fit moves to the name with `_` before it, as HAR 1.2
 * wants custom members to be named; `null` says nothing and goes.
 */
export function conform(members: JsonMembers, shape: Shape): JsonMembers {
  const names = new Set(Object.keys(members));
  const fitted: [string, unknown][] = [];
  const standIn = (name: string, rule: MemberRule) => {
    if (rule.missing !== undefined) fitted.push([name, rule.missing]);
  };
  for (const [name, value] of Object.entries(members)) {
    const rule = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!rule) {
      fitted.push([name, value]);
      continue;
    }
    const fit = value === null ? undefined : rule.fit(value);
    if (fit) fitted.push([name, fit.value]);
    else standIn(name, rule);
    if (value !== null && (!fit || fit.isLossy)) fitted.push([freeName(names, name), value]);
  }
  for (const [name, rule] of Object.entries(shape)) if (!names.has(name)) standIn(name, rule);
  // Not an object literal: `__proto__` is a name like any other.
  return Object.fromEntries(fitted);
}

function freeName(names: Set<string>, name: string): string {
  let free = `_${name}`;
  while (names.has(free)) free = `_${free}`;
  names.add(free);
  return free;
}
