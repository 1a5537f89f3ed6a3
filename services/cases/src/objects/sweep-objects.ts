import { holdAudit } from '../audit/audit-log.ts';
import type { Database, Tx } from '../store/database.ts';
import type { Store } from '../store/open-store.ts';
import type { ObjectStore } from './object-store.ts';
import { isAttached, isMade } from './object-uses.ts';

/** Younger objects may belong to a step that has not written them down yet. */
export const SWEEP_AGE_MS = 24 * 60 * 60 * 1000;

/** A draft that grows is written to all the time. What a dead process left may be an original in the clear. */
export const DRAFT_AGE_MS = 60 * 60 * 1000;

/**
 * Removes drafts that nobody writes any more, and objects that nothing refers to: a step that crashed between storing and writing down leaves one, and does its work
 * again with another. Gives how many went.
 */
export async function sweepObjects(store: Store, objects: ObjectStore, nowMs: number): Promise<number> {
  let swept = (await objects.sweepDrafts?.(nowMs - DRAFT_AGE_MS)) ?? 0;
  for await (const { sha256, storedMs } of objects.list()) {
    if (nowMs - storedMs < SWEEP_AGE_MS || (await isNeeded(store.db, sha256))) continue;
    if (await removeUnneeded(store, objects, sha256)) swept++;
  }
  return swept;
}

/** The same bytes may be put again at any moment: whoever writes them down is before this, or behind it and finds them gone. */
async function removeUnneeded(store: Store, objects: ObjectStore, sha256: string): Promise<boolean> {
  return await store.transaction(async (tx) => {
    await holdAudit(tx);
    if (await isNeeded(tx, sha256)) return false;
    await objects.remove(sha256);
    return true;
  });
}

/** Attached somewhere, or made by an intake: clean and sealed files are kept even where the case system lost them. */
async function isNeeded(db: Database | Tx, sha256: string): Promise<boolean> {
  return (await isAttached(db, sha256)) || (await isMade(db, sha256));
}
