import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openAsBlob, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generateKey } from 'openpgp';

// Seen from `bench/dist/suites/cases`.
const harrier = fileURLToPath(new URL('../../../../apps/cli/bin/harrier.js', import.meta.url));
const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const password = 'correct horse battery';
/** Looks at a case; below the server's 600 requests a minute. */
const LOOK_MS = 250;
/** Looks at processes that end by themselves. */
const CHILD_LOOK_MS = 50;

/** `harrier serve` in a process of its own, as somebody who installs it has it, with an engineer who is signed in. */
export interface Served {
  newCase(): Promise<string>;
  /** Error: with the status, where the upload is refused. */
  upload(caseId: string, file: string, name: string): Promise<void>;
  /** Until every attachment of the cases is worked on; gives what became of them, by case. */
  settled(caseIds: readonly string[], timeLimitMs: number): Promise<ReadonlyMap<string, string>>;
  /** The most memory that the process has held so far, and the largest of those that it starts to sanitize. */
  peakRss(): { readonly serverBytes: number; readonly sanitizerBytes: number };
  /** What the process holds now; `pssBytes` counts what it shares with others in part. */
  memoryNow(): { readonly rssBytes: number; readonly pssBytes: number };
  stop(): Promise<void>;
}

export async function serve(): Promise<Served> {
  const folder = await mkdtemp(path.join(repository, '.cache', 'bench-serve-'));
  const keys = await Promise.all(
    ['team', 'safe'].map(async (name) => await generateKey({ userIDs: [{ name }], format: 'armored' })),
  );
  writeFileSync(path.join(folder, 'vault-keys.asc'), keys.map(({ publicKey }) => publicKey).join('\n'));
  const child = spawn(process.execPath, [harrier, 'serve', '--port', '0'], {
    env: { ...process.env, HARRIER_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = (await lineOf(child.stdout, /^(http\S+)$/m))[1] ?? '';
  const setup = (await lineOf(child.stderr, /#setup=([\w-]+)/))[1] ?? '';
  child.stderr?.resume();

  let cookie = '';
  const ask = async (method: string, url: string, body?: unknown): Promise<unknown> => {
    const isFile = body instanceof Blob;
    const answer = await fetch(new URL(url, origin), {
      method,
      headers: {
        origin,
        cookie,
        ...(body === undefined
          ? {}
          : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    });
    const set = answer.headers.get('set-cookie');
    if (set !== null) cookie = set.split(';')[0] ?? '';
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url.split('?')[0]} answered ${answer.status}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  await ask('POST', '/api/setup', { token: setup, organisation: 'Bench', name: 'ann', password });
  await ask('POST', '/api/session', { name: 'ann', password });
  await ask('POST', '/api/accounts', { name: 'eve', password, roles: ['engineer'] });
  await ask('POST', '/api/session', { name: 'eve', password });

  let largestChildBytes = 0;
  const looking = setInterval(() => {
    for (const id of childrenOf(child.pid))
      largestChildBytes = Math.max(largestChildBytes, bytesIn(`/proc/${id}/status`, 'VmHWM'));
  }, CHILD_LOOK_MS);

  return {
    async newCase() {
      return ((await ask('POST', '/api/cases', { title: 'Bench', language: 'en' })) as { id: string }).id;
    },
    async upload(caseId, file, name) {
      const url = `/api/cases/${caseId}/attachments?name=${encodeURIComponent(name)}`;
      await ask('POST', url, await openAsBlob(file));
    },
    async settled(caseIds, timeLimitMs) {
      const endMs = performance.now() + timeLimitMs;
      for (;;) {
        const intakes = (await ask('GET', '/api/intakes?limit=200')) as {
          state: string;
          facts: { skipped?: string };
          attachment: { caseRef: string };
        }[];
        // Our own clean and sealed files are looked at as well, and left.
        const told = intakes.filter(({ facts }) => facts.skipped !== 'own-file');
        const byCase = new Map(told.map(({ attachment, state }) => [attachment.caseRef, state]));
        const isSettled = caseIds.every((id) => (byCase.get(id) ?? 'running') !== 'running');
        if (isSettled || performance.now() > endMs) return byCase;
        await setTimeout(LOOK_MS);
      }
    },
    peakRss: () => ({
      serverBytes: bytesIn(`/proc/${child.pid}/status`, 'VmHWM'),
      sanitizerBytes: largestChildBytes,
    }),
    memoryNow: () => ({
      rssBytes: bytesIn(`/proc/${child.pid}/smaps_rollup`, 'Rss'),
      pssBytes: bytesIn(`/proc/${child.pid}/smaps_rollup`, 'Pss'),
    }),
    async stop() {
      clearInterval(looking);
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A line of a file of `/proc`; 0 where the process has ended meanwhile. */
function bytesIn(file: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(textOf(file));
  return Number(found?.[1] ?? 0) * 1024;
}

function childrenOf(processId: number | undefined): readonly string[] {
  return textOf(`/proc/${processId}/task/${processId}/children`).split(' ').filter(Boolean);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/** The first match in what a stream says. Error: where it ends before. */
async function lineOf(stream: ChildProcess['stdout'], pattern: RegExp): Promise<RegExpExecArray> {
  let text = '';
  if (stream === null) throw new Error('no output');
  return await new Promise((resolve, reject) => {
    const onData = (bytes: Buffer): void => {
      text += bytes.toString('utf8');
      const found = pattern.exec(text);
      if (found === null) return;
      stream.off('data', onData);
      resolve(found);
    };
    stream.on('data', onData);
    stream.once('end', () => reject(new Error('the server did not start')));
  });
}
