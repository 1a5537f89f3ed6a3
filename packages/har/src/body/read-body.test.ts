import { expect, it } from 'vitest';
import { normaliseEntry } from '../entry/normalise-entry.ts';
import { indexHar } from '../scan/index-har.ts';
import { memorySource } from '../source/memory-source.ts';
import { type BodyFile, readBody } from './read-body.ts';

/** A capture of one entry whose bodies lie in files beside it. */
async function fileWith(
  files: Readonly<Record<string, Uint8Array>>,
  over: { content?: object; postData?: object },
): Promise<BodyFile> {
  const raw = {
    startedDateTime: '2026-03-01T10:00:00Z',
    request: { method: 'POST', url: 'https://api.example.test/', postData: over.postData },
    response: { status: 200, content: over.content },
  };
  const source = memorySource(new TextEncoder().encode(JSON.stringify({ log: { entries: [raw] } })));
  const { index } = await indexHar(source, { engine: 'typescript' });
  return {
    source,
    index,
    openEntry: async (row) => normaliseEntry(raw, row).entry,
    openRawEntry: async () => raw,
    openAttached: async (name) => files[name],
  };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

it('reads a body that lies beside the capture', async () => {
  const file = await fileWith(
    { 'a.json': utf8('{"a":"é"}'), 'b.png': Uint8Array.of(0x89, 0x50) },
    {
      content: { mimeType: 'application/json', _file: 'a.json' },
      postData: { mimeType: 'image/png', _file: 'b.png' },
    },
  );
  expect(await readBody(file, 0, 'response')).toMatchObject({ text: '{"a":"é"}', truncated: false });
  expect(await readBody(file, 0, 'response', { maxBytes: 7 })).toMatchObject({
    text: '{"a":"',
    truncated: true,
  });
  expect(await readBody(file, 0, 'request')).toEqual({
    bytes: Uint8Array.of(0x89, 0x50),
    truncated: false,
    invalidBase64: false,
  });
});

it('takes the text in the capture before the file beside it', async () => {
  const file = await fileWith({ 'a.txt': utf8('file') }, { content: { text: 'text', _file: 'a.txt' } });
  expect((await readBody(file, 0, 'response')).text).toBe('text');
});

it('gives no body where the file is gone', async () => {
  const file = await fileWith({}, { content: { _file: 'gone.txt' } });
  expect(await readBody(file, 0, 'response')).toEqual({ truncated: false, invalidBase64: false });
});
