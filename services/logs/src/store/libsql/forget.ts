import type Database from 'libsql';
import { readIds } from '../ids-text.ts';
import type { ForgetOrder } from '../log-store.ts';
import { trackingKey } from './write-batch.ts';

/** Records that go in one transaction: others can write in between. */
const FORGET_AT_ONCE = 2_000;

/** Forgets records before a moment, piece by piece; each piece is whole. Returns how many. */
export async function forgetRecords(db: Database.Database, order: ForgetOrder): Promise<number> {
  const { beforeNs, sources } = order;
  const ofSources =
    sources === undefined
      ? ''
      : `and origin in (select id from origin where source in (${sources.map(() => '?').join(', ')}))`;
  const old = db
    .prepare(
      `select id, ids, order_ns, origin from record where order_ns < ? ${ofSources} limit ${FORGET_AT_ONCE}`,
    )
    .safeIntegers(true)
    .raw(true);
  const dropTracking = db.prepare(
    'delete from tracking where base = ? and path = ? and order_ns = ? and record = ?',
  );
  const dropWords = db.prepare('delete from words where rowid = ?');
  const dropRecord = db.prepare('delete from record where id = ?');
  const shrink = db.prepare('update origin set records = records - 1 where id = ?');
  let forgotten = 0;
  for (;;) {
    const count = db
      .transaction(() => {
        const rows = old.all([beforeNs, ...(sources ?? [])]) as [bigint, string, bigint, bigint][];
        for (const [id, ids, orderNs, origin] of rows) {
          for (const one of readIds(ids)) dropTracking.run([...trackingKey(one), orderNs, id]);
          dropWords.run([id]);
          dropRecord.run([id]);
          shrink.run([origin]);
        }
        return rows.length;
      })
      .immediate() as number;
    forgotten += count;
    if (count < FORGET_AT_ONCE) break;
    await new Promise(setImmediate);
  }
  if (forgotten > 0) tidy(db);
  return forgotten;
}

/** What is gone may come again, and the oldest record left is a later one. */
function tidy(db: Database.Database): void {
  db.transaction(() => {
    db.exec('delete from batch');
    db.exec('delete from origin where records = 0');
    db.exec(`update origin set first_ns = (
      select time_ns from record where origin = origin.id and time_ns is not null order by order_ns limit 1)`);
  }).immediate();
}
