import type Database from 'libsql';
import { readIds } from '../ids-text.ts';
import type { ForgetOrder } from '../log-store.ts';
import { trackingKey } from './write-batch.ts';

/** Records that are looked at in one go: others read and write in between. */
const LOOKED_AT_ONCE = 2_000;
/** Before every moment that a record can have. */
const FIRST_NS = -(2n ** 63n);

type OldRecord = readonly [id: bigint, ids: string, orderNs: bigint, origin: bigint];

/**
 * Forgets records before a moment, piece by piece; each piece is whole. Returns how many. Goes through what is old once, because
 * records of other sources, which stay, may lie before and between those that go.
 */
export async function forgetRecords(db: Database.Database, order: ForgetOrder): Promise<number> {
  const { beforeNs, sources } = order;
  const isWanted = originsOf(db, sources);
  const old = db
    .prepare(
      `select id, ids, order_ns, origin from record where (order_ns, id) > (?, ?) and order_ns < ?
       order by order_ns, id limit ${LOOKED_AT_ONCE}`,
    )
    .safeIntegers(true)
    .raw(true);
  const drop = dropper(db);
  let forgotten = 0;
  for (let last: readonly [bigint, bigint] | undefined = [FIRST_NS, 0n]; last !== undefined; ) {
    const rows = old.all([...last, beforeNs]) as OldRecord[];
    const wanted = rows.filter(([, , , origin]) => isWanted(origin));
    if (wanted.length > 0) forgotten += drop(wanted);
    const [id, , orderNs] = rows.at(-1) ?? [];
    last =
      id === undefined || orderNs === undefined || rows.length < LOOKED_AT_ONCE ? undefined : [orderNs, id];
    await new Promise(setImmediate);
  }
  if (forgotten > 0) tidy(db, order);
  return forgotten;
}

function originsOf(db: Database.Database, sources: readonly string[] | undefined): (id: bigint) => boolean {
  if (sources === undefined) return () => true;
  const rows = db
    .prepare(`select id from origin where source in ${marks(sources)}`)
    .safeIntegers(true)
    .raw(true)
    .all([...sources]) as [bigint][];
  const ids = new Set(rows.map(([id]) => id));
  return (id) => ids.has(id);
}

/** Takes records out of every table, in one transaction; gives how many were still there. */
function dropper(db: Database.Database): (records: readonly OldRecord[]) => number {
  const dropTracking = db.prepare(
    'delete from tracking where base = ? and path = ? and order_ns = ? and record = ?',
  );
  const dropWords = db.prepare('delete from words where rowid = ?');
  const dropRecord = db.prepare('delete from record where id = ?');
  const shrink = db.prepare('update origin set records = records - 1 where id = ?');
  return (records) => {
    let dropped = 0;
    db.transaction(() => {
      for (const [id, ids, orderNs, origin] of records) {
        // Another process may be at it as well.
        if (dropRecord.run([id]).changes === 0) continue;
        for (const one of readIds(ids)) dropTracking.run([...trackingKey(one), orderNs, id]);
        dropWords.run([id]);
        shrink.run([origin]);
        dropped++;
      }
    }).immediate();
    return dropped;
  };
}

/** What is gone may come again, and the oldest record left is a later one: of the origins that had one that went, and no others. */
function tidy(db: Database.Database, { beforeNs, sources }: ForgetOrder): void {
  const ofSources = sources === undefined ? '' : `and source in ${marks(sources)}`;
  db.transaction(() => {
    db.exec('delete from batch');
    db.exec('delete from origin where records = 0');
    db.prepare(
      `update origin set first_ns = (select time_ns from record
         where record.origin = origin.id and time_ns is not null and order_ns >= ? order by order_ns limit 1)
       where first_ns < ? ${ofSources}`,
    ).run([beforeNs, beforeNs, ...(sources ?? [])]);
  }).immediate();
}

function marks(values: readonly unknown[]): string {
  return `(${values.map(() => '?').join(', ')})`;
}
