import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteForm } from './form.ts';
import { rewriteJsonText } from './json-text.ts';
import { rewriteMarkup } from './markup.ts';
import { rewriteMultipart } from './multipart.ts';
import { rewriteUrl } from './url-text.ts';
import type { MetValue, Visit } from './visit.ts';

const keep: Visit = ({ text }) => text;
const hide =
  (name: string): Visit =>
  (value) =>
    value.name === name ? 'hidden' : value.text;

/** Every format as text → text, with a visitor. */
const formats: Readonly<Record<string, (text: string, visit: Visit) => string>> = {
  json: (text, visit) => rewriteJsonText(text, visit).text,
  form: (text, visit) => rewriteForm(text, 'form', visit),
  url: rewriteUrl,
  markup: (text, visit) => rewriteMarkup(text, visit, (script) => script),
  multipart: (text, visit) =>
    rewriteMultipart(text, 'multipart/form-data; boundary=b', (_, content) => content, visit),
};

/** Texts that look like the formats, and anything else. */
const pieces = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\',
  '&',
  '=',
  ';',
  '%',
  '%41',
  '%zz',
  '+',
  '<',
  '>',
  '</a>',
  '<a b="c">',
  "<input name='x' value='y'/>",
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '--b',
  '\r\n',
  '\n',
  ' ',
  'https://u:p@h/',
  '?',
  '#',
  '/',
  '@',
  'name',
  '1e3',
  'true',
  'ü',
  '\u0000',
  '"a":"b"',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe.each(Object.entries(formats))('%s', (_, rewrite) => {
  it('changes no character where no value changes, whatever the text is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(rewrite(text, keep)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('values are met decoded and written back encoded', () => {
  const met = (rewrite: (text: string, visit: Visit) => string, text: string): MetValue[] => {
    const values: MetValue[] = [];
    rewrite(text, (value) => {
      values.push(value);
      return value.text;
    });
    return values;
  };

  it.each([
    [
      'json',
      '{"a" : "x\\u0041", "b":[1, "y"], "c":{"d":null}}',
      'b',
      '{"a" : "x\\u0041", "b":["hidden", "hidden"], "c":{"d":null}}',
    ],
    ['form', 'a=1&b=x%20y&c', 'b', 'a=1&b=hidden&c'],
    ['form', 'a=1;b=2', 'b', 'a=1;b=hidden'],
    ['form', 'a=1&b=left;right!&c', 'b', 'a=1&b=hidden&c'],
    [
      'url',
      'https://h.example.test/reset/abc?b=1#b=2',
      'reset',
      'https://h.example.test/reset/hidden?b=1#b=2',
    ],
    ['url', 'https://u:p@h.example.test/', 'password', 'https://u:hidden@h.example.test/'],
    [
      'markup',
      '<x:b k="v">t &amp; u</x:b><input value="s" name="b">',
      'b',
      '<x:b k="v">hidden</x:b><input value="hidden" name="b">',
    ],
  ])('%s', (format, text, name, expected) => {
    expect(formats[format]?.(text, hide(name))).toBe(expected);
  });

  it('names, places and types of JSON values are told', () => {
    expect(met((text, visit) => rewriteJsonText(text, visit).text, '{"a":["x",2],"b":{"c":true}}')).toEqual([
      { place: 'json', name: 'a', text: 'x', jsonType: 'string' },
      { place: 'json', name: 'a', text: '2', jsonType: 'number' },
      { place: 'json', name: 'c', text: 'true', jsonType: 'literal' },
    ]);
  });

  it('parts of a multipart body are told by their headers', () => {
    const body =
      '--b\r\nContent-Disposition: form-data; filename="f.txt"; name="pin"\r\nContent-Type: text/plain\r\n\r\n1234\r\n--b--\r\n';
    const seen: unknown[] = [];
    const rewritten = rewriteMultipart(
      body,
      'multipart/form-data; boundary=b',
      (header, content) => {
        seen.push({ ...header, content });
        return 'hidden';
      },
      keep,
    );
    expect(seen).toEqual([{ name: 'pin', fileName: 'f.txt', mimeType: 'text/plain', content: '1234' }]);
    expect(rewritten).toBe(body.replace('1234', 'hidden'));
  });

  it('says whether a JSON text was walked to its end', () => {
    expect(rewriteJsonText('{"a":1}', keep).complete).toBe(true);
    expect(rewriteJsonText('{"a":"cut', keep).complete).toBe(false);
  });
});
