import { randomUUID } from 'node:crypto';
import { CaseBook, confirmedVaultKeys, memoryObjects, openStore, sqlIntakes } from '@harrier/cases';
import { Exceptions, readExceptionPolicy, sqlExceptions } from '@harrier/cases/exceptions';
import { openDesk, openMemoryStore, type SourceDefinition } from '@harrier/logs';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { AccountBook } from '../accounts/account-book.ts';
import type { OidcOptions } from '../accounts/oidc/oidc-sign-in.ts';
import { permissions, type Role } from '../accounts/roles.ts';
import { buildServer, type SchemaCompilers } from '../build-server.ts';
import { ConnectorRegistry } from '../connectors/connector-registry.ts';
import { CaseEvents } from '../events/case-events.ts';
import { CollectorAudit } from '../logs/collector-audit.ts';
import type { Service } from '../service.ts';
import { keptCompilers } from './kept-compilers.ts';

export const origin = 'https://harrier.example.test';
const password = 'correct horse battery';

/** A server with an empty database in memory, and ways to be somebody. */
export interface TrialServer {
  readonly server: FastifyInstance;
  readonly service: Service;
  /** The time, which a test moves. */
  readonly clock: { nowMs: number };
  newTenant(): Promise<string>;
  /** Somebody with these roles, signed in. */
  signIn(tenantId: string, roles: readonly Role[]): Promise<Person>;
  /** The same account in another session. */
  signInAgain(person: Pick<Person, 'accountId' | 'name'>): Promise<Person>;
  ask(options: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly cookie: string;
  /** As a page of ours asks, with the session's cookie. */
  ask(method: InjectOptions['method'], url: string, body?: unknown): Promise<LightMyRequestResponse>;
  /** An API token with every scope. */
  apiToken(): Promise<string>;
}

/** Of the first server of this worker. */
let compilers: SchemaCompilers | undefined;

export async function trialServer(
  options: {
    mostUploadBytes?: number;
    mostTenantBytes?: number;
    oidc?: (given: Pick<OidcOptions, 'store' | 'accounts' | 'clock'>) => NonNullable<Service['oidc']>;
    sources?: readonly SourceDefinition[];
    env?: Record<string, string>;
    secretsFolder?: string;
  } = {},
): Promise<TrialServer> {
  const store = await openStore('sqlite::memory:');
  const objects = memoryObjects();
  const clock = { nowMs: 1_800_000_000_000 };
  const tick = () => clock.nowMs;
  const book = new CaseBook(store, objects, tick);
  // The lowest work factor: a test makes a hundred accounts.
  const accounts = new AccountBook(store, { clock: tick, logN: 4 });
  const exceptionStore = sqlExceptions(store);
  const registry = new ConnectorRegistry({
    store,
    objects,
    book,
    secrets: { env: options.env ?? {}, folder: options.secretsFolder ?? '/nowhere' },
    serversSecret: { file: 'oidc-client-secret' },
  });
  const desk = openDesk(openMemoryStore(), options.sources);
  const service: Service = {
    store,
    objects,
    book,
    accounts,
    intakes: sqlIntakes(store, objects),
    exceptions: new Exceptions({
      store: exceptionStore,
      now: tick,
      policyOf: async (tenantId) => await readExceptionPolicy(store, tenantId),
    }),
    exceptionStore,
    events: new CaseEvents(),
    registry,
    ...(options.oidc === undefined ? {} : { oidc: options.oidc({ store, accounts, clock: tick }) }),
    vaultKeys: async (tenantId) => await confirmedVaultKeys(store, tenantId, new Date(clock.nowMs)),
    ringWorker: () => {},
    logs: async () => desk,
    collectors: new CollectorAudit({ store, clock: tick }),
    clock: tick,
    settings: {
      publicOrigin: origin,
      mostUploadBytes: options.mostUploadBytes ?? 1_000_000,
      mostTenantBytes: options.mostTenantBytes ?? 1_000_000_000,
      leastRecipients: 2,
    },
  };
  const server = await buildServer(service, compilers === undefined ? {} : { compilers });
  compilers ??= keptCompilers(server);
  const host = new URL(origin).host;
  const ask = async (request: InjectOptions): Promise<LightMyRequestResponse> =>
    await server.inject({ ...request, headers: { host, origin, ...request.headers } });

  return {
    server,
    service,
    clock,
    ask,
    async newTenant() {
      const id = randomUUID();
      await store.db
        .insertInto('tenants')
        .values({ id, name: 'Example', createdMs: clock.nowMs++ })
        .execute();
      await registry.refresh();
      return id;
    },
    async signIn(tenantId, roles) {
      const name = `somebody-${randomUUID()}`;
      const { id } = await accounts.create('setup', { tenantId, name, password, roles });
      return await session(id, name);
    },
    signInAgain: async ({ accountId, name }) => await session(accountId, name),
    async close() {
      await server.close();
      await desk.store.close();
      await store.close();
    },
  };
  async function session(accountId: string, name: string): Promise<Person> {
    const cookie = `__Host-harrier=${await accounts.signIns.byPassword(name, password)}`;
    const identity = await accounts.signIns.ofSession(cookie.slice('__Host-harrier='.length));
    return {
      accountId,
      name,
      cookie,
      ask: async (method, url, body) =>
        await ask({
          ...(method === undefined ? {} : { method }),
          url,
          headers: {
            cookie,
            ...(body instanceof Uint8Array ? { 'content-type': 'application/octet-stream' } : {}),
          },
          ...(body === undefined
            ? {}
            : { payload: (body instanceof Uint8Array ? Buffer.from(body) : body) as object }),
        }),
      async apiToken() {
        if (identity === undefined) throw new Error('not signed in');
        const made = await accounts.apiTokens.create(identity, {
          name: 'trial',
          scopes: permissions,
          days: 1,
        });
        return made.token;
      },
    };
  }
}
