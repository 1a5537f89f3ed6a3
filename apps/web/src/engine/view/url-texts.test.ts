import { compileFilter, parseFilter } from '@harrier/analyze';
import { type EntryIndex, memorySource, openCapture } from '@harrier/har';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UrlTexts } from './url-texts.ts';
import { VerdictByte } from './verdicts.ts';

async function indexOf(urls: readonly string[]): Promise<EntryIndex> {
  const entries = urls.map((url) => ({ request: { method: 'GET', url }, response: { status: 200 } }));
  const bytes = new TextEncoder().encode(JSON.stringify({ log: { entries } }));
  return (await openCapture(memorySource(bytes))).index;
}

/** Rows that one look through all URLs finds. */
async function found(urls: readonly string[], words: string, part: 'address' | 'whole'): Promise<number[]> {
  const verdicts = UrlTexts.of(await indexOf(urls))?.containing(words, part) ?? new Uint8Array();
  return [...verdicts.keys()].filter((row) => verdicts[row] === VerdictByte.yes);
}

describe('one text of all URLs', () => {
  it('finds words in either case, each row once, and never across two rows', async () => {
    const urls = ['https://a.example.com/Users/users', 'https://b.example.com/x', 'https://c.example.com/y'];
    expect(await found(urls, 'USERS', 'address')).toEqual([0]);
    expect(await found(urls, 'xhttps', 'whole')).toEqual([]);
    expect(await found(urls, 'example', 'address')).toEqual([0, 1, 2]);
  });

  it('leaves scheme and fragment out of the address', async () => {
    const urls = ['https://a.example.com/#https', 'http://b.example.com/https', 'data:text/plain,https#x'];
    expect(await found(urls, 'https', 'address')).toEqual([1, 2]);
    expect(await found(urls, 'https', 'whole')).toEqual([0, 1, 2]);
  });

  it('never decides otherwise than the filter does row by row, letters of any script included', async () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '/',
      '#',
      '://',
      'é',
      'İ',
      'Σ',
      '語',
      'https',
      'x',
      '😀',
      '?',
      '.',
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const words = fc.array(piece, { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), words, async (urls, wanted) => {
        const index = await indexOf(urls);
        for (const key of ['', 'url:']) {
          const { ast } = parseFilter(`${key}${JSON.stringify(wanted)}`);
          // Words with a scheme in front are a URL without its key, too.
          const part = ast?.type === 'term' && ast.key === 'url' ? 'whole' : 'address';
          const filter = compileFilter(ast);
          const verdicts = UrlTexts.of(index)?.containing(wanted, part);
          for (let row = 0; row < index.length; row++) {
            const url = index.urls?.get(row);
            const expected = url === undefined ? undefined : filter.columns(index, row, { url });
            if (typeof expected === 'boolean')
              expect([url, wanted, part, verdicts?.[row] === VerdictByte.yes]).toEqual([
                url,
                wanted,
                part,
                expected,
              ]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
