import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gather, pieces } from '../../vault/testing/streams.ts';
import type { OutgoingFile } from '../case-connector.ts';
import { type UploadDrop, uploadDrop } from './upload-drop.ts';

const token = ['up', 'load', '4711'].join('-');
const content = Buffer.alloc(100_000, 'clean');
const file: OutgoingFile = {
  name: 'trace.4f1c09d2a7be.clean.har',
  mediaType: 'application/json',
  sizeBytes: content.length,
  sha256: '',
  visibility: 'public',
  key: 'k',
  bytes: async () => pieces(content),
};

describe('a drop', () => {
  let status = 201;
  let seen: { request: IncomingMessage; body: Buffer }[];
  let drop: UploadDrop;
  const server = createServer(async (request, response) => {
    seen.push({ request, body: await gather(request) });
    response.writeHead(status);
    response.end();
  });
  beforeEach(async () => {
    status = 201;
    seen = [];
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/home/`;
    drop = uploadDrop({ baseUrl, tokenOf: async () => token, network: 'private', maxBytes: 1_000_000 });
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('gets the file, signed in as the case', async () => {
    await drop.put('612345678', file);
    const { request, body } = seen[0]!;
    expect(request.method).toBe('PUT');
    expect(request.url).toBe('/home/trace.4f1c09d2a7be.clean.har');
    const basic = Buffer.from(`612345678:${token}`).toString('base64');
    expect(request.headers.authorization).toBe(`Basic ${basic}`);
    expect(body.equals(content)).toBe(true);
  });

  it('that has the file already is content', async () => {
    status = 409;
    await expect(drop.put('612345678', file)).resolves.toBeUndefined();
  });

  it.each([
    [401, 'not-signed-in'],
    [403, 'forbidden'],
    [507, 'unreachable'],
  ])('that answers %i does not have it: %s', async (answer, code) => {
    status = answer;
    await expect(drop.put('612345678', file)).rejects.toMatchObject({ code: `case-system/${code}` });
  });

  it('is not asked to take what is too large, or for a case that is none', async () => {
    const large = { ...file, sizeBytes: 1_000_001 };
    await expect(drop.put('612345678', large)).rejects.toMatchObject({ code: 'case-system/too-large' });
    await expect(drop.put('1:2', file)).rejects.toMatchObject({ code: 'case-system/not-found' });
    expect(seen).toEqual([]);
  });
});
