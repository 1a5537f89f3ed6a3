import { memorySource, openCapture } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { searchBytes } from './search-bytes.ts';
import type { SearchHit } from './search-hit.ts';

const entry = (part: object, body: string, extra: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:00Z',
  time: 1,
  request: { method: 'GET', url: 'https://a.example.com/', headers: [], ...part },
  response: { status: 200, headers: [], content: { mimeType: 'application/json', text: body, ...extra } },
});

const har = {
  log: {
    version: '1.2',
    entries: [
      entry({ url: 'https://a.example.com/needle/1' }, '{"message":"nothing"}'),
      entry({ headers: [{ name: 'x-id', value: 'Needle-2' }] }, '{"message":"a \\"needle\\" twice, needle"}'),
      entry({ postData: { mimeType: 'text/plain', text: 'the NEEDLE' } }, `${'x'.repeat(700_000)} été`),
      entry({}, Buffer.from('{"in":"base64 needle"}').toString('base64'), { encoding: 'base64' }),
      {
        ...entry({}, ''),
        _é_: null,
        _webSocketMessages: [{ type: 'send', time: 1, opcode: 1, data: 'a needle' }],
      },
    ],
  },
};

async function search(words: string): Promise<SearchHit[]> {
  const capture = await openCapture(memorySource(new TextEncoder().encode(JSON.stringify(har))));
  const hits: SearchHit[] = [];
  await searchBytes(capture, words, (progress) => hits.push(...progress.hits), new AbortController().signal);
  return hits;
}

describe('searching the bytes of a capture', () => {
  it('tells each place of each request once: URL, fields, payload, response, base64, messages', async () => {
    expect(await search('needle')).toEqual([
      { row: 0, place: 'url' },
      { row: 1, place: 'other' },
      { row: 1, place: 'responseBody' },
      { row: 2, place: 'requestBody' },
      { row: 4, place: 'other' },
      { row: 3, place: 'responseBody' },
    ]);
  });

  it('finds quotes that stand escaped, and what is not ASCII', async () => {
    expect(await search('"needle"')).toEqual([{ row: 1, place: 'responseBody' }]);
    expect(await search('été')).toEqual([{ row: 2, place: 'responseBody' }]);
  });

  it('finds what lies over the edge of two slices', async () => {
    expect(await search(`${'x'.repeat(40)} été`)).toEqual([{ row: 2, place: 'responseBody' }]);
  });

  it('finds no names of members, which every capture has in every request', async () => {
    expect(await search('headers')).toEqual([]);
    expect(await search('status')).toEqual([]);
    expect(await search('é_')).toEqual([]);
    expect(await search('x-id')).toEqual([{ row: 1, place: 'other' }]);
  });

  it('finds nothing where nothing is, and ends when it is told to', async () => {
    expect(await search('no such words')).toEqual([]);
    const capture = await openCapture(memorySource(new TextEncoder().encode(JSON.stringify(har))));
    const aborted = AbortSignal.abort(new Error('enough'));
    await expect(searchBytes(capture, 'needle', () => {}, aborted)).rejects.toThrow('enough');
  });
});
