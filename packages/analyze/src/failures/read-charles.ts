import type { NetworkFailure } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import type { FailureOf } from './failure.ts';

/** What Charles's own page says of a server that it could not reach, by the first pattern that fits: its headings, and Java's exceptions. */
const sentences: readonly (readonly [RegExp, NetworkFailure])[] = [
  [/Name lookup failed|failed to resolve the name|UnknownHostException/i, 'dns'],
  [/Connection refused/i, 'refused'],
  [/No route to host|Network is unreachable/i, 'unreachable'],
  [/timed out/i, 'timeout'],
  [/\bSSL|\bTLS|handshake|certificate/i, 'tls'],
  [/Connection reset|closed the connection|Broken pipe/i, 'reset'],
];

/** A failure below HTTP that Charles wrote as an answer (503); undefined = a server answered. */
export function readCharlesAnswer(row: number, exchange: Exchange): FailureOf<'network'> | undefined {
  const { status = 0 } = exchange.entry.response;
  const page = status < 500 ? '' : (exchange.responseText ?? '').slice(0, 8000);
  if (!/<title>\s{0,20}Charles Error Report\b/i.test(page)) return undefined;
  const network = sentences.find(([pattern]) => pattern.test(page))?.[1] ?? 'none';
  return { row, exchange, reading: 'network', network };
}
