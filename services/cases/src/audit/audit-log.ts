import type { Database, Tx } from '../store/database.ts';
import type { AuditEvent } from './audit-event.ts';
import { type AuditHead, nextEntry } from './chain.ts';
import { MerkleTree } from './merkle.ts';

/**
 * Adds an event within the transaction of what it tells, so that neither exists without the other. The head's row is
 * locked by being written to first: writers queue there, and numbers have no gaps.
 */
export async function appendAudit(tx: Tx, event: AuditEvent): Promise<AuditHead> {
  const { seq, hash } = await tx
    .updateTable('auditHead')
    .set((change) => ({ seq: change('seq', '+', 1) }))
    .where('id', '=', 1)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const entry = nextEntry({ seq: seq - 1, hash }, event);
  await tx
    .insertInto('auditEntries')
    .values({ seq: entry.seq, tenantId: event.tenantId, line: entry.line, hash: entry.hash })
    .execute();
  await tx.updateTable('auditHead').set({ hash: entry.hash }).where('id', '=', 1).execute();
  return { seq: entry.seq, hash: entry.hash };
}

/**
 * Makes everybody who adds an event wait until this transaction ends, and adds none: who attaches or makes files asks for their bytes
 * behind {@link appendAudit}, so nothing comes to be needed between a question of ours and what we remove for its answer.
 */
export async function holdAudit(tx: Tx): Promise<void> {
  await tx
    .updateTable('auditHead')
    .set((change) => ({ seq: change.ref('seq') }))
    .where('id', '=', 1)
    .execute();
}

/** The last entry's number and hash. */
export async function auditHead(db: Database | Tx): Promise<AuditHead> {
  return await db
    .selectFrom('auditHead')
    .select(['seq', 'hash'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}

/** Entries that are read at a time. */
const PAGE_ENTRIES = 1000;

/** Every entry in order. Memory does not grow with the log. */
export async function* auditEntries(
  db: Database,
  afterSeq = 0,
): AsyncGenerator<{ readonly seq: number; readonly line: string; readonly hash: string }> {
  for (let after = afterSeq; ; ) {
    const page = await db
      .selectFrom('auditEntries')
      .select(['seq', 'line', 'hash'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE_ENTRIES)
      .execute();
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

/** A Merkle root over every entry up to `seq`. */
export interface AuditCheckpoint {
  readonly seq: number;
  readonly root: string;
  readonly head: string;
  readonly atMs: number;
}

/** Writes a checkpoint at the present head; the same one again where nothing was added. */
export async function writeCheckpoint(db: Database, nowMs: number): Promise<AuditCheckpoint | undefined> {
  const { seq, hash } = await auditHead(db);
  if (seq === 0) return undefined;
  const there = await db.selectFrom('auditCheckpoints').selectAll().where('seq', '=', seq).executeTakeFirst();
  if (there !== undefined) return there;
  const tree = new MerkleTree();
  for await (const entry of auditEntries(db)) {
    if (entry.seq > seq) break;
    tree.add(entry.line);
  }
  const checkpoint = { seq, root: tree.root(), head: hash, atMs: nowMs };
  await db
    .insertInto('auditCheckpoints')
    .values(checkpoint)
    .onConflict((conflict) => conflict.column('seq').doNothing())
    .execute();
  return checkpoint;
}

/**
 * The log as text that stands for itself: a line `harrier-audit 1`, one line `<hash> <json>` for each entry, and one line
 * `checkpoint <seq> <root> <head> <ms>` for each checkpoint, in its place. `verify-audit.mjs` reads it.
 */
export async function* exportAudit(db: Database): AsyncGenerator<string> {
  yield 'harrier-audit 1\n';
  const checkpoints = await db.selectFrom('auditCheckpoints').selectAll().orderBy('seq').execute();
  let next = 0;
  for await (const { seq, line, hash } of auditEntries(db)) {
    yield `${hash} ${line}\n`;
    for (let at = checkpoints[next]; at?.seq === seq; at = checkpoints[++next])
      yield `checkpoint ${at.seq} ${at.root} ${at.head} ${at.atMs}\n`;
  }
}
