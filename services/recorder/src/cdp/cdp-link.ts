/** An event of the DevTools protocol. `params` is what the browser sent: shapes are read where they are used. */
export interface CdpEvent {
  readonly method: string;
  readonly params: unknown;
  /** The flattened session it came from; absent for the connection's own. */
  readonly sessionId?: string | undefined;
}

/**
 * A debugging connection with flattened sessions, whatever carries it: a pipe, a WebSocket, `chrome.debugger`.
 * Spec: DevTools protocol, domain Target.
 */
export interface CdpLink {
  /** Rejects with {@link CdpError} when the browser refuses, and when the connection ends before the answer. */
  send<Result = unknown>(method: string, params?: object, sessionId?: string): Promise<Result>;
  /** One listener; events come in the order in which the browser sent them. */
  listen(listener: (event: CdpEvent) => void): void;
  /** Settles when the connection has ended, by whomever. Never rejects. */
  readonly closed: Promise<void>;
}

/** The browser refused a command, or is gone. The message names the command, never its parameters. */
export class CdpError extends Error {
  /** The protocol's number, -32601 = unknown command; undefined = the connection ended. */
  readonly code: number | undefined;

  constructor(method: string, code: number | undefined) {
    super(code === undefined ? `${method}: the connection ended` : `${method} was refused (${code})`);
    this.name = 'CdpError';
    this.code = code;
  }
}
