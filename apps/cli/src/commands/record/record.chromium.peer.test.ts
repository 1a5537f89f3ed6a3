import { type ChildProcess, spawn } from 'node:child_process';
import { type Dirent, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateKey } from 'openpgp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CanarySite, openCanarySite } from '../../testing/canary-site.ts';

const launcher = fileURLToPath(new URL('../../../bin/harrier.js', import.meta.url));
const TEST_MS = 60_000;

let folder: string;
let site: CanarySite;
let running: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'harrier-record-'));
  await mkdir(at('temporary'));
  site = await openCanarySite();
});
afterEach(async () => {
  running?.kill('SIGKILL');
  running = undefined;
  site.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

const at = (name: string) => path.join(folder, name);

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

/** The real program, with a temporary folder of its own, so that everything it leaves can be looked at. */
function harrier(...words: string[]): Run {
  const child = spawn(process.execPath, [launcher, ...words], {
    cwd: folder,
    env: { ...process.env, TMPDIR: at('temporary'), HARRIER_BROWSER_FLAGS: '--no-sandbox --disable-gpu' },
  });
  running = child;
  let out = '';
  let err = '';
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString('utf8');
  });
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString('utf8');
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

/** Files below the test's folder that hold one of the secrets, in the encodings in which a program would leave it. */
function filesWithSecrets(): string[] {
  const needles = Object.values(site.canaries).flatMap((secret) => [
    Buffer.from(secret, 'utf8'),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(Buffer.from(secret).toString('base64').slice(0, 24)),
  ]);
  return everyFile(folder).filter((file) => {
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch {
      // The browser moves its files about.
      return false;
    }
    return needles.some((needle) => bytes.includes(needle));
  });
}

function everyFile(parent: string): string[] {
  let items: Dirent[];
  try {
    items = readdirSync(parent, { withFileTypes: true });
  } catch {
    // A folder of the browser that is deleted meanwhile.
    return [];
  }
  return items.flatMap((item) => {
    const file = path.join(parent, item.name);
    return item.isDirectory() ? everyFile(file) : item.isFile() ? [file] : [];
  });
}

describe('harrier record', () => {
  it(
    'leaves a clean capture and nothing else, says what failed, and keeps no secret on the disk while it records',
    async () => {
      const { child, ended } = harrier('record', site.url, '--headless', '-o', 'fault.har');
      await site.visited;
      expect(readdirSync(at('temporary')).length).toBeGreaterThan(0);
      expect(filesWithSecrets()).toEqual([]);
      child.kill('SIGINT');
      const { code, out, err } = await ended;
      expect(err).toContain('Recording stopped');
      expect(code).toBe(0);
      expect(out).toContain('search the');
      expect(out).toContain('CPAPI_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12');
      expect(filesWithSecrets()).toEqual([]);
      expect(readdirSync(folder).sort()).toEqual(['fault.har', 'temporary']);
      expect(readdirSync(at('temporary'))).toEqual([]);
      expect(statSync(at('fault.har')).mode & 0o777).toBe(0o600);
    },
    TEST_MS,
  );

  it(
    'leaves a clean and whole capture when it is killed, ends the browser, and deletes its folder',
    async () => {
      const { child } = harrier('record', site.url, '--headless', '-o', 'killed.har');
      await site.visited;
      // What was finished is handed over at once, what is open within a moment.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      child.kill('SIGKILL');
      await expect.poll(() => existsSync(at('killed.har'))).toBe(true);
      const { log } = JSON.parse(readFileSync(at('killed.har'), 'utf8')) as {
        log: { _recording: object; entries: { request: { url: string }; response: { status: number } }[] };
      };
      expect(log._recording).toMatchObject({ endedBy: 'crash' });
      expect(
        log.entries.map(({ request, response }) => [new URL(request.url).pathname, response.status]),
      ).toEqual(
        expect.arrayContaining([
          ['/', 200],
          ['/api/profile', 200],
          ['/api/recording', 502],
        ]),
      );
      expect(filesWithSecrets()).toEqual([]);
      await expect.poll(() => readdirSync(at('temporary'))).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'takes a picture of the page when something on it fails, and names it in the entry that failed',
    async () => {
      const { child, ended } = harrier('record', site.url, '--headless', '--screenshots', '-o', 'seen.har');
      await site.visited;
      // The page shows its error some moments after the request failed, and so long the picture waits.
      await new Promise((resolve) => setTimeout(resolve, 3000));
      child.kill('SIGINT');
      expect((await ended).code).toBe(0);
      const { log } = JSON.parse(readFileSync(at('seen.har'), 'utf8')) as {
        log: { entries: { request: { url: string }; _screenshots?: { name: string }[] }[] };
      };
      const shown = log.entries.filter(({ _screenshots }) => _screenshots !== undefined);
      // Browsers ask for a favicon, too, which this site does not have.
      const failed = shown.map(({ request }) => new URL(request.url).pathname);
      expect(failed).toContain('/api/recording');
      expect(failed.filter((url) => url !== '/favicon.ico')).toEqual(['/api/recording']);
      const names = shown.flatMap(({ _screenshots = [] }) => _screenshots.map(({ name }) => name));
      expect(readdirSync(at('seen-screenshots')).sort()).toEqual([...new Set(names)].sort());
      const png = readFileSync(at(`seen-screenshots/${names[0]}`));
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(statSync(at(`seen-screenshots/${names[0]}`)).mode & 0o777).toBe(0o600);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)].every((side) => side > 100)).toBe(true);
    },
    TEST_MS,
  );

  it.each([
    ['Ctrl-C', [], 'person'],
    ['the end of the time', ['--seconds', '1'], 'time'],
  ] as const)(
    'stops at %s',
    async (_what, more, end) => {
      const { child, ended } = harrier(
        ...['record', site.url, '--headless', '-o', 'stopped.har', '--json', ...more],
      );
      if (end === 'person') {
        await site.visited;
        child.kill('SIGINT');
      }
      const { code, out } = await ended;
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ file: 'stopped.har', end });
      expect(filesWithSecrets()).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'seals the original for the holder of a key, who alone reads it',
    async () => {
      const pair = await generateKey({
        type: 'ecc',
        curve: 'curve25519Legacy',
        userIDs: [{ email: 'a@example.test' }],
      });
      writeFileSync(at('vault.pub'), pair.publicKey);
      writeFileSync(at('vault.key'), pair.privateKey);
      const { child, ended } = harrier(
        ...['record', site.url, '--headless', '-o', 'fault.har', '--original-to', 'vault.pub'],
      );
      await site.visited;
      child.kill('SIGINT');
      const { code, err } = await ended;
      expect(code).toBe(0);
      expect(err).toContain('sealed in fault.original.har.pgp; 1 key opens it');
      expect(filesWithSecrets()).toEqual([]);
      const opening = harrier('unseal', 'fault.original.har.pgp', '--key', 'vault.key', '-o', 'original.har');
      expect((await opening.ended).code).toBe(0);
      expect(readFileSync(at('original.har'), 'utf8')).toContain(site.canaries.token);
    },
    TEST_MS,
  );

  it(
    'keeps the credentials when somebody asks for them in so many words, and warns',
    async () => {
      const { child, ended } = harrier(
        ...['record', site.url, '--headless', '-o', 'raw.har', '--raw', 'with-credentials'],
      );
      await site.visited;
      child.kill('SIGINT');
      const { code, err } = await ended;
      expect(code).toBe(0);
      expect(err).toContain('Warning');
      expect(readFileSync(at('raw.har'), 'utf8')).toContain(site.canaries.token);
    },
    TEST_MS,
  );
});
