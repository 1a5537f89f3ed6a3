import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { WorkbenchLogs } from './workbench-logs.ts';

/**
 * Answers a request about logs, to whoever has the key: it comes as `Authorization: Bearer <key>`, which no page of another
 * site can send here.
 */
export async function sendLogs(
  request: IncomingMessage,
  response: ServerResponse,
  { logs, key, headers }: { logs: WorkbenchLogs; key: string; headers: Readonly<Record<string, string>> },
): Promise<void> {
  if (!isAllowed(request, key)) {
    response.writeHead(401, { ...headers, 'www-authenticate': 'Bearer realm="harrier"' }).end();
    return;
  }
  const { answerDesk } = await import('@harrier/logs');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const { status, contentType, body, retryAfter } = await answerDesk(
    {
      method: request.method ?? 'GET',
      path: pathname,
      query: searchParams,
      contentType: request.headers['content-type'] ?? '',
      contentEncoding: request.headers['content-encoding'] ?? '',
      body: request,
    },
    await logs.desk(),
  );
  response.writeHead(status, {
    ...headers,
    'content-type': contentType,
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  if (typeof body === 'string' || body instanceof Uint8Array) {
    response.end(body);
    return;
  }
  // Whoever closes the page ends the search.
  await pipeline(Readable.from(body), response).catch(() => response.destroy());
}

function isAllowed({ headers }: IncomingMessage, key: string): boolean {
  const given = Buffer.from(/^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '');
  const wanted = Buffer.from(key);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
