import { UsageError } from '../../arguments/usage-error.ts';
import type { CliIo } from '../../io.ts';
import { ServiceError } from './service-error.ts';

/** What goes to a server with a request: a JSON value, or a file. */
export type ServiceBody = { readonly json: unknown } | { readonly file: Blob };

/** A server of Harrier, as an API token may use it. Errors: {@link ServiceError}, {@link UsageError}. */
export class ServiceClient {
  readonly #server: string;
  readonly #token: string;
  readonly #language: string;
  readonly #signal: AbortSignal;

  /** The token comes from the environment alone: other users of a machine can read a command line. */
  constructor(io: CliIo, server: string | undefined, language: string) {
    this.#server = server ?? io.env.HARRIER_SERVER ?? 'http://localhost:4780';
    if (!URL.canParse(this.#server) || !/^https?:/.test(this.#server))
      throw new UsageError({
        kind: 'not-one-of',
        option: '--server',
        given: this.#server,
        oneOf: ['https://<host>'],
        meant: undefined,
      });
    if (io.env.HARRIER_TOKEN === undefined)
      throw new UsageError({ kind: 'missing-option', option: 'HARRIER_TOKEN' });
    this.#token = io.env.HARRIER_TOKEN;
    this.#language = language;
    this.#signal = io.signal;
  }

  async json(method: string, path: string, body?: ServiceBody): Promise<unknown> {
    const answer = await this.#ask(method, path, body);
    if (answer.status === 204) return undefined;
    const told: unknown = await answer.json().catch(() => undefined);
    if (told === undefined) throw new ServiceError(this.#server);
    return told;
  }

  /** The bytes of an answer, as they come. */
  async bytes(method: string, path: string, body?: ServiceBody): Promise<AsyncIterable<Uint8Array>> {
    const { body: stream } = await this.#ask(method, path, body);
    if (stream === null) throw new ServiceError(this.#server);
    return stream as unknown as AsyncIterable<Uint8Array>;
  }

  async #ask(method: string, path: string, body: ServiceBody | undefined): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(new URL(path, this.#server), {
        method,
        // A server that sends elsewhere would get the token there.
        redirect: 'error',
        signal: this.#signal,
        headers: {
          authorization: `Bearer ${this.#token}`,
          'accept-language': this.#language,
          ...(body === undefined
            ? {}
            : { 'content-type': 'json' in body ? 'application/json' : 'application/octet-stream' }),
        },
        ...(body === undefined ? {} : { body: 'json' in body ? JSON.stringify(body.json) : body.file }),
      });
    } catch {
      throw new ServiceError(this.#server);
    }
    if (answer.ok) return answer;
    const told: unknown = await answer.json().catch(() => undefined);
    if (typeof (told as { title?: unknown } | undefined)?.title !== 'string')
      throw new ServiceError(this.#server);
    const { title, detail } = told as { title: string; detail: string };
    throw new ServiceError(this.#server, { title, detail, status: answer.status });
  }
}
