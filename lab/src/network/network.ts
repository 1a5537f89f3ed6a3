import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createHttp2Server, type Http2Server } from 'node:http2';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer } from 'node:tls';
import { type Authority, createAuthority } from './certificates/authority.ts';
import { serverNameOf } from './client-hello.ts';
import type { Site, SiteRequest, SiteResponse } from './site.ts';

/**
 * The lab's internet: two doors on loopback, one for port 443 and one for port 80 of every name. Who is meant is read
 * from the ClientHello or the Host field, so one browser can visit the sites of one scenario after another.
 */
export interface Network {
  readonly authority: Authority;
  readonly httpsPort: number;
  readonly httpPort: number;
  /** What went wrong in sites' handlers, and requests to hosts that have no site, since the last `host()`. */
  readonly complaints: readonly string[];
  /** From now on these sites answer. Connections to earlier ones are cut. */
  host(sites: readonly Site[]): void;
  close(): Promise<void>;
}

/** Opens both doors on free ports of 127.0.0.1. */
export async function openNetwork(authority: Authority = createAuthority()): Promise<Network> {
  const sockets = new Set<Socket>();
  const complaints: string[] = [];
  let sites = new Map<string, Site>();

  const siteFor = (scheme: 'https' | 'http', host: string | undefined): Site | undefined => {
    const site = sites.get(`${scheme}://${host ?? ''}`);
    if (site === undefined) complaints.push(`No site is called ${scheme}://${host ?? '(no name)'}.`);
    return site;
  };
  const answer = async (site: Site, request: SiteRequest, response: SiteResponse) => {
    response.on('error', () => {});
    try {
      if (site.handle === undefined) throw new Error('it has no handler');
      await site.handle(request, response);
    } catch (error) {
      complaints.push(`${site.host} failed at ${request.method} ${request.url}: ${String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
  const siteOfRequest = (request: SiteRequest): Site | undefined => {
    const [secure, host] =
      'authority' in request
        ? [true, request.authority]
        : ['encrypted' in request.socket, request.headers.host];
    return siteFor(secure ? 'https' : 'http', host?.replace(/:\d+$/, ''));
  };
  const onRequest = (request: SiteRequest, response: SiteResponse) => {
    const site = siteOfRequest(request);
    if (site === undefined) {
      response.writeHead(421);
      response.end();
      return;
    }
    void answer(site, request, response);
  };

  const http1 = quietly(createHttpServer({ keepAliveTimeout: 60_000 }, onRequest));
  const http2 = quietly(createHttp2Server(onRequest));
  http2.on('session', (session) => session.on('error', () => {}));

  const tls = createTlsServer({
    SNICallback: (name, done) => {
      const site = sites.get(`https://${name}`);
      if (site === undefined) return done(new Error('nobody is called so'));
      done(null, createSecureContext(authority.certificateFor(name, site.certificate ?? 'trusted')));
    },
    ALPNCallback: ({ servername, protocols }) => {
      const wanted = sites.get(`https://${servername}`)?.protocol ?? 'h2';
      return protocols.includes(wanted) ? wanted : undefined;
    },
  });
  tls.on('tlsClientError', (_, socket) => socket.destroy());
  tls.on('secureConnection', (socket) => {
    socket.on('error', () => {});
    const site = sites.get(`https://${String(socket.servername)}`);
    if (site === undefined) return socket.destroy();
    if (site.raw !== undefined) return site.raw(socket);
    (socket.alpnProtocol === 'h2' ? http2 : http1).emit('connection', socket);
  });
  const meetTls = (socket: Socket, read: Buffer) => {
    const name = serverNameOf(read);
    if (name === 'more') return false;
    const site = siteFor('https', name);
    if (site === undefined) {
      socket.destroy();
      return true;
    }
    socket.unshift(read);
    if (site.raw !== undefined && site.rawInsideTls === undefined) site.raw(socket);
    else setTimeout(() => tls.emit('connection', socket), site.tlsDelayMs ?? 0);
    return true;
  };
  const httpsDoor = createServer((socket) => {
    track(sockets, socket);
    peek(socket, meetTls);
  });
  const httpDoor = createServer((socket) => {
    track(sockets, socket);
    peek(socket, (_, read) => {
      const head = read.toString('latin1');
      const host = /^host: *([^\r\n:]+)/im.exec(head)?.[1];
      if (host === undefined && !head.includes('\r\n\r\n')) return false;
      const site = sites.get(`http://${host?.toLowerCase() ?? ''}`);
      socket.unshift(read);
      if (site?.raw === undefined) http1.emit('connection', socket);
      else site.raw(socket);
      return true;
    });
  });
  const [httpsPort, httpPort] = [await listen(httpsDoor), await listen(httpDoor)];
  return {
    authority,
    httpsPort,
    httpPort,
    complaints,
    host(next) {
      for (const socket of sockets) socket.destroy();
      complaints.length = 0;
      sites = new Map(next.map((site) => [`${site.scheme ?? 'https'}://${site.host}`, site]));
      if (sites.size !== next.length) throw new Error('Two sites of one scenario have one name.');
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      http1.close();
      http2.close();
      await Promise.all([httpsDoor, httpDoor].map((door) => new Promise((resolve) => door.close(resolve))));
    },
  };
}

/** Reads until `meet` has seen enough, then leaves the socket as if nothing had been read. */
function peek(socket: Socket, meet: (socket: Socket, read: Buffer) => boolean): void {
  let read = Buffer.alloc(0);
  const onReadable = () => {
    const chunk = socket.read() as Buffer | null;
    if (chunk === null) return;
    read = Buffer.concat([read, chunk]);
    socket.off('readable', onReadable);
    if (!meet(socket, read)) socket.on('readable', onReadable);
  };
  socket.on('readable', onReadable);
}

function track(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.setNoDelay(true);
  socket.on('close', () => sockets.delete(socket));
  // Browsers and scenarios cut connections as they like.
  socket.on('error', () => {});
}

function quietly<S extends HttpServer | Http2Server>(server: S): S {
  (server as HttpServer).on('clientError', (_, socket) => socket.destroy());
  return server;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
