import { LogStoreError } from '../log-store-error.ts';

/** `clickhouse://user:password@host:8123,host:8123/database?cluster=logs&replicated=1&tls=1`, read. */
export interface ClickhouseAddress {
  /** The HTTP interface of every server, the first one that answers is asked. */
  readonly urls: readonly string[];
  readonly username: string;
  readonly password: string;
  readonly database: string;
  readonly cluster: string | undefined;
  readonly replicated: boolean;
  /** The address without user and password: for messages. */
  readonly name: string;
}

/** Names that need no quotes in SQL, so that none is ever quoted. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** Reads an address. Without a password the environment's `HARRIER_CLICKHOUSE_PASSWORD` counts. */
export function readClickhouseAddress(text: string, env: NodeJS.ProcessEnv = process.env): ClickhouseAddress {
  const match = /^clickhouse:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?#@]+)(?:\/([^/?#]*))?(?:\?([^#]*))?$/.exec(
    text,
  );
  const name = `clickhouse://${match?.[3] ?? ''}`;
  const refuse = () =>
    new LogStoreError('logs/store-address', name, 'This is no address of a ClickHouse store.');
  if (match === null) throw refuse();
  const [, user = '', password, hosts = '', path = '', query = ''] = match;
  const options = new URLSearchParams(query);
  const database = path === '' ? 'default' : path;
  const cluster = options.get('cluster') ?? undefined;
  const unknown = [...options.keys()].some((key) => !['cluster', 'replicated', 'tls'].includes(key));
  if (!NAME.test(database) || (cluster !== undefined && !NAME.test(cluster)) || unknown) throw refuse();
  const scheme = options.get('tls') === '1' ? 'https' : 'http';
  const urls = hosts.split(',').map((host) => {
    if (!/^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/.test(host)) throw refuse();
    return `${scheme}://${/:\d+$/.test(host) ? host : `${host}:8123`}`;
  });
  return {
    urls,
    username: decodeURIComponent(user === '' ? 'default' : user),
    password: password === undefined ? (env.HARRIER_CLICKHOUSE_PASSWORD ?? '') : decodeURIComponent(password),
    database,
    cluster,
    replicated: options.get('replicated') === '1',
    name: `${name}/${database}`,
  };
}
