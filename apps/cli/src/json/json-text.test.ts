import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../testing/any-text.ts';
import { jsonArray, jsonText } from './json-text.ts';

it('means the same as what JSON.stringify writes, without a character that a terminal obeys', () => {
  fc.assert(
    fc.property(anyText(['\x1b', '\u009b', '\u202e', '\ud800', '"']), (text) => {
      const json = jsonText({ text, more: ['\u009b2J', '\u202e', '\x7f'] });
      expect(JSON.parse(json)).toEqual({ text, more: ['\u009b2J', '\u202e', '\x7f'] });
      expect(json).not.toMatch(/[\0-\x1f\x7f-\x9f\u202e\u200b\ufeff]/);
    }),
  );
});

it('streams an array that parses, empty or not', async () => {
  for (const values of [[], [1], [{ a: 'x' }, null, [2]]]) {
    let text = '';
    for await (const piece of jsonArray(streamOf(values))) text += piece;
    expect(JSON.parse(text)).toEqual(values);
  }
});

async function* streamOf(values: readonly unknown[]): AsyncGenerator<unknown> {
  yield* values;
}
