import type { NetworkFailure } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import type { FailureOf } from './failure.ts';

/**
 * What Fiddler answers in place of a server that it could not reach, by the first pattern that fits: 502 and 504 of its own,
 * with a reason phrase that begins with `Fiddler -`, a body that begins with `[Fiddler]`, or its own word of a handshake in it.
 */
const sentences: readonly (readonly [RegExp, NetworkFailure])[] = [
  [/DNS Lookup/i, 'dns'],
  [/ConnectionRefused|actively refused|0x274d/i, 'refused'],
  [/HostUnreachable|NetworkUnreachable|unreachable/i, 'unreachable'],
  [/TimedOut|did not properly respond after a period of time|0x274c/i, 'timeout'],
  [/HTTPS handshake|SecureChannel|certificate|SSL|TLS/i, 'tls'],
  [/Server returned 0 bytes/i, 'empty'],
  [/ReadResponse\(\) failed|Receive Failure|ConnectionReset|forcibly closed|0x2746|Send failure/i, 'reset'],
];

/** A failure below HTTP that Fiddler wrote as an answer; undefined = a server answered. */
export function readFiddlerAnswer(row: number, exchange: Exchange): FailureOf<'network'> | undefined {
  const { status, statusText } = exchange.entry.response;
  if (status !== 502 && status !== 504) return undefined;
  const body = exchange.responseText?.trimStart() ?? '';
  const isOwn =
    body.startsWith('[Fiddler]') || /\bfiddler\.network\.https(?:&gt;|>)/.test(body.slice(0, 500));
  if (!isOwn && !statusText.startsWith('Fiddler -')) return undefined;
  const said = `${statusText} ${body.slice(0, 2000)}`;
  const network = sentences.find(([pattern]) => pattern.test(said))?.[1] ?? 'none';
  // "Receive Failure" is all that Fiddler says of a connection that was reset, closed, or ended against the protocol.
  const reason = /^Fiddler - (?!Receive)([A-Za-z ]{4,40})$/.exec(statusText)?.[1];
  const code = /\bError: (\w{4,40}) \(0x[0-9a-f]{2,8}\)/i.exec(said)?.[1] ?? reason;
  return { row, exchange, reading: 'network', network, ...(code === undefined ? {} : { code }) };
}

/**
 * Whether an answer in a Fiddler archive ended early. The archive holds the bytes as they came, so that fewer than
 * Content-Length promised are missing; other exporters write decoded or shortened content.
 */
export function isCutInFiddler({ entry }: Exchange): boolean {
  const { headers, content, status = 0 } = entry.response;
  const promised = fieldValue(headers, 'content-length')?.trim() ?? '';
  if (status !== 200 || entry.request.method.toUpperCase() === 'HEAD' || !/^\d{1,15}$/.test(promised))
    return false;
  const isCoded = (fieldValue(headers, 'content-encoding') ?? 'identity').toLowerCase() !== 'identity';
  return !isCoded && content.hasText && content.size !== undefined && content.size < Number(promised);
}
