import type { Visit } from './visit.ts';

/** The first line of a message of HTTP, SIP, RTSP or STOMP, and the fields behind it up to a blank line. */
const BLOCK =
  /^((?:[A-Z]{3,12} [^\s]{1,4000} (?:HTTP|SIP|RTSP)\/[\d.]{1,3}|(?:HTTP|SIP|RTSP)\/[\d.]{1,3} \d{3}[^\r\n]{0,200}|CONNECT|STOMP|CONNECTED|SEND|MESSAGE|SUBSCRIBE|ERROR)\r?\n)((?:[!-9;-~]{1,200}:[^\r\n\0]{0,16384}\r?\n){1,200})(\r?\n|\0|$)/;

/** Whether a text begins like a message with header fields. */
export function isHeaderBlock(text: string): boolean {
  return BLOCK_START.test(text);
}

const BLOCK_START =
  /^(?:[A-Z]{3,12} [^\s]{1,4000} (?:HTTP|SIP|RTSP)\/\d|(?:HTTP|SIP|RTSP)\/\d|(?:CONNECT|STOMP|CONNECTED|SEND|MESSAGE|SUBSCRIBE|ERROR)\r?\n[!-9;-~]{1,200}:)/;

/**
 * Rewrites the header fields of a message written out as text, each by its name, and its content as a text of its own;
 * the first line is left to the caller. `undefined` where the text is no such message.
 * Specs: RFC 9112 §2.1, RFC 3261 §7, STOMP 1.2 "STOMP Frames".
 */
export function rewriteHeaderBlock(text: string, visit: Visit): string | undefined {
  const [whole = '', start = '', fields = '', end = ''] = BLOCK.exec(text) ?? [];
  if (whole === '') return undefined;
  const rewritten = fields
    .split('\n')
    .map((line) => rewriteField(line, visit))
    .join('\n');
  const content = text.slice(whole.length);
  return start + rewritten + end + (content === '' ? '' : visit({ place: 'text', name: '', text: content }));
}

function rewriteField(line: string, visit: Visit): string {
  const colon = line.indexOf(':');
  if (colon < 0) return line;
  const value = line.slice(colon + 1);
  const text = value.trim();
  const changed = visit({ place: 'json', name: line.slice(0, colon), text });
  return changed === text ? line : line.slice(0, colon + 1) + value.replace(text, () => changed);
}
