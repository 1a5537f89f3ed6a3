import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  decrypt,
  decryptSessionKeys,
  generateKey,
  readMessage,
  readPrivateKey,
  type SessionKey,
} from 'openpgp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-seal-'));
const at = (name: string) => path.join(folder, name);
const plain = `{"log":{"entries":[${'{"request":{}},'.repeat(50_000)}{}]}}`;
const password = ['corr', 'ect', ' horse'].join('');

async function keyPair(name: string, options: object = {}): Promise<void> {
  const pair = await generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [{ email: `${name}@example.test` }],
    format: 'armored',
    ...options,
  });
  writeFileSync(at(`${name}.pub`), pair.publicKey);
  writeFileSync(at(`${name}.key`), pair.privateKey);
}

beforeAll(async () => {
  await keyPair('vault');
  await keyPair('escrow', { passphrase: password });
  await keyPair('stranger');
  await keyPair('new', { type: 'curve25519' });
  await keyPair('old', { date: new Date('2020-01-01'), keyExpirationTime: 86_400 });
  writeFileSync(at('capture.har'), plain);
});
beforeEach(() => {
  for (const name of readdirSync(folder)) if (/\.(out|pgp|capsule)$/.test(name)) rmSync(at(name));
});
afterAll(() => rmSync(folder, { recursive: true }));

const sealIt = (...more: string[]) =>
  runCli(['seal', at('capture.har'), '--to', at('vault.pub'), '-o', at('sealed.pgp'), ...more]);
const unsealIt = (key: string, ...more: string[]) =>
  runCli(['unseal', at('sealed.pgp'), '--key', at(key), '-o', at('plain.out'), ...more]);

describe('harrier seal', () => {
  it('makes a file that its reader alone can open, much smaller, for its owner’s eyes only', async () => {
    const { code, out, err } = await sealIt('--verify', '--compress');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('1 key opens it');
    expect(err).toContain('Read back');
    expect(statSync(at('sealed.pgp')).mode & 0o777).toBe(0o600);
    expect(statSync(at('sealed.pgp')).size).toBeLessThan(plain.length / 10);
    expect((await unsealIt('vault.key')).code).toBe(0);
    expect(readFileSync(at('plain.out'), 'utf8')).toBe(plain);
  });

  it('seals for every key that is given', async () => {
    const { code, out } = await sealIt('--to', at('escrow.pub'), '--json');
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      output: at('sealed.pgp'),
      plain: { sizeBytes: plain.length },
      verified: false,
    });
    expect(told.recipients).toHaveLength(2);
    for (const key of ['vault.key', 'escrow.key']) {
      const run = await runCli(
        ['unseal', at('sealed.pgp'), '--key', at(key), '-o', at('plain.out'), '--force', '--json'],
        { secret: password },
      );
      expect(run.code).toBe(0);
      expect(JSON.parse(run.out)).toEqual({ output: at('plain.out'), ...told.plain });
    }
  });

  it.each([
    ['new.pub', 4, 'gpg 2.2 cannot use'],
    ['old.pub', 4, 'has expired'],
    ['vault.key', 4, 'is a private key'],
    ['capture.har', 2, 'No OpenPGP key'],
    ['nowhere.pub', 2, 'cannot be read'],
  ])('refuses %s and writes nothing', async (key, expected, why) => {
    const run = await runCli(['seal', at('capture.har'), '--to', at(key), '-o', at('sealed.pgp')]);
    expect(run).toMatchObject({ code: expected, out: '', err: expect.stringContaining(why) });
    expect(readdirSync(folder)).not.toContain('sealed.pgp');
  });

  it('says what is missing', async () => {
    expect(await runCli(['seal', at('capture.har'), '-o', at('sealed.pgp')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--to is missing'),
    });
    expect((await runCli(['seal', at('capture.har'), '--to', at('vault.pub')])).code).toBe(2);
    expect((await runCli(['seal', at('none.har'), '--to', at('vault.pub'), '-o', at('x.out')])).code).toBe(3);
  });

  it('reads a pipe and writes one', async () => {
    const { code, out } = await runCli(['seal', '-', '--to', at('vault.pub'), '-o', '-'], { stdin: plain });
    expect(code).toBe(0);
    expect(out).not.toContain('entries');
  });

  it('gives a capsule with which one file opens without a private key', async () => {
    await sealIt('--capsule', at('key.capsule'));
    const message = await readMessage({ binaryMessage: new Uint8Array(readFileSync(at('key.capsule'))) });
    const decryptionKeys = await readPrivateKey({ armoredKey: readFileSync(at('vault.key'), 'utf8') });
    const [key] = await decryptSessionKeys({ message, decryptionKeys });
    const { data } = await decrypt({ message, sessionKeys: key! as SessionKey });
    expect(data).toContain('Key capsule of the sealed file with SHA-256');
    writeFileSync(at('session.out'), `9:${Buffer.from(key!.data).toString('hex').toUpperCase()}\n`);
    const opened = await runCli([
      ...['unseal', at('sealed.pgp'), '--session-key', at('session.out'), '-o', at('plain.out')],
    ]);
    expect(opened.code).toBe(0);
    expect(readFileSync(at('plain.out'), 'utf8')).toBe(plain);
    writeFileSync(at('bad.out'), 'no key');
    const bad = await runCli(['unseal', at('sealed.pgp'), '--session-key', at('bad.out'), '-o', at('x.out')]);
    expect(bad.code).toBe(2);
  });
});

