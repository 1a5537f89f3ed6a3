import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { createRandom, type Random } from '../testing/random.ts';
import { ContentRewriter } from './content-rewriter.ts';

const seed = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What bodies are written in. */
const texts: Readonly<Record<string, string>> = {
  HTML: `<!doctype html><html><head><title>Hi & bye</title><meta name="x" content='y'><style>a{color:red}</style><script>var a={"b":1};</script></head><body class=main><!-- note --><p data-x="1">Text <b>bold</b></p><input type=hidden name=q value="z"></body></html>`,
  XML: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "x">]><s:Envelope xmlns:s="urn:x"><s:Body a="1"><m>text</m><![CDATA[raw <x>]]></s:Body></s:Envelope>`,
  SVG: `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L1 1"/><text x="1">T</text></svg>`,
  JSON: `{"a":[1,2,{"b":"c"}],"d":null,"e":"f\\ng","h":{"i":true}}`,
  'JSON in a row': `{"a":1}\n{"b":"c"}\n[1,2]\n`,
  'JSON behind a guard': `)]}',\n{"a":["b",1]}`,
  JavaScript: `function f(a){var b={c:"d",e:[1,2]};return b.c+"x"}// note\n/* more */f(1);`,
  CSS: `a:hover{background:url(/x.png) no-repeat;content:"x"}/* c */`,
  'a form in parts': `--b1\r\nContent-Disposition: form-data; name="a"\r\n\r\nvalue\r\n--b1\r\nContent-Disposition: form-data; name="f"; filename="x.txt"\r\nContent-Type: text/plain\r\n\r\nline\r\n--b1--\r\n`,
  'a form': `a=1&b=two+words&c=%7B%22d%22%3A1%7D&e=`,
  'a table': `id,name,note\n1,"A, b",x\n2,C,"said ""hi"""\n`,
  events: `event: a\ndata: {"b":1}\ndata: more\nid: 7\n\n: comment\n\ndata: x\n\n`,
  'a string': `"a string with \\"quotes\\" inside"`,
  links: `<https://a.example.test/p?x=1>; rel="next", <https://a.example.test/q>; rel=prev`,
  prose: `Dear all, the job 17 ended at 12:00 with code=5; see log.\nBye`,
  GraphQL: `query Q($a: Int) { b(c: $a) { d e } }`,
  YAML: `a: 1\nb:\n  - c: "d"\n  - e\n`,
  settings: `[section]\na = 1\nb = "two"\n; note\n`,
  'an HTTP message': `GET /a?b=c HTTP/1.1\r\nHost: a.example.test\r\nAccept: */*\r\n\r\nbody`,
  'a data URL': `data:text/plain;charset=utf-8,hello%20world`,
};

const mimeTypes = ['application/json', 'text/html', 'text/javascript', 'text/plain', ''] as const;

/** What stands around it, so that it begins and ends there. */
const edges = [' ', '"', "'", ',', '\n', ';', '|', '\\n', '\\"', ' (', '{', '/'] as const;

const writings: Readonly<Record<string, (value: string) => string>> = {
  'a token of a provider': (value) => ['ghp', value.slice(0, 36)].join('_'),
  'a pair of JSON': (value) => `"clientSecret":"${value}"`,
  'a pair of code': (value) => `access_token = '${value}';`,
  'an object of JSON': (value) => `{"id":7,"X-Api-Key":"${value}"}`,
  'a header field': (value) => `Authorization: Bearer ${value}`,
};

function rewrite(text: string, mimeType: string): string {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  return new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} }).rewriteText(
    text,
    mimeType,
  );
}

function put(text: string, written: string, random: Random): string {
  const at = random.below(text.length + 1);
  const edge = random.pick(edges);
  return `${text.slice(0, at)}${edge}${written}${edge}${text.slice(at)}`;
}

describe('a credential that got into a text anywhere, so that it is not what it was', () => {
  it.for(Object.keys(writings))(`is found: %s (seed ${seed})`, (writing) => {
    const random = createRandom(seed);
    const left: string[] = [];
    for (const [format, text] of Object.entries(texts))
      for (let turn = 0; turn < 60; turn++) {
        const value = random.text(LETTERS, 40);
        const written = writings[writing]?.(value) ?? '';
        // Long texts are looked at quickly first.
        const whole = put(turn % 2 === 0 ? text : text.repeat(12), written, random);
        const mimeType = random.pick(mimeTypes);
        if (rewrite(whole, mimeType).includes(value.slice(0, 36)))
          left.push(`${format}, ${mimeType}: ${whole}`);
      }
    expect(left).toEqual([]);
  });
});
