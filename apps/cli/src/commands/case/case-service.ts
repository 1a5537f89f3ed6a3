import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { UsageError } from '../../arguments/usage-error.ts';
import type { ServiceClient } from './service-client.ts';

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
  readonly id: string;
  readonly mark: string;
  readonly state: string;
  readonly step: string;
  readonly needsPerson: boolean;
  readonly attachment: { readonly name: string };
  readonly facts: {
    readonly original?: { readonly sha256: string };
    readonly clean?: { readonly sha256: string };
  };
  readonly reason?: string;
  readonly nextStep?: string;
}

export interface ServedNote {
  readonly id: string;
  readonly author: string;
  readonly createdMs: number;
  readonly text: string;
}

/** The most that the server gives at once. */
const PAGE = 200;

/** The cases of a server, as an API token may see them. Errors: those of {@link ServiceClient}. */
export class CaseService {
  readonly #client: ServiceClient;

  constructor(client: ServiceClient) {
    this.#client = client;
  }

  async list(words: string): Promise<readonly ServedCase[]> {
    const query = words === '' ? '' : `&words=${encodeURIComponent(words)}`;
    return await this.#all(`/api/cases?limit=${PAGE}${query}`);
  }

  /** A case by its number or its id. */
  async find(numberOrId: string): Promise<ServedCase> {
    if (!/^\d{1,9}$/.test(numberOrId))
      return (await this.#client.json('GET', `/api/cases/${encodeURIComponent(numberOrId)}`)) as ServedCase;
    const [found] = (await this.#client.json(
      'GET',
      `/api/cases?number=${numberOrId}`,
    )) as readonly ServedCase[];
    // Its own way to say that there is none, in the server's words.
    return found ?? ((await this.#client.json('GET', '/api/cases/none')) as ServedCase);
  }

  async attachments(id: string): Promise<readonly ServedAttachment[]> {
    return (await this.#client.json('GET', `/api/cases/${id}/attachments`)) as readonly ServedAttachment[];
  }

  async intakes(id: string): Promise<readonly ServedIntake[]> {
    return await this.#all(`/api/intakes?limit=${PAGE}&caseRef=${id}`);
  }

  async notes(id: string): Promise<readonly ServedNote[]> {
    return await this.#all(`/api/cases/${id}/notes?limit=${PAGE}`);
  }

  async addNote(id: string, text: string): Promise<void> {
    await this.#client.json('POST', `/api/cases/${id}/notes`, { json: { text, visibility: 'public' } });
  }

  async attach(id: string, file: string): Promise<ServedAttachment> {
    const bytes = await openAsBlob(file).catch(() => {
      throw new UsageError({ kind: 'unreadable-option', option: 'case attach', path: file });
    });
    const url = `/api/cases/${id}/attachments?name=${encodeURIComponent(basename(file))}`;
    return (await this.#client.json('POST', url, { file: bytes })) as ServedAttachment;
  }

  /** Everything that a list has, page by page. What changes meanwhile may come twice from the server, and is given once, as it was first. */
  async #all<One extends { readonly id: string }>(url: string): Promise<readonly One[]> {
    const all = new Map<string, One>();
    for (let after = ''; ; ) {
      const page = (await this.#client.json('GET', `${url}${after}`)) as readonly One[];
      for (const one of page) if (!all.has(one.id)) all.set(one.id, one);
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return [...all.values()];
      after = `&after=${encodeURIComponent(last.id)}`;
    }
  }
}
