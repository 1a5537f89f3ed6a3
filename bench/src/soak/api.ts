import { setTimeout } from 'node:timers/promises';

/** The server did not take it: it is down, refuses, or went away before it had answered. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly status: number | undefined;

  constructor(what: string, status?: number, cause?: unknown) {
    super(status === undefined ? `${what}: no answer` : `${what}: ${status}`, { cause });
    this.status = status;
  }

  /** Down, busy, or asked too often; not refused. */
  get mayComeLater(): boolean {
    return this.status === undefined || this.status === 429 || this.status >= 500;
  }
}

/** Somebody who is signed in at a server. */
export class Api {
  readonly #origin: string;
  #cookie = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.ask('POST', '/api/session', { name, password });
  }

  /** An answer as JSON, or as text where it is none. Error: {@link NotTaken}. */
  async ask(method: string, url: string, body?: unknown): Promise<unknown> {
    const answer = await this.#fetch(method, url, body);
    const text = new TextDecoder().decode(answer);
    try {
      return text === '' ? undefined : JSON.parse(text);
    } catch {
      return text;
    }
  }

  /** The same, until it is answered: for questions that may be asked twice. Error: {@link NotTaken} after a minute. */
  async insist(method: string, url: string, body?: unknown): Promise<unknown> {
    return await insisting(async () => await this.ask(method, url, body));
  }

  /** What is downloaded, asked for until it comes. */
  async bytes(url: string): Promise<Uint8Array> {
    return await insisting(async () => await this.#fetch('GET', url, undefined));
  }

  async #fetch(method: string, url: string, body: unknown): Promise<Uint8Array> {
    const what = `${method} ${url.split('?')[0]}`;
    const isBytes = body instanceof Uint8Array;
    try {
      const answer = await fetch(new URL(url, this.#origin), {
        method,
        headers: {
          origin: this.#origin,
          cookie: this.#cookie,
          ...(body === undefined
            ? {}
            : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        },
        ...(body === undefined
          ? {}
          : { body: isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      });
      const set = answer.headers.get('set-cookie');
      if (set !== null) this.#cookie = set.split(';')[0] ?? '';
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (!answer.ok) throw new NotTaken(what, answer.status);
      return bytes;
    } catch (error) {
      throw error instanceof NotTaken ? error : new NotTaken(what, undefined, error);
    }
  }
}

const MOST_INSISTING_MS = 60_000;
const PAUSE_MS = 500;

async function insisting<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const endMs = performance.now() + MOST_INSISTING_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof NotTaken) || !error.mayComeLater || performance.now() > endMs) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}
