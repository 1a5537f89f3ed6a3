import type { FastifyRequest } from 'fastify';
import { RequestError } from './request-error.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send. A request that changes something and comes with a cookie must name our
 * own origin; browsers send `Origin` with every such request and no page can change it. An API token is no cookie: a
 * browser adds it to nothing by itself. Error: `request/wrong-origin`.
 */
export function checkOrigin(request: FastifyRequest, ownOrigin: string): void {
  if (safeMethods.has(request.method)) return;
  const { origin } = request.headers;
  if (origin !== ownOrigin) throw new RequestError('request/wrong-origin');
}

/**
 * Refuses a host that is not ours: a name of the web that points to loopback would otherwise make a visitor's browser speak
 * to this server as if it were that site. Of two, Node shows the first and a proxy may have gone by the second. Error: `request/wrong-origin`.
 */
export function checkHost(request: FastifyRequest, ownHost: string): void {
  const hosts = request.raw.rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name));
  if (request.headers.host !== ownHost || hosts.length > 1) throw new RequestError('request/wrong-origin');
}
