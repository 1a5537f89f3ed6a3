import type { CompiledFormat, FileContext, PatternVerdict } from '../compiled-format.ts';
import { firstCharacters } from '../first-characters.ts';
import { type Head, isEmptyValue, newHead, readTime, takeRole, type ValueRules } from '../head.ts';
import { levelOf } from '../level-word.ts';
import type { LinePattern } from '../line-pattern.ts';
import { ROLES, type Role } from '../log-format.ts';
import { explainPattern } from './explain-pattern.ts';
import type { FormatParts } from './format-parts.ts';
import { readInBody } from './in-body.ts';

/** A pattern whose groups know their roles. */
interface RoledPattern {
  readonly pattern: LinePattern;
  /** Group → role; undefined = a field. Those of one role are taken in the order of the format's `roles`. */
  readonly takes: readonly {
    readonly group: number;
    readonly role: Role | undefined;
    readonly name: string;
  }[];
  readonly timeGroup: number;
}

/** A line is recognised by the first pattern that fits, if its time fits a layout as well. */
export function textFormat({ rules, patterns, inBody }: FormatParts): CompiledFormat {
  const roled = patterns.map((pattern) => withRoles(pattern, rules));
  return {
    format: rules.format,
    first: firstOfAll(patterns),
    recognise(line, context) {
      for (const { pattern, takes, timeGroup } of roled) {
        const found = pattern.exec(line);
        if (found === undefined) continue;
        const head = newHead(rules, pattern.name);
        if (timeGroup !== -1 && !takeTime(head, found[timeGroup], rules, context)) continue;
        for (const { group, role, name } of takes) {
          // Columns are padded; a message stays as it is.
          const value = role === 'body' || role === 'inner' ? found[group] : found[group]?.trimEnd();
          if (isEmptyValue(value)) {
            // A message may be empty, and then it is that.
            if (role === 'body' && value !== undefined) head.body ??= value;
          } else if (role === undefined || !takeRole(head, role, value, rules)) head.fields[name] = value;
        }
        const { fixed } = rules.format;
        if (fixed?.level !== undefined) head.level ??= levelOf(fixed.level, undefined);
        return head;
      }
      return undefined;
    },
    explain: (line, context) =>
      roled.map(({ pattern, timeGroup }): PatternVerdict => {
        const verdict = explainPattern(rules.format.id, pattern, line);
        const text = verdict.fits && timeGroup !== -1 ? pattern.exec(line)?.[timeGroup] : undefined;
        if (isEmptyValue(text)) return verdict;
        const moment = readTime(rules, text, context.clock);
        if (typeof moment === 'bigint') return verdict;
        const matchedChars = line.indexOf(text) + moment.at;
        return { ...verdict, fits: false, matchedChars, expected: moment.expected };
      }),
    finish: (head, body) => readInBody(head, body, inBody, rules),
  };
}

function takeTime(head: Head, text: string | undefined, rules: ValueRules, context: FileContext): boolean {
  if (isEmptyValue(text) || rules.layouts.length === 0) return true;
  const moment = readTime(rules, text, context.clock);
  if (typeof moment !== 'bigint') return false;
  head.timeNs = moment;
  return true;
}

function withRoles(pattern: LinePattern, rules: ValueRules): RoledPattern {
  const order = (name: string, role: Role | undefined) =>
    role === undefined ? 0 : rules.names[role].indexOf(name);
  const takes = pattern.groups
    .map((name, at) => ({
      group: at + 1,
      role: ROLES.find((role) => rules.names[role].includes(name)),
      name,
    }))
    .sort((a, b) => order(a.name, a.role) - order(b.name, b.role));
  const time = takes.find(({ role }) => role === 'time');
  return { pattern, takes: takes.filter((take) => take !== time), timeGroup: time?.group ?? -1 };
}

/** First characters of several patterns; undefined = any. */
export function firstOfAll(patterns: readonly LinePattern[]): ReadonlySet<number> | undefined {
  const all = new Set<number>();
  for (const { source } of patterns) {
    const some = firstCharacters(source);
    if (some === undefined) return undefined;
    for (const code of some) all.add(code);
  }
  return all;
}
