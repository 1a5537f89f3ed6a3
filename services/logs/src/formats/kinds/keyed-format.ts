import type { CompiledFormat, PatternVerdict } from '../compiled-format.ts';
import { fillHead, type Head, isEmptyValue, newHead } from '../head.ts';
import type { Need } from '../log-format.ts';
import { logfmtValues, readPairs } from '../logfmt-values.ts';
import type { FormatParts } from './format-parts.ts';
import { readInBody } from './in-body.ts';

/** Lines of named values: a JSON object, or `key=value` pairs. The keys say whose format it is. */
export function keyedFormat({ rules, inBody }: FormatParts, kind: 'json' | 'logfmt'): CompiledFormat {
  const { id, needs = {} } = rules.format;
  const checks = Object.entries(needs).map(([key, need]) => ({ key, fits: needCheck(need), need }));
  const missing = (values: ReadonlyMap<string, string>) =>
    checks.find(({ key, fits }) => {
      const value = values.get(key);
      // `object`: its members stand in the map by path.
      if (value === undefined) return !(fits === undefined && hasMember(values, key));
      return fits !== undefined && !fits(value);
    });
  return {
    format: rules.format,
    first: kind === 'json' ? new Set([0x7b]) : undefined,
    recognise(line, context) {
      const values = kind === 'json' ? context.json(line) : pairsOf(line);
      if (values === undefined || missing(values) !== undefined) return undefined;
      const head = fillHead(newHead(rules, ''), values, rules, context.clock);
      return 'at' in head ? undefined : head;
    },
    explain(line, context): PatternVerdict[] {
      const verdict = { format: id, pattern: '', fits: false, matchedChars: 0 };
      const values = kind === 'json' ? context.json(line) : logfmtValues(line);
      if (values === undefined) {
        if (kind === 'json') return [{ ...verdict, expected: 'a JSON object' }];
        return [{ ...verdict, matchedChars: readPairs(line).end, expected: 'key=value' }];
      }
      const gap = missing(values);
      if (gap !== undefined) {
        const wanted = typeof gap.need === 'string' ? gap.need : gap.need.join(' or ');
        return [{ ...verdict, matchedChars: 1, expected: `"${gap.key}": ${wanted}` }];
      }
      const head = fillHead(newHead(rules, ''), values, rules, context.clock);
      if ('at' in head) {
        const name = rules.names.time.find((candidate) => !isEmptyValue(values.get(candidate)));
        const expected =
          name === undefined ? `a time in ${rules.names.time.join(', ')}` : `${name}: ${head.expected}`;
        return [{ ...verdict, matchedChars: 1, expected }];
      }
      return [{ ...verdict, fits: true, matchedChars: line.length, expected: '' }];
    },
    finish: (head: Head, body) => readInBody(head, body, inBody, rules),
  };
}

/** A glance at the first key saves most lines the rest. */
function pairsOf(line: string): ReadonlyMap<string, string> | undefined {
  return /^[A-Za-z_@][\w.@/-]{0,100}=/.test(line) ? logfmtValues(line) : undefined;
}

/** undefined = any value, also an object. */
function needCheck(need: Need): ((value: string) => boolean) | undefined {
  if (typeof need === 'object') {
    const allowed = new Set(need.map(String));
    return (value) => allowed.has(value);
  }
  if (need === 'number') return (value) => /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value);
  if (need === 'text') return (value) => value !== '';
  return undefined;
}

function hasMember(values: ReadonlyMap<string, string>, key: string): boolean {
  for (const name of values.keys()) if (name.startsWith(`${key}.`)) return true;
  return false;
}