describe('a file that is split while it is sealed', () => {
  const names = () => readdirSync(folder).filter((name) => name.startsWith('sealed.pgp'));
  afterEach(() => {
    for (const name of names()) rmSync(at(name));
  });

  it('is one message in parts, with a list that says whether they are whole', async () => {
    const { code, out } = await sealIt('--split', '300kB', '--verify', '--json');
    expect(code).toBe(0);
    const parts = ['sealed.pgp.001', 'sealed.pgp.002', 'sealed.pgp.003'];
    expect(names()).toEqual(['sealed.pgp-parts.sha256', ...parts]);
    const sizes = parts.map((name) => statSync(at(name)).size);
    expect(sizes.slice(0, 2)).toEqual([300_000, 300_000]);
    expect(JSON.parse(out)).toMatchObject({
      sizeBytes: sizes.reduce((sum, size) => sum + size),
      parts: parts.map((name, index) => ({ path: at(name), sizeBytes: sizes[index] })),
      verified: true,
    });
    const lines = parts.map((name) => {
      const digest = createHash('sha256')
        .update(readFileSync(at(name)))
        .digest('hex');
      return `${digest}  ${name}\n`;
    });
    expect(readFileSync(at('sealed.pgp-parts.sha256'), 'utf8')).toBe(lines.join(''));
    const run = await runCli([
      ...['unseal', at('sealed.pgp.001'), '--key', at('vault.key'), '-o', at('plain.out')],
    ]);
    expect(run.code).toBe(0);
    expect(readFileSync(at('plain.out'), 'utf8')).toBe(plain);
  });

  it('is not opened without its last part, or with one in the place of another', async () => {
    await sealIt('--split', '300kB');
    const open = async () =>
      await runCli(['unseal', at('sealed.pgp.001'), '--key', at('vault.key'), '-o', at('plain.out')]);
    const [second, third] = [readFileSync(at('sealed.pgp.002')), readFileSync(at('sealed.pgp.003'))];
    rmSync(at('sealed.pgp.003'));
    expect(await open()).toMatchObject({ code: 3, err: expect.stringContaining('changed or cut') });
    writeFileSync(at('sealed.pgp.002'), third);
    writeFileSync(at('sealed.pgp.003'), second);
    expect((await open()).code).toBe(3);
    expect(readdirSync(folder)).not.toContain('plain.out');
  });

  it('leaves no part of a longer one behind it, and takes none away unasked', async () => {
    await sealIt('--split', '300kB');
    expect(await sealIt('--split', '500kB')).toMatchObject({
      code: 2,
      err: expect.stringContaining('sealed.pgp'),
    });
    expect(names()).toHaveLength(4);
    rmSync(at('sealed.pgp.001'));
    rmSync(at('sealed.pgp.002'));
    rmSync(at('sealed.pgp-parts.sha256'));
    expect((await sealIt('--split', '500kB')).code).toBe(2);
    expect(names()).toEqual(['sealed.pgp.003']);
    expect((await sealIt('--split', '500kB', '--force')).code).toBe(0);
    expect(names()).toEqual(['sealed.pgp-parts.sha256', 'sealed.pgp.001', 'sealed.pgp.002']);
  });

  it.each([['0MB'], ['100'], ['big'], ['-1MB']])('has no parts of %s', async (size) => {
    expect((await sealIt(`--split=${size}`)).code).toBe(2);
    expect(names()).toEqual([]);
  });

  it('has no more than 999 parts, and no part stays of one that would', async () => {
    expect((await sealIt('--split', '1kB', '--compress')).code).toBe(0);
    for (const name of names()) rmSync(at(name));
    const large = `${plain}${plain}`;
    const run = await runCli(
      ['seal', '-', '--to', at('vault.pub'), '-o', at('sealed.pgp'), '--split', '1kB'],
      { stdin: large },
    );
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('--split') });
    expect(names()).toEqual([]);
  });

  it('is none on standard output', async () => {
    const run = await runCli([
      'seal',
      at('capture.har'),
      '--to',
      at('vault.pub'),
      '-o',
      '-',
      '--split',
      '1MB',
    ]);
    expect(run.code).toBe(2);
  });
});

