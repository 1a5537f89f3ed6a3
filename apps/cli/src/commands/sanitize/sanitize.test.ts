import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-sanitize-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const secret = ['Kd8fjw02', 'Lm4nop6Q', 'r7stuv9W'].join('');

const capture = {
  log: {
    version: '1.2',
    creator: { name: 'test', version: '1' },
    entries: [
      {
        startedDateTime: '2026-01-01T00:00:00.000Z',
        time: 1,
        request: {
          method: 'GET',
          url: `https://api.example.com/items?access_token=${secret}`,
          headers: [{ name: 'Authorization', value: `Bearer ${secret}` }],
          cookies: [],
          queryString: [],
        },
        response: {
          status: 401,
          headers: [{ name: 'Set-Cookie', value: `sid=${secret}x1; Max-Age=3600; Path=/` }],
          content: { mimeType: 'text/plain', text: `no session for ${secret}` },
        },
        timings: { send: 0, wait: 1, receive: 0 },
      },
    ],
  },
};

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true });
  writeFileSync(at('in.har'), JSON.stringify(capture));
});

describe('harrier sanitize', () => {
  it('writes a clean capture and says what to revoke', async () => {
    const { code, err } = await runCli(['sanitize', at('in.har'), '-o', at('out.har')]);
    expect(code).toBe(0);
    expect(readFileSync(at('out.har'), 'utf8')).not.toContain(secret);
    expect(err).toMatch(/^2 credentials removed from 4 places; /);
    expect(err).toContain('Sign the user out everywhere');
    expect(err).not.toContain(secret);
    expect(statSync(at('out.har')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['', 'sid', 5000],
    [' by its name', 'a-name-'.repeat(200), 2800],
  ])(
    'leaves a cookie that was too large for browsers%s as large, so that it is still found',
    async (_, name, length) => {
      const large = structuredClone(capture);
      const value = Array.from({ length }, (_, part) => `${secret}${part}`)
        .join('')
        .slice(0, length);
      const [entry] = large.log.entries;
      if (entry !== undefined)
        entry.response.headers = [{ name: 'Set-Cookie', value: `${name}=${value}; Path=/` }];
      writeFileSync(at('in.har'), JSON.stringify(large));
      expect((await runCli(['sanitize', at('in.har'), '-o', at('out.har')])).code).toBe(0);
      expect(readFileSync(at('out.har'), 'utf8')).not.toContain(secret);
      const rules = async (file: string): Promise<string[]> => {
        const { findings } = JSON.parse((await runCli(['triage', '--json', at(file)])).out);
        return findings.map(({ ruleId }: { ruleId: string }) => ruleId);
      };
      const before = await rules('in.har');
      expect(before).toContain('auth/cookie-too-large');
      expect(await rules('out.har')).toEqual([...before, 'capture/sanitized']);
    },
  );

  it('streams to standard output, and reads standard input', async () => {
    const { code, out } = await runCli(['sanitize', '-', '-o', '-'], { stdin: JSON.stringify(capture) });
    expect(code).toBe(0);
    expect(JSON.parse(out).log._harrier.sanitized).toBe(true);
    expect(out).not.toContain(secret);
  });

  it('reports every place, what was exposed until when, and both files’ digests', async () => {
    await runCli([
      'sanitize',
      at('in.har'),
      '-o',
      at('out.har'),
      '--report',
      at('r.json'),
      '--report-page',
      at('r.html'),
    ]);
    const text = readFileSync(at('r.json'), 'utf8');
    const report = JSON.parse(text);
    expect(text).not.toContain(secret);
    expect(report.redactions).toHaveLength(4);
    expect(report.redactions[0]).toMatchObject({
      pointer: '/log/entries/0/request/url',
      kind: 'access-token',
      entry: 0,
    });
    expect(report.counts).toMatchObject({ redactions: 4, credentials: 2 });
    expect(report.exposures).toContainEqual(
      expect.objectContaining({
        kind: 'session',
        hosts: ['api.example.com'],
        validUntil: '2026-01-01T01:00:00.000Z',
        revocation: 'sign-out',
      }),
    );
    expect(report.input.sizeBytes).toBe(statSync(at('in.har')).size);
    expect(report.output.sizeBytes).toBe(statSync(at('out.har')).size);
    const page = readFileSync(at('r.html'), 'utf8');
    expect(page).toContain('Sign the user out everywhere');
    expect(page).not.toMatch(/<script|src=|https?:\/\//);
    expect(page).not.toContain(secret);
  });

  it('writes reports, and reads policies, of the published schemas', async () => {
    const schema = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../../../../docs/schemas/${name}`, import.meta.url), 'utf8'));
    const ajv = new Ajv2020({ formats: { 'date-time': true } });
    ajv.addSchema(schema('sanitize-policy.schema.json'), 'sanitize-policy.schema.json');
    const policy = {
      preset: 'webex',
      names: { remove: ['x-tenant'], keep: ['theme'] },
      patterns: [{ id: 'badge', pattern: 'B-[0-9]{7}', kind: 'api-key' }],
      allow: ['x'],
      personalData: { email: true },
      jwt: 'strip',
    };
    expect(ajv.validate('sanitize-policy.schema.json', policy)).toBe(true);
    writeFileSync(at('policy.json'), JSON.stringify(policy));
    const args = ['--policy', at('policy.json'), '--report', at('r.json')];
    expect((await runCli(['sanitize', at('in.har'), '-o', at('out.har'), ...args])).code).toBe(0);
    ajv.validate(schema('sanitize-report.schema.json'), JSON.parse(readFileSync(at('r.json'), 'utf8')));
    expect(ajv.errors).toBeNull();
  });

  it('writes no two files to one place', async () => {
    const words = ['sanitize', at('in.har'), '-o', at('out.har'), '--force'];
    for (const other of [at('out.har'), `${folder}/./out.har`]) {
      const { code, err } = await runCli([...words, '--report', other]);
      expect(code).toBe(2);
      expect(err).toContain('--report');
    }
    expect(readdirSync(folder)).toEqual(['in.har']);
  });

  it('as JSON tells the report without its places', async () => {
    const { out } = await runCli(['sanitize', at('in.har'), '-o', at('out.har'), '--json']);
    expect(JSON.parse(out)).toMatchObject({ file: at('out.har'), counts: { redactions: 4 } });
    expect(out).not.toContain(secret);
  });

  it.each([
    [JSON.stringify(capture).slice(0, -30), 3, 'damaged'],
    ['no capture', 3, 'plain text'],
  ])('leaves no file where the input cannot be read', async (content, expected, told) => {
    writeFileSync(at('in.har'), content);
    const { code, err } = await runCli([
      'sanitize',
      at('in.har'),
      '-o',
      at('out.har'),
      '--report',
      at('r.json'),
    ]);
    expect(code).toBe(expected);
    expect(err).toContain(told);
    expect(readdirSync(folder)).toEqual(['in.har']);
  });

  it('sanitizes what convert saved from a damaged capture', async () => {
    writeFileSync(at('in.har'), JSON.stringify(capture).replace(']}}', ',{"request":'));
    expect((await runCli(['convert', at('in.har'), '-o', at('whole.har')])).code).toBe(0);
    expect((await runCli(['sanitize', at('whole.har'), '-o', at('out.har')])).code).toBe(0);
    expect(readFileSync(at('out.har'), 'utf8')).not.toContain(secret);
  });

  it('gives one case one set of pseudonyms', async () => {
    const args = ['sanitize', at('in.har'), '--key-file', at('case.key'), '--force', '-o'];
    await runCli([...args, at('a.har')]);
    await runCli([...args, at('b.har')]);
    await runCli(['sanitize', at('in.har'), '-o', at('c.har')]);
    expect(readFileSync(at('a.har'), 'utf8')).toBe(readFileSync(at('b.har'), 'utf8'));
    expect(readFileSync(at('c.har'), 'utf8')).not.toBe(readFileSync(at('a.har'), 'utf8'));
    expect(statSync(at('case.key')).mode & 0o777).toBe(0o600);
  });

  it('says that a key file cannot be written, not read, where it cannot be made', async () => {
    const args = ['sanitize', at('in.har'), '--key-file', at('no/folder/case.key'), '-o', at('out.har')];
    const { code, err } = await runCli(args);
    expect([code, err]).toEqual([5, expect.stringContaining('could not be written')]);
    expect(existsSync(at('out.har'))).toBe(false);
  });

  it.each([
    [['sanitize', 'IN'], '-o'],
    [['sanitize', 'IN', '-o', 'OUT', '--policy', 'NONE'], 'cannot be read'],
    [['sanitize', 'IN', '-o', 'OUT', '--sealed-map', 'MAP'], '--to'],
    [['sanitize', 'IN', '-o', 'OUT', '--sign', 'IN'], '--report'],
    [['sanitize', 'IN', '-o', 'OUT', '--report', 'R', '--sign', 'IN'], 'no key'],
    [['sanitize', 'IN', '-o', 'OUT', '--sealed-map', 'MAP', '--to', 'IN'], 'No OpenPGP key'],
    [['sanitize', 'IN', '-o', 'OUT', '--policy', 'POLICY'], '/preset'],
    [['sanitize', 'IN', '-o', 'IN'], 'is the input'],
  ])('ends with 2 for %j', async (words, told) => {
    writeFileSync(at('policy.json'), '{"preset":"lax"}');
    const names: Record<string, string> = {
      IN: 'in.har',
      OUT: 'out.har',
      NONE: 'none',
      MAP: 'map',
      R: 'r.json',
      POLICY: 'policy.json',
    };
    const { code, err } = await runCli(
      words.map((word) => (names[word] === undefined ? word : at(names[word]))),
    );
    expect(code).toBe(2);
    expect(err).toContain(told);
    expect(existsSync(at('out.har'))).toBe(false);
  });
});

describe('harrier sanitize --check', () => {
  it('ends with 1 and names the places of a capture that is not clean', async () => {
    const { code, out } = await runCli(['sanitize', '--check', at('in.har')]);
    expect(code).toBe(1);
    expect(out).toContain('/log/entries/0/request/headers/0/value › Authorization');
    expect(out).not.toContain(secret);
  });

  it('ends with 0 for what sanitize wrote, and compares it with its report', async () => {
    await runCli(['sanitize', at('in.har'), '-o', at('out.har'), '--report', at('r.json')]);
    expect((await runCli(['sanitize', '--check', at('out.har'), '--report', at('r.json')])).code).toBe(0);
    writeFileSync(at('out.har'), `${readFileSync(at('out.har'), 'utf8')} `);
    const { code, out } = await runCli(['sanitize', '--check', at('out.har'), '--report', at('r.json')]);
    expect(code).toBe(1);
    expect(out).toContain('not the one');
  });

  it('accepts a signature of the trusted key alone, and no changed report', async () => {
    const pem = (name: string) => {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      writeFileSync(at(`${name}.key`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
      writeFileSync(at(`${name}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
    };
    pem('ours');
    pem('theirs');
    await runCli([
      'sanitize',
      at('in.har'),
      '-o',
      at('out.har'),
      '--report',
      at('r.json'),
      '--sign',
      at('ours.key'),
    ]);
    const checkBy = async (key: string) =>
      (await runCli(['sanitize', '--check', at('out.har'), '--report', at('r.json'), '--trust', at(key)]))
        .code;
    expect(await checkBy('ours.pub')).toBe(0);
    expect(await checkBy('theirs.pub')).toBe(1);
    const report = JSON.parse(readFileSync(at('r.json'), 'utf8'));
    writeFileSync(at('r.json'), JSON.stringify({ ...report, policy: { allow: ['x'] } }));
    expect(await checkBy('ours.pub')).toBe(1);
  });
});
