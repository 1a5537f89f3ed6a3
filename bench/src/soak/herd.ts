import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

// Seen from `bench/dist/soak`.
const built = new URL('../../../apps/cli/dist/main.js', import.meta.url).href;
/** `harrier` without its launcher, which would build again what somebody edits while this runs. */
const harrier = `import { main, processIo } from ${JSON.stringify(built)};
process.exit(await main(process.argv.slice(1), processIo()));`;
/** A server on a busy machine may take so long to answer for the first time. */
const MOST_START_MS = 180_000;

/** Where the processes keep what they keep. */
export interface HerdPlaces {
  /** `HARRIER_DATA`. */
  readonly folder: string;
  /** Instead of libsql in the folder. */
  readonly database?: string;
  readonly workers: number;
}

/** A server and workers beside it, as an operator runs them; each can be killed, and comes again. */
export interface Herd {
  readonly origin: string;
  /** The token with which the first administrator is made. */
  readonly setupToken: string;
  readonly members: readonly HerdMember[];
  stop(): Promise<void>;
}

export interface HerdMember {
  readonly name: string;
  /** kill -9, then another of the same. Resolves when it runs. */
  killAndRestart(): Promise<void>;
  /** The memory that it holds now, bytes; undefined while there is none of it. */
  rssBytes(): number | undefined;
  /** Processor time since its last start, ms. */
  processorMs(): number;
  /** For how long its first thread has been on a core, and waited for one, since its last start. */
  turnMs(): { readonly onCore: number; readonly waiting: number };
}

/** Starts one server, then the workers. */
export async function startHerd(places: HerdPlaces): Promise<Herd> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = new Member('server', ['serve', '--port', String(port)], places, async () => {
    await answers(origin);
  });
  const setup = await server.begin(/#setup=([\w-]+)/);
  const workers = Array.from(
    { length: places.workers },
    (_, at) => new Member(`worker ${at + 1}`, ['worker'], places, async () => {}),
  );
  for (const worker of workers) await worker.begin();
  const members = [server, ...workers];
  return {
    origin,
    setupToken: setup,
    members,
    stop: async () => {
      for (const member of members) await member.end();
    },
  };
}

class Member implements HerdMember {
  readonly name: string;
  readonly #words: readonly string[];
  readonly #places: HerdPlaces;
  readonly #isUp: () => Promise<void>;
  #child: ChildProcess | undefined;
  #isOver = false;

  constructor(name: string, words: readonly string[], places: HerdPlaces, isUp: () => Promise<void>) {
    this.name = name;
    this.#words = words;
    this.#places = places;
    this.#isUp = isUp;
  }

  /** Starts it; gives what `pattern` finds in its log, where one is asked for. */
  async begin(pattern?: RegExp): Promise<string> {
    const { folder, database } = this.#places;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', harrier, ...this.#words], {
      env: {
        ...process.env,
        HARRIER_DATA: folder,
        ...(database === undefined ? {} : { HARRIER_DATABASE: database }),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    let told = '';
    let found: string | undefined;
    child.stderr?.on('data', (bytes: Buffer) => {
      if (pattern === undefined || found !== undefined) return;
      told += bytes.toString('utf8');
      found = pattern.exec(told)?.[1];
    });
    await this.#isUp();
    for (let waited = 0; pattern !== undefined && found === undefined; waited += 50) {
      if (child.exitCode !== null || waited > MOST_START_MS)
        throw new Error(`${this.name} did not start: ${told}`);
      await setTimeout(50);
    }
    return found ?? '';
  }

  async killAndRestart(): Promise<void> {
    if (this.#isOver) return;
    await this.#stop('SIGKILL');
    await this.begin();
    // It was ended for good meanwhile.
    if (this.#isOver) await this.#stop('SIGTERM');
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#stop('SIGTERM');
  }

  rssBytes(): number | undefined {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(this.#proc('status'))?.[1];
    return found === undefined ? undefined : Number(found) * 1024;
  }

  processorMs(): number {
    // Fields 14 and 15 of proc(5), counted behind the name, which may hold blanks; a tick is 10 ms on Linux.
    const fields = this.#proc('stat').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
  }

  turnMs(): { readonly onCore: number; readonly waiting: number } {
    // Nanoseconds, see the kernel's documentation of sched-stats.
    const [onCore = 0, waiting = 0] = this.#proc('schedstat').split(' ').map(Number);
    return { onCore: onCore / 1e6, waiting: waiting / 1e6 };
  }

  #proc(name: string): string {
    try {
      return readFileSync(`/proc/${this.#child?.pid}/${name}`, 'latin1');
    } catch {
      return '';
    }
  }

  async #stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }
}

async function answers(origin: string): Promise<void> {
  const endMs = performance.now() + MOST_START_MS;
  for (;;) {
    try {
      if ((await fetch(`${origin}/api/health/live`)).ok) return;
    } catch {
      // Not yet.
    }
    if (performance.now() > endMs) throw new Error('the server did not start');
    await setTimeout(100);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
