import type { ExtractedError } from './extracted-error.ts';
import { hit, object, type ShapeHit } from './shape-hit.ts';

/**
 * What Salesforce's pages are answered with when the server gives up: JSON between marks that keep it from being run,
 * `*\/{"event":{"descriptor":"markup://aura:invalidSession"}}/*ERROR*\/`.
 */
export function readMarkedJson(body: string): ShapeHit | undefined {
  const json = /^\*\/\s{0,20}(\{[\s\S]*\})\s{0,20}\/\*ERROR\*\/$/.exec(body.trim())?.[1];
  if (json === undefined) return undefined;
  const event = object(object(parsed(json))?.event);
  const values = object(object(event?.attributes)?.values);
  const name = typeof event?.descriptor === 'string' ? event.descriptor.replace(/^markup:\/\//, '') : 'error';
  const said = hit(values?.message, '') ?? hit(values?.error, '');
  return { text: said === undefined ? name : `${name}: ${said.text}`, pointer: '', code: name };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The frames before the last one may be long; the trailers stand at the end. */
const MAX_CHARS = 256 * 1024;
const TRAILERS = 0x80;

/**
 * How a call of gRPC-Web went, by the trailers in its body: fields after a frame's head, whose first bit says that no message follows.
 * Spec: grpc.io, PROTOCOL-WEB (`application/grpc-web-text` is base64).
 */
export function readGrpcTrailers(
  body: string,
  mimeType: string,
): { readonly code: string; readonly message: string } | undefined {
  if (!/^application\/grpc-web-text/i.test(mimeType) || body.length > MAX_CHARS) return undefined;
  const bytes = base64Parts(body);
  for (let at = 0; at + 5 <= bytes.length; ) {
    const length =
      bytes.charCodeAt(at + 1) * 2 ** 24 +
      (bytes.charCodeAt(at + 2) << 16) +
      (bytes.charCodeAt(at + 3) << 8) +
      bytes.charCodeAt(at + 4);
    if ((bytes.charCodeAt(at) & TRAILERS) !== 0) {
      const fields = bytes.slice(at + 5, at + 5 + length);
      const code = /(?:^|\n)grpc-status:\s{0,4}(\d{1,2})\s{0,4}(?:\r|\n|$)/i.exec(fields)?.[1];
      const message = /(?:^|\n)grpc-message:\s{0,4}([^\r\n]{0,2000})/i.exec(fields)?.[1] ?? '';
      return code === undefined || Number(code) === 0 ? undefined : { code, message };
    }
    at += 5 + length;
  }
  return undefined;
}

/** Servers write each frame as base64 of its own, so that padding stands in the middle, too. */
function base64Parts(text: string): string {
  try {
    return (text.replace(/\s+/g, '').match(/[A-Za-z0-9+/]+={0,2}/g) ?? []).map((part) => atob(part)).join('');
  } catch {
    return '';
  }
}

/** The fault of XML-RPC, whose members are a list of names and values. */
export function readXmlRpcFault(xml: string): Pick<ExtractedError, 'text' | 'code'> | undefined {
  if (!/<methodResponse>\s{0,200}<fault>/.test(xml)) return undefined;
  const valueUnder = (name: string) =>
    new RegExp(
      `<name>\\s{0,40}${name}\\s{0,40}</name>\\s{0,200}<value>\\s{0,200}(?:<\\w{1,12}>)?([^<]{1,2000})<`,
    )
      .exec(xml)?.[1]
      ?.trim();
  const code = valueUnder('faultCode');
  return { text: valueUnder('faultString') ?? code ?? 'fault', ...(code === undefined ? {} : { code }) };
}
