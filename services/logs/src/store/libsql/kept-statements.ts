import type Database from 'libsql';

/** Statements that wait for their next use: one search asks the same few again and again. */
const MOST_KEPT = 32;

/**
 * Prepared statements that are used again: understanding a search's SQL takes a fifth of the search. A statement is lent to
 * one reader at a time, because two answers may be read by turns.
 */
export class KeptStatements {
  readonly #db: Database.Database;
  readonly #idle = new Map<string, Database.Statement>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** A statement that gives rows as lists, for whoever asks alone until it comes back. */
  lend(sql: string): Database.Statement {
    const kept = this.#idle.get(sql);
    if (kept === undefined) return this.#db.prepare(sql).raw(true);
    this.#idle.delete(sql);
    return kept;
  }

  /** Takes a statement back whose rows were all read; one that was broken off is not worth keeping. */
  takeBack(sql: string, statement: Database.Statement): void {
    this.#idle.set(sql, statement);
    if (this.#idle.size > MOST_KEPT) this.#idle.delete(this.#idle.keys().next().value as string);
  }
}
