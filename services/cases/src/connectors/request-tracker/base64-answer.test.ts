import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { gather, pieces } from '../../vault/testing/streams.ts';
import { fileInAnswer } from './base64-answer.ts';
import { requestTrackerConnector } from './request-tracker-connector.ts';

const file = Buffer.from(Array.from({ length: 1000 }, (_, at) => (at * 7) % 256));
/** As RT writes it: lines of 76 characters, in any order of members. */
const base64 = file.toString('base64').replace(/.{76}/g, '$&\n');
const beside = {
  Headers: 'a: "b"\n\\',
  TransactionId: { id: '3', Content: 'bm90' },
  list: [{ Content: 'bm90' }],
};

it.each([
  ['first', { Content: base64, ...beside }],
  ['last', { ...beside, Content: base64 }],
  ['where a value has its name', { Subject: 'Content', ...beside, Content: base64 }],
])('decodes a file that stands %s, cut anywhere', async (_where, answer) => {
  const text = Buffer.from(JSON.stringify(answer));
  for (const pieceBytes of [1, 2, 3, 5, 7, 76, 1000, 100_000])
    expect((await gather(fileInAnswer(pieces(text, pieceBytes), 'Content'))).equals(file)).toBe(true);
});

it('takes strokes that are escaped, and no file at all for an empty one', async () => {
  const of = async (text: string) => await gather(fileInAnswer(pieces(Buffer.from(text), 4), 'Content'));
  expect(await of('{"Content":"\\/\\/\\/\\/"}')).toEqual(Buffer.from([255, 255, 255]));
  expect(await of('{"Content":null, "b": 1 }\n')).toHaveLength(0);
  expect(await of('{"Subject":"Content"}')).toHaveLength(0);
});

it.each([
  ['breaks off in the file', '{"Content":"AAAA'],
  ['breaks off behind it', '{"Content":"AAAA"'],
  ['is no object', '["Content","AAAA"]'],
  ['is no JSON', '<html>'],
  ['is empty', ''],
  ['holds something else than base64', '{"Content":"AA*A"}'],
])('refuses an answer that %s', async (_what, text) => {
  await expect(gather(fileInAnswer(pieces(Buffer.from(text), 3), 'Content'))).rejects.toMatchObject({
    code: 'case-system/unexpected',
  });
});

it('gives the first bytes of an attachment while Request Tracker still sends the rest', async () => {
  const row = {
    id: '5',
    Filename: 'a.har',
    ContentLength: '1000',
    Created: '2026-06-02T08:00:00Z',
    Subject: '',
  };
  let finish = (): void => {};
  const server = createServer((request, response) => {
    const [, , , , kind, , list] = `/rt${request.url}`.split('/');
    if (kind === 'attachment') {
      response.write(`{"Content":"${base64.slice(0, 700).replaceAll('\n', '\\n')}`);
      finish = () => response.end(`${base64.slice(700).replaceAll('\n', '\\n')}"}`);
    } else
      response.end(JSON.stringify(list === undefined ? {} : { items: [{ ...row, Creator: { id: 'ann' } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const connector = requestTrackerConnector({
      id: 'rt',
      tenantId: 'acme',
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      token: 'none',
      account: 'harrier',
      network: 'private',
    });
    const [attachment] = await connector.list('1');
    const read = (await connector.open(attachment!))[Symbol.asyncIterator]();
    const parts = [(await read.next()).value as Uint8Array];
    expect(file.subarray(0, parts[0]!.length).equals(parts[0]!)).toBe(true);
    finish();
    for (let next = await read.next(); next.done !== true; next = await read.next()) parts.push(next.value);
    expect(Buffer.concat(parts).equals(file)).toBe(true);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
