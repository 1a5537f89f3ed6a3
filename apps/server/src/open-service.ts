import { readFile } from 'node:fs/promises';
import {
  CaseBook,
  cleanApart,
  confirmedVaultKeys,
  Doorbell,
  examineApart,
  findExpired,
  openObjects,
  openStore,
  openWorkshop,
  runWorker,
  sqlIntakes,
  sweepObjects,
  workOnBackfill,
  workOnRetention,
  writeCheckpoint,
} from '@harrier/cases';
import { Exceptions, readExceptionPolicy, sqlExceptions, tellNextStep } from '@harrier/cases/exceptions';
import { readVaultKeys, type VaultKey } from '@harrier/cases/vault';
import type { LogDesk, SourceDefinition } from '@harrier/logs';
import { AccountBook } from './accounts/account-book.ts';
import { readOidcSettings } from './accounts/oidc/oidc-settings.ts';
import type { OidcSignIn } from './accounts/oidc/oidc-sign-in.ts';
import { ConnectorRegistry } from './connectors/connector-registry.ts';
import { secretOf } from './connectors/secret-of.ts';
import { doEach } from './do-each.ts';
import { CaseEvents } from './events/case-events.ts';
import { CollectorAudit } from './logs/collector-audit.ts';
import { forgetOldLogs } from './logs/forget-old-logs.ts';
import { logRoom } from './logs/log-room.ts';
import type { Service } from './service.ts';
import type { ServerSettings } from './settings/server-settings.ts';

