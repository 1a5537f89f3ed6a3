import type { CompiledFormat, FileContext } from '../compiled-format.ts';
import { fillHead, type Head, newHead } from '../head.ts';
import { explainPattern } from './explain-pattern.ts';
import type { FormatParts } from './format-parts.ts';
import { readInBody } from './in-body.ts';
import { firstOfAll } from './text-format.ts';

/**
 * Values under the names of the last `#Fields:` line, or under the format's own where none came (a file that is followed
 * has its first line elsewhere). The pattern says how a line begins and, by a tab in it, what stands between values.
 * Spec: W3C Extended Log File Format, https://www.w3.org/TR/WD-logfile.html
 */
export function columnsFormat({ rules, patterns, inBody }: FormatParts): CompiledFormat {
  const { id, columns = [] } = rules.format;
  const begin = patterns[0]!;
  const separator = begin.source.includes('\\t') ? '\t' : ' ';
  const namesFor = (context: FileContext, count: number) => {
    if (context.columns?.length === count) return context.columns;
    return columns.length === count ? columns : undefined;
  };
  const read = (line: string, context: FileContext): Head | string => {
    const values = line.split(separator);
    const names = namesFor(context, values.length);
    if (names === undefined)
      return `${context.columns?.length ?? columns.length} values, not ${values.length}`;
    const named = new Map(names.map((name, at) => [name, values[at]!]));
    const head = fillHead(newHead(rules, begin.name), named, rules, context.clock);
    return 'at' in head ? head.expected : head;
  };
  return {
    format: rules.format,
    first: firstOfAll(patterns),
    recognise(line, context) {
      if (begin.exec(line) === undefined) return undefined;
      const head = read(line, context);
      return typeof head === 'string' ? undefined : head;
    },
    explain(line, context) {
      const verdict = explainPattern(id, begin, line);
      if (!verdict.fits) return [verdict];
      const head = read(line, context);
      return [
        typeof head === 'string' ? { ...verdict, fits: false, matchedChars: 0, expected: head } : verdict,
      ];
    },
    finish: (head, body) => readInBody(head, body, inBody, rules),
  };
}

/** Names of a `#Fields:` line; undefined for every other line. */
export function columnNames(line: string): readonly string[] | undefined {
  if (!line.startsWith('#Fields:')) return undefined;
  return line
    .slice('#Fields:'.length)
    .trim()
    .split(/[ \t]+/);
}
