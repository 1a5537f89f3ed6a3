import { compileFilter, FILTER_KEYS, type FilterNode, parseFilter, printFilter } from '@harrier/analyze';
import { strToU8 } from 'fflate';
import { type FuzzTarget, holds } from '../target.ts';

const SEEDS = [
  'domain:*.example.com -status-code:200 /users\\/[0-9]+/ text',
  '(method:GET,PATCH OR status:>=400) NOT mime-type:text/css',
  'header[trackingid]^=ATLAS_ body~"no access" res.body~/NO_\\w+ x/',
  'org!="Example Ltd" url$=.js size:1k transferred:2k regexp:a/b',
  '!(a | b) & slower-than:2s wait:>1s is:failed|cors',
  '"say \\"hi\\" \\\\" --a -/a b|c/ d',
  'status:4xx,5xx larger-than:10k header[x]="a b" res.header[etag]',
];

/** The language of filters. */
export const filterTarget: FuzzTarget = {
  name: 'filter',
  summary: 'parsing never throws, and printing what was parsed parses to the same',
  seeds: async () => SEEDS.map((text) => strToU8(text)),
  words: [
    ...FILTER_KEYS.map(({ key }) => `${key}:`),
    ...[
      '(',
      ')',
      ' OR ',
      ' AND ',
      'NOT ',
      '|',
      '&',
      '!',
      '-',
      '"',
      '\\',
      '/',
      '~',
      '^=',
      '$=',
      '*=',
      '!=',
      '>=',
      '<=',
    ],
    ...[
      'regexp:',
      '/(a+)+$/',
      '/[/',
      '/a{1,1000}/',
      '/\\p{L}/',
      '/(?=a)/',
      '\u2028',
      '\ud83d\ude00',
      '\u0000',
      'is:failed',
    ],
  ],
  mostBytes: 6000,
  async run(input) {
    const text = new TextDecoder().decode(input);
    const { ast, problems } = parseFilter(text);
    for (const { start, end } of problems)
      holds('a problem lies in the expression', 0 <= start && start <= end && end <= text.length);
    compileFilter(ast);
    const printed = printFilter(ast);
    const again = parseFilter(printed);
    // What is printed is canonical and may be longer; what is cut is another filter, and says so.
    if (again.problems.some(({ code }) => code === 'too-long' || code === 'too-deep')) return;
    holds('what is printed parses to the same', shape(again.ast) === shape(ast));
    holds('what is printed prints the same', printFilter(again.ast) === printed);
  },
};

/** The tree without positions. */
function shape(node: FilterNode): string {
  switch (node.type) {
    case 'and':
    case 'or':
      return `${node.type}(${node.parts.map(shape).join()})`;
    case 'not':
      return `not(${shape(node.part)})`;
    case 'term':
      return JSON.stringify([node.key, node.name, node.operator, node.value]);
  }
}
