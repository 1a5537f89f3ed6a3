import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { generateKey } from 'openpgp';
import { afterEach, beforeEach, expect, it } from 'vitest';

const launcher = fileURLToPath(new URL('../../../bin/harrier.js', import.meta.url));
const built = new URL('../../../dist/commands/serve/no-core-dumps.js', import.meta.url);
const isLinux = process.platform === 'linux';
const password = 'correct horse battery';
/** Put together when it is needed, so that no scanner of the repository takes it for a real one. */
const canary = ['canary', 'w52Rm8TqZx61Kf'].join('-');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-core-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Node with a script, where the kernel may write a core dump into its folder, as large as this machine allows at most. */
function dumping(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn('/bin/sh', ['-c', 'ulimit -c "$(ulimit -H -c)"; exec "$@"', 'sh', process.execPath, ...args], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function files(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/** By what they are: machines name them differently. Spec: ELF, `e_type` 4 is ET_CORE, behind 16 bytes of `e_ident`. */
const dumps = () =>
  files().filter((file) => {
    const bytes = readFileSync(file);
    return bytes.subarray(0, 4).toString('latin1') === '\x7fELF' && bytes.readUInt16LE(16) === 4;
  });
const holders = () => files().filter((file) => readFileSync(file).includes(canary));

/** Puts the canary together in memory alone, tells which kinds of memory the kernel would write, and crashes. */
const crash = `globalThis.kept = Buffer.from(${JSON.stringify(canary.split('-'))}.join('-'));
  require('node:fs').writeSync(1, require('node:fs').readFileSync('/proc/self/coredump_filter')); process.abort();`;
const start = `import { spawnSync } from 'node:child_process';
  spawnSync(process.execPath, ['-e', ${JSON.stringify(crash)}], { stdio: 'inherit' });`;

/** What the process that crashed told of itself. */
async function crashed(script: string): Promise<string> {
  const process = dumping(['--input-type=module', '-e', script]);
  let told = '';
  process.stdout?.on('data', (piece) => {
    told += String(piece);
  });
  await once(process, 'close');
  return told.trim();
}

/** Whether this machine writes dumps beside a process; others forbid them, or hand them to a program that keeps them elsewhere. */
async function dumpsAreHere(): Promise<boolean> {
  await crashed(start);
  const found = dumps();
  // Such a dump has everything: what looks for it here would see it.
  expect(holders()).toEqual(found);
  for (const file of found) rmSync(file);
  if (found.length === 0)
    console.warn('No core dump was looked at: this machine writes none beside a process.');
  return found.length > 0;
}

it.runIf(isLinux)('hold nothing of a process that was started by one which wants none', async () => {
  const guarded = `import { leaveMemoryOutOfCoreDumps } from '${built}'; leaveMemoryOutOfCoreDumps(); ${start}`;
  expect(await crashed(guarded)).toBe('00000000');
  const found = dumps();
  expect(holders()).toEqual([]);
  for (const file of found) rmSync(file);
  expect(found).toHaveLength((await dumpsAreHere()) ? 1 : 0);
});

it.runIf(isLinux)(
  'of a server hold nothing of the captures that it worked on',
  async () => {
    const keys = await Promise.all(
      ['team', 'safe'].map(async (name) => await generateKey({ userIDs: [{ name }], format: 'armored' })),
    );
    writeFileSync(path.join(folder, 'vault-keys.asc'), keys.map(({ publicKey }) => publicKey).join('\n'));
    const isHere = await dumpsAreHere();
    // The server's children have nothing of its environment, so it writes down itself what each of them was given.
    const tell = path.join(folder, 'tell-filter.cjs');
    writeFileSync(
      tell,
      `const fs = require('node:fs');
      const processes = require('node:child_process');
      const { fork } = processes;
      if (process.argv.includes('serve'))
        processes.fork = (...given) => {
          const child = fork(...given);
          fs.writeFileSync('filter.' + child.pid, fs.readFileSync('/proc/' + child.pid + '/coredump_filter'));
          return child;
        };
      require('node:module').syncBuiltinESMExports();`,
    );
    const server = dumping([launcher, 'serve', '--port', '0'], {
      HARRIER_DATA: folder,
      NODE_OPTIONS: `--require=${tell}`,
    });
    try {
      const [origin, link] = await Promise.all([
        firstMatch(server.stdout, /^(http\S+)$/m),
        firstMatch(server.stderr, /#setup=([\w-]+)/),
      ]);
      const ask = asker(origin);
      await ask('/api/setup', { token: link, organisation: 'Example', name: 'ada', password });
      await ask('/api/session', { name: 'ada', password });
      await ask('/api/accounts', { name: 'eve', password, roles: ['engineer'] });
      await ask('/api/session', { name: 'eve', password });
      const { id } = await ask<{ id: string }>('/api/cases', { title: 'No audio', language: 'en' });
      // One is worked on in the server's process; one is packed, and so is worked on in others.
      for (const bytes of [capture(), gzipSync(capture())])
        await ask(`/api/cases/${id}/attachments?name=a.har`, new Uint8Array(bytes));
      const states = async () =>
        (await ask<{ state: string }[]>(`/api/intakes?caseRef=${id}`)).map(({ state }) => state);
      await expect.poll(states, { timeout: 120_000, interval: 100 }).toEqual(['done', 'done']);
      expect(readFileSync(`/proc/${server.pid}/coredump_filter`, 'utf8').trim()).toBe('00000000');
      const ofChildren = files().filter((file) => path.basename(file).startsWith('filter.'));
      expect(ofChildren.length).toBeGreaterThan(0);
      for (const file of ofChildren) expect(readFileSync(file, 'utf8').trim()).toBe('00000000');
      server.kill('SIGABRT');
      await once(server, 'close');
      expect(dumps()).toHaveLength(isHere ? 1 : 0);
      expect(holders()).toEqual([]);
    } finally {
      server.kill('SIGKILL');
    }
  },
  180_000,
);

async function firstMatch(stream: NodeJS.ReadableStream | null, wanted: RegExp): Promise<string> {
  let text = '';
  return await new Promise((resolve, reject) => {
    stream?.once('end', () => reject(new Error(`it ended before it wrote ${wanted}`)));
    stream?.on('data', (piece) => {
      text += String(piece);
      const found = wanted.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

/** One browser, with its cookie. A body is sent, bytes as a file. */
function asker(origin: string) {
  let cookie = '';
  return async <Answer>(url: string, body?: unknown): Promise<Answer> => {
    const isFile = body instanceof Uint8Array;
    const answer = await fetch(new URL(url, origin), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        origin,
        cookie,
        ...(body === undefined
          ? {}
          : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isFile ? Buffer.from(body) : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
}

function capture(): Buffer {
  const message = { httpVersion: 'HTTP/1.1', headers: [], cookies: [], headersSize: -1, bodySize: 0 };
  const entry = {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 10,
    request: {
      ...{ ...message, method: 'GET', url: 'https://api.example.test/calls/1', queryString: [] },
      headers: [{ name: 'Authorization', value: `Bearer ${canary}` }],
    },
    response: {
      ...{ ...message, status: 401, statusText: 'Unauthorized', redirectURL: '' },
      content: { size: 0, mimeType: 'text/plain' },
    },
    cache: {},
    timings: { send: 1, wait: 8, receive: 1 },
  };
  const log = { version: '1.2', creator: { name: 'trial', version: '1' }, entries: [entry] };
  return Buffer.from(JSON.stringify({ log }));
}
