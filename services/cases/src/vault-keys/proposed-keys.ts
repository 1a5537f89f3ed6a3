import { randomUUID } from 'node:crypto';
import type { AuditActionOf } from '../audit/audit-event.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Actor } from '../connectors/built-in/case-book.ts';
import type { Database, Tx } from '../store/database.ts';
import type { Store } from '../store/open-store.ts';
import { readVaultKeys, type VaultKey } from '../vault/keys/vault-key.ts';
import { VaultError } from '../vault/vault-error.ts';

/** A vault key of one tenant that somebody gave here, besides those of the server's settings. */
export interface ProposedKey {
  readonly id: string;
  readonly fingerprint: string;
  /** The public key as its holder exported it. */
  readonly armored: string;
  readonly proposedBy: string;
  readonly proposedMs: number;
  /** Whoever compared the fingerprint with its holder: somebody else. Absent = nothing is sealed for it yet. */
  readonly confirmedBy?: string;
  readonly confirmedMs?: number;
}

/** Why a step with a key is not taken: it is not there, the key is there already, or one person would do both. */
export type KeyRefusal = 'not-found' | 'there-already' | 'same-person';

/**
 * One key must not be one person's doing: whoever could add a key alone could read every original from then on. So one proposes
 * it and another confirms it. Keys are a tenant's own; they lie in its settings.
 */
export async function proposedKeys(db: Database | Tx, tenantId: string): Promise<readonly ProposedKey[]> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', nameOf(tenantId))
    .executeTakeFirst();
  return row === undefined ? [] : (JSON.parse(row.value) as ProposedKey[]);
}

/** The confirmed keys, through the gate again: one that has ended since then is left out, and the page says so. */
export async function confirmedVaultKeys({ db }: Store, tenantId: string, now: Date): Promise<VaultKey[]> {
  const kept = (await proposedKeys(db, tenantId)).filter(({ confirmedMs }) => confirmedMs !== undefined);
  const read = await Promise.all(kept.map(async ({ armored }) => await readOrNothing(armored, now)));
  return read.flat();
}

/** Reads a key that was let in once, at the time when it was: to show it whatever became of it since. */
export async function readProposedKey({ armored, proposedMs }: ProposedKey): Promise<VaultKey | undefined> {
  return (await readOrNothing(armored, new Date(proposedMs)))[0];
}

/** Error: VaultError, by the gate; `vault/key-unreadable` too where it is not exactly one key. */
export async function proposeKey(
  store: Store,
  actor: Actor,
  armored: string,
  nowMs: number,
): Promise<ProposedKey | KeyRefusal> {
  const [key, ...more] = await readVaultKeys(new TextEncoder().encode(armored), new Date(nowMs));
  if (key === undefined || more.length > 0)
    throw new VaultError('vault/key-unreadable', 'not exactly one key was given');
  const proposed: ProposedKey = {
    id: randomUUID(),
    fingerprint: key.fingerprint,
    armored: key.openPgpKey.armor(),
    proposedBy: actor.name,
    proposedMs: nowMs,
  };
  return await change(store, actor, 'vault-key/proposed', key.fingerprint, nowMs, (keys) =>
    keys.some(({ fingerprint }) => fingerprint === key.fingerprint)
      ? 'there-already'
      : { keys: [...keys, proposed], done: proposed },
  );
}

export async function confirmKey(
  store: Store,
  actor: Actor,
  id: string,
  nowMs: number,
): Promise<ProposedKey | KeyRefusal> {
  return await change(store, actor, 'vault-key/confirmed', id, nowMs, (keys) => {
    const found = keys.find((key) => key.id === id);
    if (found === undefined) return 'not-found';
    if (found.confirmedMs !== undefined) return 'there-already';
    if (found.proposedBy === actor.name) return 'same-person';
    const done = { ...found, confirmedBy: actor.name, confirmedMs: nowMs };
    return { keys: keys.map((key) => (key.id === id ? done : key)), done };
  });
}

/** From now on nothing is sealed for it; what was sealed still opens with it. */
export async function retireKey(
  store: Store,
  actor: Actor,
  id: string,
  nowMs: number,
): Promise<ProposedKey | KeyRefusal> {
  return await change(store, actor, 'vault-key/retired', id, nowMs, (keys) => {
    const done = keys.find((key) => key.id === id);
    return done === undefined ? 'not-found' : { keys: keys.filter((key) => key !== done), done };
  });
}

type Change = { readonly keys: readonly ProposedKey[]; readonly done: ProposedKey };

async function change(
  store: Store,
  actor: Actor,
  action: AuditActionOf<'vault-key'>,
  subject: string,
  nowMs: number,
  decide: (keys: readonly ProposedKey[]) => Change | KeyRefusal,
): Promise<ProposedKey | KeyRefusal> {
  const { tenantId, name } = actor;
  // Asked twice: outside to refuse without an entry, inside because somebody may have been faster.
  const before = decide(await proposedKeys(store.db, tenantId));
  if (typeof before === 'string') return before;
  return await store.transaction(async (tx) => {
    const { fingerprint } = before.done;
    // First, because it makes others wait: no change is lost between reading and writing.
    await appendAudit(tx, {
      action,
      actor: name,
      tenantId,
      subject: `vault-key:${fingerprint}`,
      atMs: nowMs,
      facts: { key: subject },
    });
    const decided = decide(await proposedKeys(tx, tenantId));
    if (typeof decided === 'string') throw new Error('the keys changed in this moment');
    const value = JSON.stringify(decided.keys);
    await tx
      .insertInto('settings')
      .values({ name: nameOf(tenantId), value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
    return decided.done;
  });
}

async function readOrNothing(armored: string, now: Date): Promise<VaultKey[]> {
  try {
    return await readVaultKeys(new TextEncoder().encode(armored), now);
  } catch (error) {
    if (error instanceof VaultError) return [];
    throw error;
  }
}

/** Where a tenant's keys are kept, see `SettingRow`. */
function nameOf(tenantId: string): string {
  return `vault-keys:${tenantId}`;
}
