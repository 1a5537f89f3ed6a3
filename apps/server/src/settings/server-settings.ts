import path from 'node:path';

/** How a server or a worker runs. Everything has a default that works on one machine with nothing else installed. */
export interface ServerSettings {
  /** `sqlite:<path>` or `postgres://…`. */
  readonly database: string;
  /** A folder, or `s3://<bucket>/<prefix>?endpoint=…&region=…`. */
  readonly objects: string;
  /** Address to listen at. Anything but loopback belongs behind TLS. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** As browsers see it; default `http://localhost:<port>`. */
  readonly publicOrigin?: string;
  /** Addresses or networks, with commas between, of proxies whose `X-Forwarded-For` is believed; absent: nobody's. */
  readonly proxies?: string;
  /** Public keys that originals are sealed for, as gpg exports them. */
  readonly keyFile: string;
  /** How many keys each original must be sealed for, at least. */
  readonly leastRecipients: number;
  /** Case folders to watch besides the cases of our own. */
  readonly watchedFolder?: string;
  readonly mostUploadBytes: number;
  /** What one organisation may have attached at a time. */
  readonly mostTenantBytes: number;
  /** JSON file with the identity provider, see apps/server/README.md; none where it is not there. */
  readonly oidcFile: string;
  /** `sqlite:<path>` or `clickhouse://…`. */
  readonly logs: string;
  /** The file that describes sources of logs; none where there is no such file. */
  readonly logSources: string;
  /** Folder of the built page; absent = the API alone. */
  readonly pageFolder?: string;
  /** JSON file with the case systems, see docs/case-systems.md; none where it is not there. */
  readonly connectorsFile: string;
  /** Folder with a file for each secret that a definition names. */
  readonly secretsFolder: string;
  /** An account whose roles wait for a second person, where there is nobody left: whoever runs the server confirms it at the start. Each value works once; `<name>#2` is another. */
  readonly confirmAccount?: string;
  /** Work factor of passwords. No variable sets it: tests alone lower it, which make many accounts. */
  readonly passwordLogN?: number;
}

const DEFAULT_PORT = 4780;
/** Larger captures exist; a limit has to be one, and this one fits a day of a busy page. */
const DEFAULT_UPLOAD_BYTES = 2 * 1024 ** 3;

/** A year of a busy team's captures; whoever has the disk says more. */
const DEFAULT_TENANT_BYTES = 200 * 1024 ** 3;

/** Settings from the environment; the command line's own options go before them. */
export function settingsOf(
  env: Readonly<Record<string, string | undefined>>,
  given: Partial<ServerSettings> = {},
): ServerSettings {
  const data = path.resolve(env.HARRIER_DATA ?? '.harrier');
  const publicOrigin = given.publicOrigin ?? env.HARRIER_ORIGIN;
  const watchedFolder = given.watchedFolder ?? env.HARRIER_WATCHED_FOLDER;
  const confirmAccount = given.confirmAccount ?? env.HARRIER_CONFIRM_ACCOUNT;
  const proxies = given.proxies ?? env.HARRIER_PROXIES;
  const { pageFolder, passwordLogN } = given;
  return {
    database: given.database ?? env.HARRIER_DATABASE ?? `sqlite:${path.join(data, 'cases.db')}`,
    objects: given.objects ?? env.HARRIER_OBJECTS ?? path.join(data, 'objects'),
    host: given.host ?? env.HARRIER_HOST ?? '127.0.0.1',
    port: given.port ?? Number(env.HARRIER_PORT ?? DEFAULT_PORT),
    keyFile: given.keyFile ?? env.HARRIER_VAULT_KEYS ?? path.join(data, 'vault-keys.asc'),
    leastRecipients: given.leastRecipients ?? Number(env.HARRIER_LEAST_RECIPIENTS ?? 2),
    mostUploadBytes: given.mostUploadBytes ?? Number(env.HARRIER_MOST_UPLOAD_BYTES ?? DEFAULT_UPLOAD_BYTES),
    mostTenantBytes: given.mostTenantBytes ?? Number(env.HARRIER_MOST_TENANT_BYTES ?? DEFAULT_TENANT_BYTES),
    oidcFile: given.oidcFile ?? env.HARRIER_OIDC ?? path.join(data, 'oidc.json'),
    logs: given.logs ?? env.HARRIER_LOGS ?? `sqlite:${path.join(data, 'logs.db')}`,
    logSources: given.logSources ?? env.HARRIER_LOG_SOURCES ?? path.join(data, 'sources.json'),
    connectorsFile: given.connectorsFile ?? env.HARRIER_CONNECTORS ?? path.join(data, 'connectors.json'),
    secretsFolder: given.secretsFolder ?? env.HARRIER_SECRETS ?? path.join(data, 'secrets'),
    ...(publicOrigin === undefined ? {} : { publicOrigin: new URL(publicOrigin).origin }),
    ...(proxies === undefined ? {} : { proxies }),
    ...(watchedFolder === undefined ? {} : { watchedFolder }),
    ...(pageFolder === undefined ? {} : { pageFolder }),
    ...(confirmAccount === undefined ? {} : { confirmAccount }),
    ...(passwordLogN === undefined ? {} : { passwordLogN }),
  };
}