/** What servers and workers share. */
export interface OpenService {
  readonly service: Service;
  /** Works on intakes until `signal` says stop. */
  work(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Checkpoints are written, unneeded objects swept and old logs forgotten this often. */
const UPKEEP_MS = 60 * 60 * 1000;
/** Exceptions are looked at this often, and at once where this process took a step of one. */
const TEND_MS = 5_000;
/** Case systems of a new tenant are seen after this long. */
const CONNECTORS_MS = 10_000;

/**
 * Opens database, objects and case systems. `onFault` is told of what nobody expected, as text without captured values.
 * Errors: those of the store and of the object store.
 */
export async function openService(
  settings: ServerSettings,
  publicOrigin: string,
  onFault: (fault: string) => void,
): Promise<OpenService> {
  const store = await openStore(settings.database);
  const objects = await openObjects(settings.objects);
  const clock = Date.now;
  const book = new CaseBook(store, objects, clock);
  const intakes = sqlIntakes(store, objects);
  const exceptionStore = sqlExceptions(store);
  const exceptions = new Exceptions({
    store: exceptionStore,
    now: clock,
    policyOf: async (tenantId) => await readExceptionPolicy(store, tenantId),
  });
  const events = new CaseEvents();
  const bell = new Doorbell();
  const noteBell = new Doorbell();
  const vaultKeys = async (tenantId: string) => [
    ...(await keysOf(settings.keyFile)),
    ...(await confirmedVaultKeys(store, tenantId, new Date(clock()))),
  ];

  let openedLogs: Promise<LogDesk> | undefined;
  const logs = async (): Promise<LogDesk> => {
    openedLogs ??= openLogs(settings);
    try {
      return await openedLogs;
    } catch (error) {
      // The next one who asks may find it there.
      openedLogs = undefined;
      throw error;
    }
  };

  const { passwordLogN: logN } = settings;
  const accounts = new AccountBook(store, { clock, ...(logN === undefined ? {} : { logN }) });
  const secrets = { env: process.env, folder: settings.secretsFolder };
  const oidcSettings = await readOidcSettings(settings.oidcFile);
  let oidc: OidcSignIn | undefined;
  if (oidcSettings !== undefined) {
    const { OidcSignIn } = await import('./accounts/oidc/oidc-sign-in.ts');
    const secret = async () => await secretOf(oidcSettings.secret, secrets);
    oidc = new OidcSignIn({ settings: oidcSettings, secret, store, accounts, publicOrigin, clock });
  }
  const registry = new ConnectorRegistry({
    store,
    objects,
    book,
    secrets,
    serversSecret: oidcSettings?.secret,
    file: settings.connectorsFile,
    ...(settings.watchedFolder === undefined ? {} : { watchedFolder: settings.watchedFolder }),
  });
  await registry.refresh();

  const workshop = openWorkshop({
    store: intakes,
    objects,
    connector: (id) => registry.find(id),
    vaultKeys,
    leastRecipients: settings.leastRecipients,
    examine: examineApart,
    clean: cleanApart,
    clock,
    linkTo: (caseRef) => `${publicOrigin}/#case=${encodeURIComponent(caseRef)}`,
  });

  const fault = (error: unknown): void => onFault(faultText(error));
  const collectors = new CollectorAudit({ store, clock });

  /** Ends what was not done in time, tells cases of exceptions, goes on with back-fills, destroys what has expired. */
  const tend = async (signal: AbortSignal): Promise<void> => {
    const connector = (id: string) => registry.find(id);
    while (!signal.aborted) {
      await doEach(
        [
          async () => await exceptions.lapse(),
          async () => await collectors.write('over'),
          async () => {
            while (!signal.aborted && (await tellNextStep({ store, connector, clock }))) {
              // The next one.
            }
          },
          async () => await workOnBackfill(store, connector, clock),
          // One each time: a large copy is read for minutes, and what somebody waits for comes first.
          async () => signal.aborted || (await workOnRetention({ store, objects, connector, clock })),
        ],
        fault,
      );
      await noteBell.wait(TEND_MS, signal);
    }
  };

  return {
    service: {
      store,
      objects,
      book,
      accounts,
      ...(oidc === undefined ? {} : { oidc }),
      intakes,
      exceptions,
      exceptionStore,
      events,
      registry,
      vaultKeys,
      ringWorker: () => {
        bell.ring();
        noteBell.ring();
      },
      logs,
      collectors,
      clock,
      settings: {
        publicOrigin,
        mostUploadBytes: settings.mostUploadBytes,
        mostTenantBytes: settings.mostTenantBytes,
        leastRecipients: settings.leastRecipients,
      },
    },
    async work(signal) {
      const refresh = setInterval(() => void registry.refresh().catch(fault), CONNECTORS_MS);
      // A store of logs that nobody keeps for a limited time is not opened for this.
      const keepLogs = async () => {
        const definitions = await readLogSources(settings);
        if (definitions.some(({ retentionDays }) => retentionDays !== undefined))
          await forgetOldLogs({ logs, clock });
      };
      const upkeep = setInterval(
        () =>
          void doEach(
            [
              async () => await writeCheckpoint(store.db, clock()),
              async () => await sweepObjects(store, objects, clock()),
              async () => await findExpired({ store, clock }),
              keepLogs,
            ],
            fault,
          ),
        UPKEEP_MS,
      );
      const tending = tend(signal);
      try {
        await runWorker({
          workshop,
          store,
          connectors: () => registry.connectors,
          onChange: (intake) => events.tell(intake),
          onFault: fault,
          signal,
          bell,
        });
      } finally {
        await tending;
        clearInterval(refresh);
        clearInterval(upkeep);
      }
    },
    close: async () => {
      await collectors.write('all').catch(fault);
      await (await openedLogs?.catch(() => undefined))?.store.close();
      await store.close();
    },
  };
}

async function openLogs(settings: ServerSettings): Promise<LogDesk> {
  const { openDesk, openLogStore } = await logRoom();
  return openDesk(await openLogStore(settings.logs), await readLogSources(settings));
}

async function readLogSources({ logSources }: ServerSettings): Promise<readonly SourceDefinition[]> {
  let text: string | undefined;
  try {
    text = await readFile(logSources, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return text === undefined ? [] : (await logRoom()).readSourceDefinitions(text, logSources);
}

/** No file yet is no key: sealing then says so, and the original stays where it is. */
async function keysOf(file: string): Promise<readonly VaultKey[]> {
  try {
    return await readVaultKeys(await readFile(file), new Date());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Kind and place: a message may hold captured text. */
function faultText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  const place = /\n\s+(at .*)/.exec(error.stack ?? '')?.[1] ?? '';
  return [error.name, code, place].filter(Boolean).join(' ');
}
