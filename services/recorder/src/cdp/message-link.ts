import { CdpError, type CdpEvent, type CdpLink } from './cdp-link.ts';

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
  port.listen((text) => {
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
  });
  const closed = port.closed.then(() => {
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
    closed,
  };
}
