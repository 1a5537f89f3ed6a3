import { closeSync, openSync } from 'node:fs';
import { CompiledQuery, type DatabaseConnection, SqliteDialect, SqliteDriver } from 'kysely';
import Libsql from 'libsql';

/** How long a writer waits for another process that is writing. Writes take milliseconds; more than this is a fault. */
const BUSY_MS = 5000;

/**
 * One libsql file. Commits are on the disk when they return (`synchronous=FULL`), and a command line may have the same
 * file open as the server. Every transaction takes the write lock at its beginning: one that reads first and writes later
 * would fail at once where another process wrote in between (SQLITE_BUSY_SNAPSHOT), however long it is willing to wait.
 */
export class LibsqlDialect extends SqliteDialect {
  readonly #path: string;

  constructor(path: string) {
    super({ database: async () => openFile(path) });
    this.#path = path;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: async () => openFile(this.#path) });
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function openFile(path: string): Libsql.Database {
  // For its owner alone, whatever the folder allows; the log beside it takes the same mode.
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
  const file = new Libsql(path);
  // The answer of `pragma` is a row, which exec would refuse.
  for (const pragma of [
    `busy_timeout = ${BUSY_MS}`,
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
  ])
    file.prepare(`pragma ${pragma}`).all();
  // What was deleted is overwritten, not merely forgotten.
  file.prepare('pragma secure_delete = on').all();
  return file;
}
