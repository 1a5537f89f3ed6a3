import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { pageMediaTypes, pagePolicy } from '@harrier/server/page-policy';
import { sendLogs } from './send-logs.ts';
import type { WorkbenchLogs } from './workbench-logs.ts';

/** A workbench that is being served. */
export interface ServedWorkbench {
  /** With the key to files and logs behind `#`, which browsers send to nobody. */
  readonly url: string;
  close(): Promise<void>;
}

const pageFolder = fileURLToPath(new URL('../../../../web/dist/page/', import.meta.url));

/** For whoever looks into the page itself; a server with accounts keeps them at home. */
const mediaTypes: Readonly<Record<string, string>> = { ...pageMediaTypes, '.map': 'application/json' };

/** Requests that a log desk answers; the same paths as on the server with accounts. */
const DESK = /^\/(?:api\/logs|v1\/logs$|logs\/)/;

/**
 * Serves the page, the files that were named and the logs, on a free port of the loopback interface. Files and logs are
 * behind a key that only the printed URL holds, and a host name other than the loopback's is refused: no other page of the
 * browser and no other user of the machine gets at them.
 */
export async function serveWorkbench(
  files: readonly string[],
  logs?: WorkbenchLogs,
): Promise<ServedWorkbench> {
  const key = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { port } = server.address() as AddressInfo;
    const isOwn = [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '');
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (isOwn && logs !== undefined && DESK.test(pathname)) {
      await sendLogs(request, response, { logs, key, headers: common });
      return;
    }
    if (!isOwn || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(isOwn ? 405 : 403).end();
      return;
    }
    const [, kind, given, position] = pathname.split('/');
    if (kind === 'captures' && given === key) {
      await sendCapture(response, files, position);
      return;
    }
    await sendPage(response, pathname === '/' ? '/index.html' : pathname);
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const fragment = files.length === 0 && logs === undefined ? '' : `#open=${key}`;
  return {
    url: `http://127.0.0.1:${port}/${fragment}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The list of the files, or one of them. */
async function sendCapture(
  response: ServerResponse,
  files: readonly string[],
  position: string | undefined,
): Promise<void> {
  if (position === undefined) {
    response.writeHead(200, { ...common, 'content-type': 'application/json' });
    response.end(JSON.stringify(files.map((file) => path.basename(file))));
    return;
  }
  const file = /^\d{1,4}$/.test(position) ? files[Number(position)] : undefined;
  const handle = file === undefined ? undefined : await open(file).catch(() => undefined);
  if (handle === undefined) {
    response.writeHead(404, common).end();
    return;
  }
  try {
    // Of the open file, which somebody may replace; a recording may grow while it is sent, and ends where it stood here.
    const { size } = await handle.stat();
    const headers = { ...common, 'content-type': 'application/octet-stream', 'content-length': size };
    response.writeHead(200, headers);
    if (size === 0 || response.req.method === 'HEAD') {
      response.end();
      return;
    }
    const bytes = handle.createReadStream({ start: 0, end: size - 1, autoClose: false });
    // Ends both when one of them does: nothing stays open for a client that left.
    await pipeline(bytes, response, { end: false });
    // A file that shrank: what was promised and cannot be sent must not be waited for.
    if (bytes.bytesRead < size) response.destroy();
    else response.end();
  } catch {
    response.destroy();
  } finally {
    await handle.close();
  }
}

async function sendPage(response: ServerResponse, pathname: string): Promise<void> {
  const file = path.join(pageFolder, path.normalize(decodeURIComponent(pathname)));
  const content = file.startsWith(pageFolder) ? await readFile(file).catch(() => undefined) : undefined;
  if (content === undefined) {
    response.writeHead(404, common).end();
    return;
  }
  response.writeHead(200, {
    ...common,
    'content-type': mediaTypes[path.extname(file)] ?? 'application/octet-stream',
    'content-security-policy': pagePolicy,
  });
  response.end(content);
}

const common = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;
