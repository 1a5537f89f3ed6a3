import type { ServiceClient } from '../case/service-client.ts';

/** What may be seen of an original. */
export type AskedScope =
  | { readonly kind: 'values'; readonly pseudonyms: readonly string[] }
  | { readonly kind: 'entries'; readonly entries: readonly number[] }
  | { readonly kind: 'whole' };

export interface ServedException {
  readonly id: string;
  readonly state: string;
  readonly caseRef: string;
  readonly scope: AskedScope;
  readonly reason: { readonly code: string; readonly text: string };
  readonly requested: { readonly name: string; readonly atMs: number };
  readonly dueMs: number;
  readonly steps: readonly string[];
}

/** What a key holder makes a release of. */
export interface ServedMaterial {
  readonly id: string;
  readonly sealedSha256: string;
  readonly scope: AskedScope['kind'];
  readonly requesterKey: string;
  readonly pseudonyms: readonly string[];
  /** Base64. */
  readonly capsule?: string;
}

/** The exceptions of a server, as an API token may see them. Errors: those of {@link ServiceClient}. */
export class ExceptionService {
  readonly #client: ServiceClient;

  constructor(client: ServiceClient) {
    this.#client = client;
  }

  async list(): Promise<readonly ServedException[]> {
    return (await this.#client.json('GET', '/api/exceptions')) as readonly ServedException[];
  }

  async get(id: string): Promise<ServedException> {
    return (await this.#client.json('GET', pathOf(id))) as ServedException;
  }

  /** An intake's id by its mark, the twelve digits in its note, or by itself. */
  async intakeOf(markOrId: string): Promise<string> {
    if (!/^[0-9a-f]{12}$/.test(markOrId)) return markOrId;
    const [found] = (await this.#client.json('GET', `/api/intakes?mark=${markOrId}`)) as readonly {
      id: string;
    }[];
    return found?.id ?? markOrId;
  }

  async request(asked: {
    readonly intakeId: string;
    readonly scope: AskedScope;
    readonly reason: { readonly code: string; readonly text: string };
    readonly requesterKey: string;
  }): Promise<ServedException> {
    return (await this.#client.json('POST', '/api/exceptions', { json: asked })) as ServedException;
  }

  async step(
    id: string,
    step: 'approve' | 'refuse' | 'refuse-release' | 'withdraw',
  ): Promise<ServedException> {
    return (await this.#client.json('POST', `${pathOf(id)}/${step}`)) as ServedException;
  }

  async material(id: string): Promise<ServedMaterial> {
    return (await this.#client.json('GET', `${pathOf(id)}/material`)) as ServedMaterial;
  }

  async sealedMap(id: string): Promise<AsyncIterable<Uint8Array>> {
    return await this.#client.bytes('GET', `${pathOf(id)}/sealed-map`);
  }

  async release(id: string, message: Uint8Array): Promise<ServedException> {
    const file = new Blob([new Uint8Array(message)]);
    return (await this.#client.json('POST', `${pathOf(id)}/release`, { file })) as ServedException;
  }

  /** The release. This uses the exception up: whoever loses the bytes has to ask anew. */
  async fetch(id: string): Promise<AsyncIterable<Uint8Array>> {
    const { token } = (await this.#client.json('POST', `${pathOf(id)}/grants`)) as { token: string };
    return await this.#client.bytes('POST', `${pathOf(id)}/fetch`, { json: { token } });
  }
}

function pathOf(id: string): string {
  return `/api/exceptions/${encodeURIComponent(id)}`;
}
