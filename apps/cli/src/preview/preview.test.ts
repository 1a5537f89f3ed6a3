import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCredentials, showEverything } from '../masking/mask.ts';
import { hexDump } from './hex-dump.ts';
import { layoutJson } from './layout-json.ts';
import { layoutMarkup } from './layout-markup.ts';
import { bodyAsWritten, previewOf } from './preview.ts';

const mask = maskCredentials((characters) => `<${characters}>`);

describe('JSON', () => {
  it('is laid out as JSON.stringify would, and kept as it was', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, space) => {
        const value: unknown = JSON.parse(json);
        const text = JSON.stringify(value, undefined, space);
        expect(layoutJson(text, 'indent')).toBe(JSON.stringify(value, undefined, 2));
        expect(layoutJson(text, 'keep')).toBe(text);
      }),
    );
  });

  it('keeps numbers, escapes and repeated keys as written', () => {
    expect(layoutJson('{"id":12345678901234567890,"a":1.0,"a":"\\u00e9"}', 'indent')).toBe(
      '{\n  "id": 12345678901234567890,\n  "a": 1.0,\n  "a": "\\u00e9"\n}',
    );
  });

  it('knows whose value a string is', () => {
    const json =
      '{"token":"abcdef","list":[{"password":"x","a":"token"}],"secrets":["s1"],"secret":["s1","s2"]}';
    expect(bodyAsWritten(json, 'application/json', mask)).toBe(
      '{"token":"<6>","list":[{"password":"<1>","a":"token"}],"secrets":["s1"],"secret":["<2>","<2>"]}',
    );
  });

  it('survives a string of megabytes and nesting without end', () => {
    const long = JSON.stringify({ data: 'x\\'.repeat(1_000_000) });
    expect(layoutJson(long, 'keep')).toBe(long);
    expect(previewOf('['.repeat(100_000), '', mask).kind).toBe('text');
    const deep = `${'['.repeat(100_000)}1${']'.repeat(100_000)}`;
    expect(layoutJson(deep, 'indent')?.replaceAll(/\s+/g, '')).toBe(deep);
  });
});

it.each([
  ['{"a":1}', 'text/plain', 'json'],
  [')]}\',\n{"a":1}', '', 'json'],
  ['a=1&b=2', 'application/x-www-form-urlencoded', 'form'],
  ['<soap:Envelope/>', 'text/plain', 'xml'],
  ['<html><body>hi', 'text/html', 'text'],
  ['404', 'application/json', 'text'],
  ['{broken', 'application/json', 'text'],
])('takes %s (%s) for %s', (text, mediaType, kind) => {
  expect(previewOf(text, mediaType, mask).kind).toBe(kind);
});

it('shows a form decoded, a password masked', () => {
  expect(
    previewOf('user=J%C3%BCrgen+K&password=abc&bad=%E0%A4', 'application/x-www-form-urlencoded', mask).text,
  ).toBe('user = Jürgen K\npassword = <3>\nbad = %E0%A4');
});

it('gives every element of XML its line', () => {
  expect(
    layoutMarkup('<?xml version="1.0"?><a><b x="1">text</b><c/><d></d><!-- n --><e><f>1</f></e></a>'),
  ).toBe(
    '<?xml version="1.0"?>\n<a>\n  <b x="1">text</b>\n  <c/>\n  <d></d>\n  <!-- n -->\n  <e>\n    <f>1</f>\n  </e>\n</a>',
  );
});

it('loses no visible character of any markup, however broken', () => {
  const markup = fc.string({
    unit: fc.constantFrom('<', '>', '/', 'a', '<a>', '</a>', '<!--', '-->', 'x', ' '),
  });
  fc.assert(
    fc.property(markup, (text) => {
      expect(layoutMarkup(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

it.each(['<', '<!--', '<![CDATA[', '<a '])(
  'is soon done with markup that opens %s and closes nothing',
  (opening) => {
    const text = opening.repeat(300_000);
    expect(layoutMarkup(text)).toBe(text.trim());
  },
);

it('dumps the head of binary content', () => {
  expect(
    hexDump(new Uint8Array([...new TextEncoder().encode('\x89PNG and more than one line')]), 18),
  ).toHaveLength(2);
  expect(hexDump(new Uint8Array([0x50, 0x4b, 3, 4]), 64)).toEqual([
    `00000000  50 4b 03 04${' '.repeat(12)}  ${' '.repeat(23)}  PK..`,
  ]);
});

it('shows everything when that is asked for', () => {
  expect(bodyAsWritten('{"token":"abcdef"}', '', showEverything)).toBe('{"token":"abcdef"}');
});
