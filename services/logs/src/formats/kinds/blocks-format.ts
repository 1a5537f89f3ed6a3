import type { CompiledFormat } from '../compiled-format.ts';
import { fillHead, newHead } from '../head.ts';
import { explainPattern } from './explain-pattern.ts';
import type { FormatParts } from './format-parts.ts';
import { readInBody } from './in-body.ts';
import { firstOfAll } from './text-format.ts';

/** Records of `KEY=value` lines that end with an empty line. Only the whole block says when it was. */
export function blocksFormat({ rules, patterns, inBody }: FormatParts): CompiledFormat {
  const { id } = rules.format;
  return {
    format: rules.format,
    first: firstOfAll(patterns),
    recognise(line) {
      const pattern = patterns.find((candidate) => candidate.exec(line) !== undefined);
      return pattern === undefined ? undefined : newHead(rules, pattern.name);
    },
    explain: (line) => patterns.map((pattern) => explainPattern(id, pattern, line)),
    finish(head, body, context) {
      const values = new Map<string, string>();
      for (const line of body.split('\n')) {
        const at = line.indexOf('=');
        if (at > 0) values.set(line.slice(0, at), line.slice(at + 1));
      }
      // A block without a usable time stays a record without one.
      fillHead(head, values, rules, context.clock);
      readInBody(head, head.body ?? body, inBody, rules);
    },
  };
}
