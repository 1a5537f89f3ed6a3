import * as fc from 'fast-check';

/** Terms that decide the sample capture in every way: by columns, URL, entry, row and body. */
const TERMS = [
  'main.js',
  'api.example',
  '"a b"',
  '/user[s]?/',
  'domain:*.example.com',
  'method:GET,PATCH',
  'scheme:wss',
  'status:4xx,5xx',
  'status:>=200',
  'mime-type:application/json',
  'resource-type:fetch',
  'larger-than:1k',
  'slower-than:1s',
  'wait:>1s',
  'stalled:<1ms',
  'header[trackingid]^=ATLAS_',
  'header[origin]',
  'tracking:ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_13',
  'tracking:ATLAS',
  'error:refused',
  'org:example',
  'org!=example',
  'body~ready',
  'cookie-name:lang',
  'is:failed',
  'is:auth|redirect',
  'is:cors',
  'is:retry',
  'is:slow',
  'is:large',
  'is:websocket',
  'is:pending',
  'is:cached',
  'page:page_1',
  'protocol:h2',
] as const;

/** Well-formed filter expressions. */
export const anyExpression: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...TERMS),
    tie('node').map((part) => `-(${part})`),
    tie('node').map((part) => `NOT (${part})`),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a}) ${b}`),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `${a} OR ${b}`),
  ),
})).node;
