import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from './pretty-json.ts';
import { prettyMarkup } from './pretty-markup.ts';
import { prettyStyle } from './pretty-style.ts';
import { textLanguage } from './pretty-text.ts';

describe('a readable JSON', () => {
  it('means the same as before, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('keeps the digits of numbers that no program can hold, and repeated keys', () => {
    expect(prettyJson('{"id":12345678901234567890,"id":1.50}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "id": 1.50\n}',
    );
  });

  it('begins a line for each of several values', () => {
    expect(prettyJson('{"a":1}\n{"a":2}\n[]')).toBe('{\n  "a": 1\n}\n{\n  "a": 2\n}\n[]');
  });

  it('goes as far as a text goes that was cut off', () => {
    expect(prettyJson('{"a":[1,{"b":"half a str')).toBe('{\n  "a": [\n    1,\n    {\n      "b": "half a str');
  });

  it('ends on a hostile depth, and does not grow wide', () => {
    const deep = '['.repeat(100_000);
    expect(prettyJson(deep).length).toBeLessThan(130 * deep.length);
  });
});

describe('a readable markup', () => {
  it('gives each element a line, and leaves words with theirs', () => {
    expect(prettyMarkup('<?xml version="1.0"?><a x="1>2"><b>words</b><c/><d></d></a>', false)).toBe(
      '<?xml version="1.0"?>\n<a x="1>2">\n  <b>words</b>\n  <c/>\n  <d></d>\n</a>',
    );
  });

  it('leaves scripts as they are, with their angle brackets', () => {
    expect(prettyMarkup('<p>x<br>y</p><script>if(a<b){}</script>', true)).toBe(
      '<p>\n  x\n  <br>\n  y\n</p>\n<script>if(a<b){}</script>',
    );
  });

  it('loses nothing but blanks, however broken it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', '"', "'", '!', '-', ' ', '\n') }),
        (text) => {
          expect(prettyMarkup(text, true).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});

describe('a readable style sheet', () => {
  it('gives each declaration a line, and leaves strings alone', () => {
    expect(prettyStyle('@media print{a{color:red;content:"};{"}}')).toBe(
      '@media print {\n  a {\n    color:red;\n    content:"};{"\n  }\n}',
    );
  });
});

describe('the language of a text', () => {
  it.each([
    ['{"a":1}', 'text/plain', 'json'],
    [')]}\',\n{"a":1}', 'application/json', 'json'],
    ['<!doctype html><p>', 'text/plain', 'html'],
    ['<a/>', 'application/xml', 'xml'],
    ['a{b:c}', 'text/css', 'css'],
    ['[data-x]{b:c}', 'text/css', 'css'],
    ['words', 'text/plain', 'plain'],
  ])('is told by how it begins: %s', (text, mimeType, language) => {
    expect(textLanguage(text, mimeType)).toBe(language);
  });
});

it('is soon done with a style in which blanks go on and on', () => {
  expect(prettyStyle(`"${' '.repeat(400_000)}x"`)).toContain('x"');
});
