import type { Exception, ExceptionState } from './exception.ts';

/** What exceptions need of a database. One contract suite (`exception-store.contract.ts`) holds for every implementation. */
export interface ExceptionStore {
  /** Errors: `ExceptionRefused` `exception/conflict` when the id is taken, `exception/not-sealed` when the file is destroyed. */
  create(exception: Exception): Promise<void>;
  /** An exception of another tenant is none. */
  get(tenantId: string, id: string): Promise<Exception | undefined>;
  /**
   * Writes the next version, together with its audit event in one transaction.
   * Error: `ExceptionRefused` `exception/conflict` unless the version before is what is stored.
   */
  replace(exception: Exception): Promise<void>;
  /** All for one sealed file, the oldest first. */
  forFile(tenantId: string, sealedSha256: string): Promise<readonly Exception[]>;
  /** For an inbox, the oldest first. */
  inState(tenantId: string, state: ExceptionState): Promise<readonly Exception[]>;
  /** All of one case, the oldest first. */
  forCase(tenantId: string, caseRef: string): Promise<readonly Exception[]>;
  /** Those that should have gone on before `nowMs`, of every tenant. */
  due(nowMs: number): Promise<readonly Exception[]>;
  /**
   * The release, a message that only its requester can open; written before the exception says that it is there. Kept by its
   * digest, because two key holders may be at it at once and one of them is refused afterwards.
   */
  putRelease(tenantId: string, id: string, release: Uint8Array): Promise<void>;
  getRelease(tenantId: string, id: string, sha256: string): Promise<Uint8Array | undefined>;
}
