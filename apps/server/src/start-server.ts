import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildServer } from './build-server.ts';
import { openService } from './open-service.ts';
import { readPageFiles } from './pages/page-files.ts';
import type { ServerSettings } from './settings/server-settings.ts';

/** A server that answers. */
export interface RunningServer {
  readonly origin: string;
  /** The link with which the first administrator is made; undefined once there is one. Anybody who has it can be that. */
  readonly setupLink: string | undefined;
  /** Answers what it is at, finishes the step that it is in, and lets go of everything. */
  stop(): Promise<void>;
}

/** Starts the API and a worker in this process. `log` gets one line of JSON for each request and fault. */
export async function startServer(
  settings: ServerSettings,
  log: (line: string) => void,
): Promise<RunningServer> {
  const held = await holdPort(settings);
  const origin = settings.publicOrigin ?? `http://localhost:${held.port}`;
  const fault = (text: string) => log(JSON.stringify({ level: 'error', fault: text }));
  const opened = await openService(settings, origin, fault).catch(async (error: unknown) => {
    await held.letGo();
    throw error;
  });
  const stopping = new AbortController();
  const server = await buildServer(opened.service, {
    logger: { level: 'info', stream: { write: (line: string) => log(line.trimEnd()) } },
    ...(settings.proxies === undefined ? {} : { proxies: settings.proxies }),
    ...(settings.pageFolder === undefined ? {} : { pages: await readPageFiles(settings.pageFolder) }),
  });
  try {
    await held.letGo();
    await server.listen({ host: settings.host, port: held.port });
  } catch (error) {
    await opened.close();
    throw error;
  }
  const work = opened.work(stopping.signal);
  const token = await opened.service.accounts.organisations.newSetupToken();
  const { confirmAccount } = settings;
  if (confirmAccount !== undefined && !(await opened.service.accounts.held.confirmByServer(confirmAccount)))
    fault(
      'HARRIER_CONFIRM_ACCOUNT confirmed nobody: no account of that name waits, or its owner has not chosen a password, or this value was used before (docs/exceptions.md)',
    );
  return {
    origin,
    // Behind `#`, which browsers send to nobody and write in no log.
    setupLink: token === undefined ? undefined : `${origin}/#setup=${token}`,
    async stop() {
      stopping.abort();
      // They never end by themselves.
      opened.service.events.end();
      await answered(server);
      await work;
      await opened.close();
    },
  };
}

/** A worker without an API: any number of them, on any machine that reaches database and objects. */
export async function startWorker(
  settings: ServerSettings,
  log: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  const origin = settings.publicOrigin ?? `http://localhost:${settings.port}`;
  const fault = (text: string) => log(JSON.stringify({ level: 'error', fault: text }));
  const opened = await openService(settings, origin, fault);
  // A server may wait for days. A worker is there for captures: what tells of them is there before the first one comes.
  await import('@harrier/analyze');
  const stopping = new AbortController();
  const work = opened.work(stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await work;
      await opened.close();
    },
  };
}

/** What is asked by now gets so long to be answered: container runtimes end a process after ten seconds. */
const LAST_ANSWERS_MS = 8_000;
/** A browser keeps its connection for a next request; until a server stops that is welcome. */
const IDLE_LOOK_MS = 100;

/** Takes no more requests, and resolves when those that it has are answered or their time is over. */
async function answered(server: FastifyInstance): Promise<void> {
  const idle = setInterval(() => server.server.closeIdleConnections(), IDLE_LOOK_MS);
  const patience = setTimeout(() => server.server.closeAllConnections(), LAST_ANSWERS_MS);
  try {
    await server.close();
  } finally {
    clearInterval(idle);
    clearTimeout(patience);
  }
}

/** A port, and the way to make it free for whoever asked. */
interface HeldPort {
  readonly port: number;
  letGo(): Promise<void>;
}

/** Any port, where none is named: held, because opening a service takes long enough for somebody else to be given it. */
async function holdPort({ host, port }: ServerSettings): Promise<HeldPort> {
  if (port !== 0) return { port, letGo: async () => {} };
  const probe = createServer((caller) => caller.destroy()).unref();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, host, resolve);
  });
  return {
    port: (probe.address() as AddressInfo).port,
    letGo: async () => await new Promise((resolve) => probe.close(() => resolve())),
  };
}
