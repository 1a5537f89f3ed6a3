import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collect } from './collect.ts';

/**
 * As much of the S3 protocol as objects need, written to its public description: put, get with a range, head, delete, list.
 * It checks the SHA-256 that comes with an object and refuses other bytes; it does not check signatures.
 */
export async function startS3Service(): Promise<{ endpoint: string; close(): Promise<void> }> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const key = decodeURIComponent(url.pathname);
    if (request.method === 'PUT') {
      const body = decoded(Buffer.concat(await collect(request)), request.headers['content-encoding']);
      const expected = request.headers['x-amz-checksum-sha256'];
      const isRight = expected === createHash('sha256').update(body).digest('base64');
      if (isRight) objects.set(key, body);
      response.writeHead(isRight ? 200 : 400, { etag: '"x"' }).end();
      return;
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    if (url.searchParams.has('list-type')) {
      const contents = [...objects].map(
        ([name, { length }]) =>
          `<Contents><Key>${name.split('/').slice(2).join('/')}</Key><Size>${length}</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`,
      );
      const xml = `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`;
      response.writeHead(200, { 'content-type': 'application/xml' }).end(xml);
      return;
    }
    const found = objects.get(key);
    if (found === undefined) {
      const xml = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>';
      response
        .writeHead(404, { 'content-type': 'application/xml' })
        .end(request.method === 'HEAD' ? undefined : xml);
      return;
    }
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const part = found.subarray(from);
    response.writeHead(from === 0 ? 200 : 206, { 'content-length': part.length });
    response.end(request.method === 'HEAD' ? undefined : part);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Streams may come in signed chunks: `<size in hex>;chunk-signature=…`, the bytes, and an empty one at the end. */
function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding?.includes('aws-chunked') !== true) return body;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.subarray(at, line).toString(), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
