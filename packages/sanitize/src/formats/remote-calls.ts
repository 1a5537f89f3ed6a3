import { signInArguments } from '../names/sign-in-arguments.ts';
import { decodeEntities } from './markup.ts';
import type { Visit } from './visit.ts';

const METHOD = /<methodName>\s{0,8}([\w.:/-]{1,100})\s{0,8}<\/methodName>/;

const VALUE = /<value>(?:\s{0,64}<string>)?([^<]{0,8192})</g;

/** Rewrites the arguments of a call of XML-RPC that signs in. Only texts outside of structures count as arguments. */
export function rewriteXmlRpc(text: string, visit: Visit): string {
  const method = METHOD.exec(text)?.[1];
  if (method === undefined || !text.includes('<methodCall')) return text;
  const values = [...text.matchAll(VALUE)];
  const texts = values.map((match) => decodeEntities(match[1] ?? '').trim());
  let output = '';
  let copiedTo = 0;
  for (const [at, name] of signInArguments(
    method,
    texts.map((value) => (value === '' ? undefined : value)),
  )) {
    const match = values[at];
    const value = texts[at];
    if (match === undefined || value === undefined || value === '') continue;
    const start = match.index + match[0].length - 1 - (match[1] ?? '').length;
    output += text.slice(copiedTo, start) + visit({ place: 'json', name, text: value });
    copiedTo = start + (match[1] ?? '').length;
  }
  return copiedTo === 0 ? text : output + text.slice(copiedTo);
}

/** What names the method of a call of DWR. Whatever looks a text over first looks closer where it stands. */
export const DWR_SIGN = 'c0-methodName=';

const DWR_METHOD = /(?:^|\n)c0-methodName=([\w$]{1,100})\r?(?:\n|$)/;

const DWR_ARGUMENT = /((?:^|\n)c0-param\d{1,3}=string:)([^\r\n]{0,8192})/g;

/** Rewrites the arguments of a call of DWR that signs in. Source: Direct Web Remoting, `engine.js`. */
export function rewriteDwrCall(text: string, visit: Visit): string {
  const method = DWR_METHOD.exec(text)?.[1];
  if (method === undefined) return text;
  const values = [...text.matchAll(DWR_ARGUMENT)].map(([, , written = '']) => written);
  const names = signInArguments(
    method,
    values.map((written) => (written === '' ? undefined : unescaped(written))),
  );
  let place = -1;
  return text.replace(DWR_ARGUMENT, (whole, head: string, written: string) => {
    place++;
    const name = names.get(place);
    const value = unescaped(written);
    if (name === undefined) return whole;
    const rewritten = visit({ place: 'json', name, text: value });
    return rewritten === value ? whole : head + encodeURIComponent(rewritten);
  });
}

function unescaped(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** A call of GWT-RPC: version, flags, how many texts, and these. */
const GWT_CALL = /^[5-8]\|\d{1,3}\|(\d{1,4})\|/;

/** Address of the module, its digest, the service and the method stand in front of the rest. */
const GWT_METHOD = 3;

/** Whether a text is a call of GWT-RPC. Source: GWT, `ClientSerializationStreamWriter`. */
export function isGwtCall(text: string): boolean {
  return GWT_CALL.test(text.slice(0, 16));
}

/** Rewrites the arguments of a call of GWT-RPC that signs in: of its texts those that are no names of classes. */
export function rewriteGwtCall(text: string, visit: Visit): string {
  const head = GWT_CALL.exec(text);
  const count = Number(head?.[1] ?? 0);
  const parts = text.split('|');
  if (head === null || parts.length < count + 3) return text;
  const texts = parts.slice(3, 3 + count);
  const args = texts.map((value, at) =>
    at <= GWT_METHOD || /^[\w.$[;]{1,200}\/\d{1,12}$/.test(value) || value === '' ? undefined : value,
  );
  for (const [at, name] of signInArguments(texts[GWT_METHOD] ?? '', args)) {
    const value = args[at];
    if (value !== undefined) parts[3 + at] = visit({ place: 'json', name, text: value });
  }
  return parts.join('|');
}
