import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server with one case, as far as an upload link needs it. */
export interface UploadServer {
  readonly link: string;
  readonly received: { readonly name: string; readonly text: string }[];
  close(): void;
}

export async function openUploadServer(): Promise<UploadServer> {
  const token = crypto.randomUUID();
  const received: { name: string; text: string }[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    // In a test nobody can press the browser's own question; a server that agrees needs no permission.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
    } else if (request.headers['harrier-upload'] !== token) {
      response.writeHead(410).end();
    } else if (url.pathname === '/api/uploads') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ organisation: 'Example Support', caseNumber: 12 }));
    } else {
      received.push({ name: url.searchParams.get('name') ?? '', text: await textOf(request) });
      response.writeHead(201).end('{}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    link: `http://127.0.0.1:${port}/#upload=${token}`,
    received,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
