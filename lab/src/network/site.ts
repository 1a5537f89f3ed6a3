import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { Duplex } from 'node:stream';

/** A request as a site gets it, over HTTP/1.1 or HTTP/2. */
export type SiteRequest = IncomingMessage | Http2ServerRequest;

/** The response to write; `setHeader`, `writeHead(status, headers)`, `write` and `end` work on both. */
export type SiteResponse = ServerResponse | Http2ServerResponse;

/** `trusted`: the browser takes it. The others fail as their names say. */
export type CertificateKind = 'trusted' | 'expired' | 'wrong-name' | 'unknown-authority';

/** One host of `*.example.test` and what answers there. */
export interface Site {
  /** Lower case, without a port: `portal.example.test`. */
  readonly host: string;
  /** Default `https`. */
  readonly scheme?: 'https' | 'http';
  /** What ALPN agrees on; default `h2`. Plain `http` is always HTTP/1.1. */
  readonly protocol?: 'h2' | 'http/1.1';
  /** Default `trusted`. */
  readonly certificate?: CertificateKind;
  /** How long the answer to the browser's ClientHello waits, ms. */
  readonly tlsDelayMs?: number;
  /** An error thrown or rejected here becomes a 500. */
  handle?(request: SiteRequest, response: SiteResponse): void | Promise<void>;
  /**
   * Instead of HTTP: the bytes of one connection. With `https` it gets them below TLS, the ClientHello first, unless
   * `rawInsideTls` is set. Resetting: `(socket as Socket).resetAndDestroy()`.
   */
  raw?(socket: Duplex): void;
  /** Gives `raw` what is inside TLS. */
  readonly rawInsideTls?: true;
}
