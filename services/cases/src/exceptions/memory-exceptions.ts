import { createHash } from 'node:crypto';
import { type Exception, isEnded } from './exception.ts';
import { ExceptionRefused } from './exception-refusal.ts';
import type { ExceptionStore } from './exception-store.ts';

/** Exceptions in memory: for tests, and to show in a page what the contract means. */
export class MemoryExceptions implements ExceptionStore {
  readonly #exceptions = new Map<string, Exception>();
  readonly #releases = new Map<string, Uint8Array>();

  async create(exception: Exception): Promise<void> {
    if (this.#exceptions.has(exception.id)) throw new ExceptionRefused('exception/conflict');
    this.#exceptions.set(exception.id, exception);
  }

  async get(tenantId: string, id: string): Promise<Exception | undefined> {
    const found = this.#exceptions.get(id);
    return found?.tenantId === tenantId ? found : undefined;
  }

  async replace(exception: Exception): Promise<void> {
    // Nothing is awaited between looking and writing: that is what makes it one transaction.
    const stored = this.#exceptions.get(exception.id);
    if (stored?.tenantId !== exception.tenantId || stored.version !== exception.version - 1)
      throw new ExceptionRefused('exception/conflict');
    this.#exceptions.set(exception.id, exception);
  }

  async forFile(tenantId: string, sealedSha256: string): Promise<readonly Exception[]> {
    return this.#sorted((one) => one.tenantId === tenantId && one.sealedSha256 === sealedSha256);
  }

  async inState(tenantId: string, state: Exception['state']): Promise<readonly Exception[]> {
    return this.#sorted((one) => one.tenantId === tenantId && one.state === state);
  }

  async forCase(tenantId: string, caseRef: string): Promise<readonly Exception[]> {
    return this.#sorted((one) => one.tenantId === tenantId && one.caseRef === caseRef);
  }

  async due(nowMs: number): Promise<readonly Exception[]> {
    return this.#sorted((one) => !isEnded(one) && one.dueMs <= nowMs);
  }

  async putRelease(tenantId: string, id: string, release: Uint8Array): Promise<void> {
    if ((await this.get(tenantId, id)) === undefined) throw new ExceptionRefused('exception/not-found');
    this.#releases.set(`${id} ${digestOf(release)}`, release);
  }

  async getRelease(tenantId: string, id: string, sha256: string): Promise<Uint8Array | undefined> {
    return (await this.get(tenantId, id)) === undefined ? undefined : this.#releases.get(`${id} ${sha256}`);
  }

  #sorted(fits: (exception: Exception) => boolean): Exception[] {
    const found = [...this.#exceptions.values()].filter(fits);
    return found.sort((one, other) => one.requested.atMs - other.requested.atMs);
  }
}

function digestOf(release: Uint8Array): string {
  return createHash('sha256').update(release).digest('hex');
}
