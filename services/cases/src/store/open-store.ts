import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Database, Tables, Tx } from './database.ts';
import { LibsqlDialect } from './libsql-dialect.ts';
import { migrate } from './migrate.ts';
import { StoreError } from './store-error.ts';

/** An open database of cases. */
export interface Store {
  readonly db: Database;
  readonly engine: 'libsql' | 'postgres';
  /** Runs `work` in one transaction, again from its beginning where the database asks for that. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Connections of one process to PostgreSQL: several requests and a worker, far below the server's usual 100. */
const POOL_CONNECTIONS = 10;

/** PostgreSQL's type number of `bigint`. Our numbers stay below 2^53, so a plain number is exact. */
const BIGINT = 20;

/**
 * Opens `sqlite:<path>` or `postgres://…` and brings its tables up to date. Errors: `store/unreachable`,
 * `store/wrong-url`, `store/newer`.
 */
export async function openStore(url: string): Promise<Store> {
  const { dialect, engine } = await dialectOf(url);
  const db: Database = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
  try {
    await migrate(db, engine);
  } catch (cause) {
    await db.destroy().catch(() => {});
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(
      'store/unreachable',
      `The ${engine} database could not be opened (${reasonOf(cause)}).`,
    );
  }
  return {
    db,
    engine,
    transaction: async (work) => await inTransaction(db, work),
    close: async () => await db.destroy(),
  };
}

async function dialectOf(
  url: string,
): Promise<{ dialect: PostgresDialect | LibsqlDialect; engine: Store['engine'] }> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    // Loaded here: most servers have one file and no PostgreSQL.
    const { default: pg } = await import('pg');
    const pool = new pg.Pool({
      connectionString: url,
      max: POOL_CONNECTIONS,
      types: {
        getTypeParser: (oid, format) => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)),
      },
    });
    // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
    pool.on('error', () => {});
    return { dialect: new PostgresDialect({ pool }), engine: 'postgres' };
  }
  const file = /^sqlite:(.+)$/.exec(url)?.[1];
  if (file === undefined)
    throw new StoreError(
      'store/wrong-url',
      'A database is named as sqlite:<path> or postgres://<host>/<name>.',
    );
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  return { dialect: new LibsqlDialect(file), engine: 'libsql' };
}

/** As often as two transactions may get into each other's way before it is called a fault. */
const MOST_TRIES = 5;

async function inTransaction<Result>(db: Database, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (tries === MOST_TRIES || !isCollision(error)) throw error;
    }
  }
}

/** Serialization failure and deadlock (PostgreSQL, class 40), or a writer that kept the file for too long (SQLite). */
function isCollision(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === '40001' || code === '40P01' || code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_SNAPSHOT';
}

/** Whether a statement failed because a row with that key is there already. */
export function isDuplicate(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** A driver's message may hold the URL with its password; its code does not. */
function reasonOf(cause: unknown): string {
  const { code, name } = cause as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
}
