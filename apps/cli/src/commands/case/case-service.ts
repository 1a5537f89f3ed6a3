import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { UsageError } from '../../arguments/usage-error.ts';
import type { CliIo } from '../../io.ts';
import { ServiceError } from './service-error.ts';

export interface ServedCase {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: string;
  readonly updatedMs: number;
}

export interface ServedAttachment {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface ServedIntake {
  readonly mark: string;
  readonly state: string;
  readonly step: string;
  readonly needsPerson: boolean;
  readonly attachment: { readonly name: string };
  readonly reason?: string;
  readonly nextStep?: string;
}

export interface ServedNote {
  readonly author: string;
  readonly createdMs: number;
  readonly text: string;
}

/** The cases of a server, as an API token may see them. Errors: {@link ServiceError}, {@link UsageError}. */
export class CaseService {
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
      throw new UsageError({ kind: 'missing-argument', argument: 'HARRIER_TOKEN' });
    this.#token = io.env.HARRIER_TOKEN;
    this.#language = language;
    this.#signal = io.signal;
  }

  async list(words: string): Promise<readonly ServedCase[]> {
    const query = words === '' ? '' : `&words=${encodeURIComponent(words)}`;
    return (await this.#ask('GET', `/api/cases?limit=200${query}`)) as readonly ServedCase[];
  }

  /** A case by its number or its id. */
  async find(numberOrId: string): Promise<ServedCase> {
    if (!/^\d{1,9}$/.test(numberOrId))
      return (await this.#ask('GET', `/api/cases/${encodeURIComponent(numberOrId)}`)) as ServedCase;
    const [found] = (await this.#ask('GET', `/api/cases?number=${numberOrId}`)) as readonly ServedCase[];
    // Its own way to say that there is none, in the server's words.
    return found ?? ((await this.#ask('GET', '/api/cases/none')) as ServedCase);
  }

  async attachments(id: string): Promise<readonly ServedAttachment[]> {
    return (await this.#ask('GET', `/api/cases/${id}/attachments`)) as readonly ServedAttachment[];
  }

  async intakes(id: string): Promise<readonly ServedIntake[]> {
    return (await this.#ask('GET', `/api/intakes?limit=200&caseRef=${id}`)) as readonly ServedIntake[];
  }

  async notes(id: string): Promise<readonly ServedNote[]> {
    return (await this.#ask('GET', `/api/cases/${id}/notes?limit=200`)) as readonly ServedNote[];
  }

  async addNote(id: string, text: string): Promise<void> {
    await this.#ask('POST', `/api/cases/${id}/notes`, JSON.stringify({ text, visibility: 'public' }));
  }

  async attach(id: string, file: string): Promise<ServedAttachment> {
    const bytes = await openAsBlob(file).catch(() => {
      throw new UsageError({ kind: 'unreadable-option', option: 'case attach', path: file });
    });
    const url = `/api/cases/${id}/attachments?name=${encodeURIComponent(basename(file))}`;
    return (await this.#ask('POST', url, bytes)) as ServedAttachment;
  }

  async #ask(method: string, path: string, body?: string | Blob): Promise<unknown> {
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
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
          ...(body === undefined ? {} : { 'content-type': type }),
        },
        ...(body === undefined ? {} : { body }),
      });
    } catch {
      throw new ServiceError(this.#server);
    }
    const told: unknown = await answer.json().catch(() => undefined);
    if (answer.ok && told !== undefined) return told;
    if (told === undefined || typeof (told as { title?: unknown }).title !== 'string')
      throw new ServiceError(this.#server);
    const { title, detail } = told as { title: string; detail: string };
    throw new ServiceError(this.#server, { title, detail, status: answer.status });
  }
}