describe('harrier unseal', () => {
  it.each([
    ['from the environment', [], { env: { HARRIER_KEY_PASSWORD: password } }],
    ['at the terminal', [], { secret: password }],
    ['from a file', ['--password-file', at('password')], {}],
  ])('takes the password %s', async (_, options, world) => {
    writeFileSync(at('password'), `${password}\n`);
    await sealIt('--to', at('escrow.pub'));
    const run = await runCli(
      ['unseal', at('sealed.pgp'), '--key', at('escrow.key'), '-o', at('plain.out'), ...options],
      world,
    );
    expect(run).toMatchObject({ code: 0 });
    expect(readFileSync(at('plain.out'), 'utf8')).toBe(plain);
  });

  it('has no option for the password itself', async () => {
    expect((await unsealIt('escrow.key', '--password', password)).code).toBe(2);
  });

  it.each([
    ['the wrong key', 'stranger.key', {}, 3, 'sealed for others'],
    ['no password', 'escrow.key', {}, 2, 'locked with a password'],
    ['a wrong password', 'escrow.key', { secret: 'wrong horse' }, 2, 'does not unlock'],
    ['a public key', 'vault.pub', {}, 2, 'no private key'],
  ])('opens nothing with %s', async (_, key, world, expected, why) => {
    await sealIt();
    const run = await runCli(['unseal', at('sealed.pgp'), '--key', at(key), '-o', at('plain.out')], world);
    expect(run).toMatchObject({ code: expected, err: expect.stringContaining(why) });
    expect(run.err).not.toContain('wrong horse');
    expect(readdirSync(folder)).not.toContain('plain.out');
  });

  it('throws away what came out of a file that somebody changed, in a file and in a pipe', async () => {
    await sealIt();
    const bytes = readFileSync(at('sealed.pgp'));
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(at('sealed.pgp'), bytes);
    expect(await unsealIt('vault.key')).toMatchObject({
      code: 3,
      err: expect.stringContaining('changed or cut'),
    });
    expect(readdirSync(folder).filter((name) => name.includes('plain.out'))).toEqual([]);
    const piped = await runCli(['unseal', at('sealed.pgp'), '--key', at('vault.key'), '-o', '-']);
    expect(piped).toMatchObject({ code: 3, out: '' });
  });

  it('says of another file that it is not sealed', async () => {
    const run = await runCli(['unseal', at('capture.har'), '--key', at('vault.key'), '-o', at('plain.out')]);
    expect(run).toMatchObject({ code: 3, err: expect.stringContaining('no sealed file') });
  });

  it('writes to a pipe what is proven', async () => {
    await sealIt();
    expect(await runCli(['unseal', at('sealed.pgp'), '--key', at('vault.key'), '-o', '-'])).toMatchObject({
      code: 0,
      out: plain,
    });
  });
});
