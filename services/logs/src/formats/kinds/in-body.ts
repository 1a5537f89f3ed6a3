import { type Head, isEmptyValue, takeRole, type ValueRules } from '../head.ts';
import type { LinePattern } from '../line-pattern.ts';
import { ROLES, type Role } from '../log-format.ts';

/** What follows is payload; a dump of a megabyte is not searched for `StatusCode=`. */
const LOOKED_AT_CHARS = 4096;

/** Fills what the first line left open from the message. */
export function readInBody(
  head: Head,
  body: string,
  patterns: readonly LinePattern[],
  rules: ValueRules,
): void {
  const start = body.length > LOOKED_AT_CHARS ? body.slice(0, LOOKED_AT_CHARS) : body;
  for (const pattern of patterns) {
    const found = pattern.exec(start);
    if (found === undefined) continue;
    for (const [at, name] of pattern.groups.entries()) {
      const value = found[at + 1];
      if (isEmptyValue(value)) continue;
      const isRole = (ROLES as readonly string[]).includes(name);
      if (!isRole || !takeRole(head, name as Role, value, rules)) head.fields[name] ??= value;
    }
  }
}
