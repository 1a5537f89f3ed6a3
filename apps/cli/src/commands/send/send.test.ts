import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { createMessage, encrypt, generateKey, sign } from 'openpgp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { harOf } from '../../../../../services/cases/src/testing/trial-har.ts';
import { runCli } from '../../testing/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-send-'));
const at = (name: string): string => path.join(folder, name);
const story = fileURLToPath(new URL('../../../../../fixtures/example/call-recording.har', import.meta.url));
const token = ['up', 'load', '4711'].join('-');
const secret = ['Kd8fjw02', 'Lm4nop6Q', 'r7stuv9W'].join('');

const captureOf = (authorization: string): string =>
  harOf({ authorization: authorization === '' ? undefined : authorization });

let status: number;
let seen: { method: string; url: string; authorization: string; body: Buffer }[];
let url: string;
const server = createServer(async (request: IncomingMessage, response) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const { method = '', url: target = '', headers } = request;
  seen.push({ method, url: target, authorization: headers.authorization ?? '', body: Buffer.concat(pieces) });
  response.writeHead(status).end();
});

const sendIt = (file: string, ...more: string[]) =>
  runCli(['send', at(file), url, '--case', '612345678', ...more], { env: { HARRIER_DROP_TOKEN: token } });

beforeAll(async () => {
  writeFileSync(at('clean.har'), captureOf(''));
  writeFileSync(at('dirty.har'), captureOf(`Bearer ${secret}`));
  const { privateKey } = await generateKey({ userIDs: [{ email: 'a@example.test' }], format: 'object' });
  const binary = new Uint8Array(1000).fill(7);
  const sealed = await encrypt({
    message: await createMessage({ binary }),
    encryptionKeys: privateKey.toPublic(),
    format: 'binary',
  });
  writeFileSync(at('capture.har.pgp'), sealed);
  writeFileSync(at('longer.pgp'), Buffer.concat([sealed, Buffer.from(secret)]));
  writeFileSync(at('cut.pgp'), sealed.subarray(0, -10));
  const message = await createMessage({ binary });
  writeFileSync(at('signed.pgp'), await sign({ message, signingKeys: privateKey, format: 'binary' }));
  writeFileSync(at('plain.zip'), zipSync({ 'clean.har': strToU8(captureOf('')), 'b.txt': strToU8(secret) }));
  writeFileSync(at('behind.har'), `${captureOf('')}\npassword=${secret}`);
  writeFileSync(at('two.har'), `${captureOf('')}${captureOf(`Bearer ${secret}`)}`);
  writeFileSync(at('notes.txt'), 'what the customer said');
  writeFileSync(at('broken.har'), '{"log":');
  writeFileSync(at('bad.json'), '{"preset":"none"}');
  writeFileSync(at('token.txt'), `${token}\n`);
  const made = await runCli(['escalate', story, '-o', at('package.zip')]);
  expect(made.code).toBe(0);
  const files = unzipSync(readFileSync(at('package.zip')));
  writeFileSync(at('edited.zip'), zipSync({ ...files, 'more.txt': strToU8(secret) }));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  status = 201;
  seen = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/home`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('harrier send', () => {
  it.each(['clean.har', 'capture.har.pgp', 'package.zip'])('brings %s to the drop whole', async (file) => {
    const { code, out, err } = await sendIt(file, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const told = JSON.parse(out);
    const { name: stem, ext } = path.parse(file);
    expect(told.name).toBe(`${stem}.${told.sha256.slice(0, 12)}${ext}`);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      url: `/home/${told.name}`,
      authorization: `Basic ${Buffer.from(`612345678:${token}`).toString('base64')}`,
    });
    expect(seen[0]?.body.equals(readFileSync(at(file)))).toBe(true);
  });

  it('gives odd names in letters that every drop takes', async () => {
    const odd = 'Übung #1 %2e?日本.HAR';
    writeFileSync(at(odd), captureOf(''));
    expect((await sendIt(odd)).code).toBe(0);
    expect(seen[0]?.url).toMatch(/^\/home\/ubung-1-2e\.[0-9a-f]{12}\.har$/);
    writeFileSync(at('日本.har'), captureOf(''));
    expect((await sendIt('日本.har')).code).toBe(0);
    expect(seen[1]?.url).toMatch(/^\/home\/file\.[0-9a-f]{12}\.har$/);
  });

  it('is content with a drop that has the file already', async () => {
    status = 409;
    const { code, err } = await sendIt('clean.har');
    expect(code).toBe(0);
    expect(err).toContain('has it');
  });

  it('sends no capture with a credential in it, and says where that is', async () => {
    const { code, err } = await sendIt('dirty.har');
    expect(code).toBe(4);
    expect(err).toContain('Not clean: credentials in 1 place.');
    expect(err).toContain('/log/entries/0/request/headers/0');
    expect(err).toContain('harrier sanitize');
    expect(err).not.toContain(secret);
    expect(seen).toEqual([]);
  });

  it.each([
    'plain.zip',
    'edited.zip',
    'behind.har',
    'two.har',
    'notes.txt',
    'signed.pgp',
    'longer.pgp',
    'cut.pgp',
  ])('does not send %s, of which nobody can say that it is clean', async (file) => {
    const { code, err } = await sendIt(file);
    expect({ code, err }).toEqual({ code: 4, err: expect.stringContaining('harrier seal') });
    expect(seen).toEqual([]);
  });

  it.each([
    [401, 'does not accept the case number with this token'],
    [403, 'it answered 403'],
    [413, 'it answered 413'],
    [507, 'it answered 507'],
  ])('tells of a drop that answers %i', async (answer, told) => {
    status = answer;
    const { code, err } = await sendIt('clean.har');
    expect(code).toBe(5);
    expect(err).toContain(told);
    expect(err).not.toContain(token);
  });

  it('tells of a drop that is not there, and goes to no private address', async () => {
    const gone = ['send', at('clean.har'), 'http://127.0.0.1:1/home', '--case', '612345678'];
    const env = { HARRIER_DROP_TOKEN: token };
    expect(await runCli(gone, { env })).toMatchObject({
      code: 5,
      err: expect.stringContaining('cannot be reached'),
    });
    const inside = ['send', at('clean.har'), 'https://192.168.0.1/home', '--case', '612345678'];
    expect((await runCli(inside, { env })).code).toBe(5);
  });

  it('takes the token from a file, or from whoever sits there', async () => {
    const call = ['send', at('clean.har'), url, '--case', '612345678'];
    expect((await runCli([...call, '--token-file', at('token.txt')])).code).toBe(0);
    expect((await runCli(call, { secret: token })).code).toBe(0);
    const [first, second] = seen.map(({ authorization }) => authorization);
    expect(first).toBe(`Basic ${Buffer.from(`612345678:${token}`).toString('base64')}`);
    expect(second).toBe(first);
    expect(await runCli(call)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--token-file is missing'),
    });
  });

  it.each([
    [['clean.har'], 2],
    [['clean.har', 'http://drop.example.com/home', '--case', '1'], 2],
    [['clean.har', `https://1:${secret}@drop.example.com/home`, '--case', '1'], 2],
    [['clean.har', `https://drop.example.com/home?token=${secret}`, '--case', '1'], 2],
    [['clean.har', 'https://drop.example.com/home'], 2],
    [['clean.har', 'https://drop.example.com/home', '--case', '1:2'], 2],
    [['clean.har', 'https://drop.example.com/home', '--case', '1', '--policy', at('bad.json')], 2],
    [['none.har', 'https://drop.example.com/home', '--case', '1'], 3],
    [['broken.har', 'https://drop.example.com/home', '--case', '1'], 3],
  ])('asks nobody with %j', async ([file = '', ...rest], code) => {
    const run = await runCli(['send', at(file), ...rest], { env: { HARRIER_DROP_TOKEN: token } });
    expect({ code: run.code, out: run.out }).toEqual({ code, out: '' });
    expect(run.err).not.toContain(secret);
  });
});
