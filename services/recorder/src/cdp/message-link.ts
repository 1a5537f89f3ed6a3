import { CdpError, type CdpEvent, type CdpLink } from './cdp-link.ts';
import { LateEvents } from './late-events.ts';

/** Carries the texts of a connection, one JSON message each. */
export interface TextPort {
  send(text: string): void;
  listen(listener: (text: string) => void): void;
  readonly closed: Promise<void>;
}

interface Waiting {
  readonly method: string;
  readonly sessionId: string | undefined;
  readonly resolve: (result: never) => void;
  readonly reject: (error: CdpError) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

/** The end of an event's text, by which its session is known without reading it: an id is 32 digits. */
const LATE_ENDING_CHARS = 34;

/** The protocol over texts: numbers commands, gives answers to whoever waits, and everything else to the listener. */
export function messageLink(port: TextPort): CdpLink {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isClosed = false;
  let tell: (event: CdpEvent) => void = () => {};
  const giveUp = (isMeant: (command: Waiting) => boolean) => {
    for (const [id, command] of waiting) {
      if (!isMeant(command)) continue;
      waiting.delete(id);
      command.reject(new CdpError(command.method, undefined));
    }
  };
  const read = (text: string): void => {
    const { id, method, params, sessionId, result, error } = JSON.parse(text) as Message;
    if (id === undefined) {
      if (method === undefined) return;
      // Nobody answers for a session that has ended.
      if (method === 'Target.detachedFromTarget') {
        const ended = (params as { sessionId: string }).sessionId;
        giveUp((command) => command.sessionId === ended);
      }
      tell({ method, params, sessionId });
      return;
    }
    const command = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) command?.resolve(result as never);
    else command?.reject(new CdpError(command.method, error.code));
  };
  const late = new LateEvents(read);
  const lateEndings = new Set<string>();
  port.listen((text) => {
    // An answer is waited for, and a new target is held until it is listened to.
    const isUrgent = text.startsWith('{"id":') || text.startsWith('{"method":"Target.attachedToTarget"');
    if (!isUrgent && lateEndings.has(text.slice(-LATE_ENDING_CHARS))) late.add(text);
    else read(text);
  });
  const closed = port.closed.then(() => {
    late.readAll();
    isClosed = true;
    giveUp(() => true);
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new CdpError(method, undefined));
          return;
        }
        const id = ++lastId;
        waiting.set(id, { method, sessionId, resolve, reject });
        port.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
      }),
    listen(listener) {
      tell = listener;
    },
    mayBeLate: (sessionId) => lateEndings.add(`"sessionId":"${sessionId}"}`.slice(-LATE_ENDING_CHARS)),
    catchUp: () => late.readAll(),
    closed,
  };
}
