import type { Entry, WebSocketMessage } from '@harrier/har';
import { oneLine } from '../error-text/one-line.ts';
import { hit, type JsonObject, list, object } from '../error-text/shape-hit.ts';

/** What a message of an open WebSocket says that failed. */
export interface FrameError {
  /** The service's own words, on one line. */
  readonly text: string;
  /** Of the first such message, among the messages. */
  readonly at: number;
  /** How many messages say so. */
  readonly count: number;
}

/** A page may be sent thousands of messages; an error is a short one. */
const MAX_CHARS = 16 * 1024;
const MAX_MESSAGES = 2000;

/** One of the words that stand in every such message. */
const WORD = /err|exception|fault|reject|disconnect|unauthori|^\s{0,4}44/i;

/**
 * The first message from the server that says, in the way of its protocol, that something failed. Data that is merely about
 * errors (a log, a list) is none.
 * Sources: graphql-ws and subscriptions-transport-ws, "Protocol"; Socket.IO protocol 4 and 5; SignalR hub protocol; STOMP 1.2,
 * "ERROR"; JSON-RPC 2.0 §5.1; Phoenix channels; Action Cable; Pusher Channels protocol 7.
 */
export function frameError(entry: Entry): FrameError | undefined {
  let first: { text: string; at: number } | undefined;
  let count = 0;
  for (const [at, message] of (entry.webSocketMessages ?? []).slice(0, MAX_MESSAGES).entries()) {
    const text = isAnswer(message) ? errorIn(message.data) : undefined;
    if (text === undefined) continue;
    count++;
    first ??= { text: oneLine(text), at };
  }
  return first === undefined || first.text === '' ? undefined : { ...first, count };
}

function isAnswer({ type, opcode, data }: WebSocketMessage): boolean {
  return type === 'receive' && opcode !== 8 && data.length <= MAX_CHARS && WORD.test(data);
}

function errorIn(data: string): string | undefined {
  const stomp = /^ERROR\r?\n(?:[^\r\n]+\r?\n){0,20}?message:([^\r\n]{1,500})/.exec(data)?.[1];
  if (stomp !== undefined) return stomp;
  const socketIo = /^4([24])(?:\/[^,"[{]{0,100},)?\d{0,10}(?=["[{])/.exec(data);
  if (socketIo !== null) {
    const json = parsed(data.slice(socketIo[0].length));
    return socketIo[1] === '4' ? textOf(json) : errorOfEvent(json);
  }
  // SignalR ends each message with a sign of its own.
  for (const part of data.split('\u001e').slice(0, 50)) {
    const json = part.trim() === '' ? undefined : parsed(part);
    const text = errorOfMessage(object(json), data.includes('\u001e')) ?? errorOfPhoenix(json);
    if (text !== undefined) return text;
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** `42["exception", {"message": "…"}]`: services call such an event so. */
function errorOfEvent(json: unknown): string | undefined {
  const [name, said] = list(json) ?? [];
  return typeof name === 'string' && /^(?:error|exception|connect_error|unauthorized)$/i.test(name)
    ? (textOf(said) ?? name)
    : undefined;
}

/** `[join, ref, topic, "phx_reply", {"status": "error", "response": {…}}]`, and `"phx_error"`. */
function errorOfPhoenix(json: unknown): string | undefined {
  const [, , , event, payload] = list(json) ?? [];
  if (event === 'phx_error') return textOf(payload) ?? event;
  const reply = event === 'phx_reply' ? object(payload) : undefined;
  return reply?.status === 'error' ? (textOf(reply.response) ?? 'phx_reply: error') : undefined;
}

function errorOfMessage(root: JsonObject | undefined, isSignalR: boolean): string | undefined {
  if (root === undefined) return undefined;
  // A call that ended so, or the end of all. SignalR: `{"type": 3, "error": "…"}`, `{"type": 7, "error": "…"}`.
  if (isSignalR) return root.type === 3 || root.type === 7 ? textOf(root.error) : undefined;
  if (root.jsonrpc === '2.0') return object(root.error) === undefined ? undefined : textOf(root.error);
  const kind = [root.type, root.event, root.msg].find((value) => typeof value === 'string');
  if (typeof kind !== 'string') return undefined;
  // `{"type": "next", "payload": {"errors": [{"message": "…"}]}}` of GraphQL.
  if (/^(?:next|data)$/.test(kind)) return textOf(list(object(root.payload)?.errors)?.[0]);
  if (kind === 'reject_subscription') return kind;
  // Servers say goodbye so, too, and ask the client to come back.
  if (kind === 'disconnect') return root.reconnect === false ? (textOf(root.reason) ?? kind) : undefined;
  if (!/^(?:error|connection_error|pusher:error|exception|unauthorized)$/i.test(kind)) return undefined;
  return [root.payload, root.error, root.data, root, root.message]
    .map((said) => textOf(said))
    .find((text) => text !== undefined);
}

/** A sentence, an object with one, or a list that begins with one. */
function textOf(said: unknown): string | undefined {
  if (typeof said === 'string') return hit(said, '')?.text;
  const item = object(said) ?? object(list(said)?.[0]);
  for (const key of ['message', 'reason', 'error', 'description', 'detail', 'code', 'type']) {
    const value = item?.[key];
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
    if (text !== undefined && text !== '' && !(key === 'type' && text === 'error')) return text;
    const inner = object(value)?.message;
    if (typeof inner === 'string' && inner !== '') return inner;
  }
  return undefined;
}
