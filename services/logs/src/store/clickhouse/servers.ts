import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { LogStoreError } from '../log-store-error.ts';

/** The servers of a store. A question goes to the first one that can be reached. */
export class Servers {
  readonly #clients: readonly ClickHouseClient[];
  /** Its name in messages. */
  readonly store: string;
  /** Where the last question was answered. */
  #current = 0;

  constructor(clients: readonly ClickHouseClient[], store: string) {
    this.#clients = clients;
    this.store = store;
  }

  /** Each server by itself, for what all of them have to be told. */
  get all(): readonly ClickHouseClient[] {
    return this.#clients;
  }

  async command(query: string, settings: ClickHouseSettings = {}): Promise<void> {
    await this.#ask((client) => client.command({ query, clickhouse_settings: settings }));
  }

  /** All rows of a small answer. */
  async rows<Row>(query: string, settings: ClickHouseSettings = {}): Promise<Row[]> {
    return this.#ask(async (client) => {
      const answer = await client.query({
        query,
        format: 'JSONEachRow',
        clickhouse_settings: { ...settings, ...TEXT_64 },
      });
      return (await answer.json()) as Row[];
    });
  }

  async insert(table: string, values: readonly object[], settings: ClickHouseSettings): Promise<void> {
    await this.#ask((client) =>
      client.insert({ table, values: [...values], format: 'JSONEachRow', clickhouse_settings: settings }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.close()));
  }

  async #ask<Answer>(question: (client: ClickHouseClient) => Promise<Answer>): Promise<Answer> {
    for (let tried = 0; ; tried++) {
      try {
        return await question(this.#clients[this.#current]!);
      } catch (error) {
        if (!isConnectionLoss(error) || tried + 1 >= this.#clients.length) throw this.#told(error);
        this.#current = (this.#current + 1) % this.#clients.length;
      }
    }
  }

  /** Servers repeat parts of a question in their errors, so what they say stays in `cause`. */
  #told(error: unknown): LogStoreError {
    const { store } = this;
    if (isConnectionLoss(error))
      return new LogStoreError('logs/store-unreachable', store, `${store} cannot be reached.`, error);
    const code = serverCode(error);
    return REFUSALS.has(code)
      ? new LogStoreError('logs/store-refused', store, `${store} does not allow it (code ${code}).`, error)
      : new LogStoreError('logs/store-failed', store, `${store} answered with error ${code}.`, error);
  }
}

/** The server's number of an error; `''` for what no server said. Spec: ClickHouse, ErrorCodes.cpp. */
export function serverCode(error: unknown): string {
  const own = error instanceof LogStoreError ? error.cause : error;
  if (!(own instanceof Error)) return '';
  const { code } = own as { code?: unknown };
  // Old servers write their errors in a way that the client does not take apart.
  return typeof code === 'string' && /^\d+$/.test(code)
    ? code
    : (/^Code: (\d+)/.exec(own.message)?.[1] ?? '');
}

/** A shard did not answer: ALL_CONNECTION_TRIES_FAILED, SOCKET_TIMEOUT, NETWORK_ERROR, ATTEMPT_TO_READ_AFTER_EOF. */
export function isShardLoss(error: unknown): boolean {
  return ['279', '209', '210', '32'].includes(serverCode(error));
}

/** 64-bit numbers as text on every server; later ones write them as numbers otherwise. */
const TEXT_64: ClickHouseSettings = { output_format_json_quote_64bit_integers: 1 };

/** READONLY, UNKNOWN_USER, WRONG_PASSWORD, IP_ADDRESS_NOT_ALLOWED, DATABASE_ACCESS_DENIED, ACCESS_DENIED, AUTHENTICATION_FAILED. */
const REFUSALS = new Set(['164', '192', '193', '195', '291', '497', '516']);

function isConnectionLoss(error: unknown): boolean {
  if (serverCode(error) !== '') return false;
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  return (
    /^E[A-Z]+$/.test(code) || /socket hang up|timeout|fetch failed/i.test((error as Error)?.message ?? '')
  );
}
