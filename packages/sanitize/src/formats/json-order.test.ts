import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteJsonText } from './json-text.ts';

const isJson = (text: string): boolean => rewriteJsonText(text, ({ text: value }) => value).isJson;

describe('a text that is walked as JSON', () => {
  it('is JSON where JSON.parse says so', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        expect(isJson(JSON.stringify(JSON.parse(json), undefined, indent))).toBe(true);
      }),
    );
  });

  it('is none where JSON.parse says so, with one sign of it gone or one more in it', () => {
    const sign = fc.constantFrom('', '{', '}', '[', ']', ',', ':', '"', 'x', '\\');
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(1), sign, (json, place, cut, put) => {
        const at = place % (json.length + 1);
        const broken = json.slice(0, at) + put + json.slice(at + cut);
        // Several texts in a row are read as such.
        fc.pre(
          /^[[{]/.test(broken) && !isParsed(`[${broken.replaceAll(/(?<=[\]}"\w])\s*(?=[[{"])/g, ',')}]`),
        );
        expect(isJson(broken)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is JSON as well where several stand in a row', () => {
    expect(isJson('{"a":1}\n{"a":2}\n[3]')).toBe(true);
    expect(isJson('{"a":1}, {"a":2}')).toBe(false);
  });
});

function isParsed(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
