import type { Database } from '../store/database.ts';
import { CaseSystemError } from './case-system-error.ts';

/** How a case system was when it was last looked at, by any worker. */
export interface ConnectorHealth {
  readonly lookedMs: number;
  /** Absent: no look has succeeded yet. */
  readonly okMs?: number;
  /** A code; absent: the last look succeeded. */
  readonly trouble?: string;
}

/** Writes down how a look at a case system ended. */
export async function recordHealth(
  db: Database,
  connector: string,
  nowMs: number,
  error?: unknown,
): Promise<void> {
  const trouble =
    error === undefined ? null : error instanceof CaseSystemError ? error.code : 'intake/internal';
  const okMs = trouble === null ? nowMs : null;
  await db
    .insertInto('connectorHealth')
    .values({ connector, lookedMs: nowMs, okMs, trouble })
    .onConflict((conflict) =>
      conflict
        .column('connector')
        .doUpdateSet({ lookedMs: nowMs, trouble, ...(okMs === null ? {} : { okMs }) }),
    )
    .execute();
}

/** Of every case system that was looked at, by its id. */
export async function connectorHealth(db: Database): Promise<ReadonlyMap<string, ConnectorHealth>> {
  const rows = await db.selectFrom('connectorHealth').selectAll().execute();
  return new Map(
    rows.map(({ connector, lookedMs, okMs, trouble }) => [
      connector,
      { lookedMs, ...(okMs === null ? {} : { okMs }), ...(trouble === null ? {} : { trouble }) },
    ]),
  );
}
