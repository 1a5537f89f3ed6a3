import { memorySource, openCapture } from '@harrier/har';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../policy/compile-policy.ts';
import { parsePolicy } from '../policy/policy.ts';
import { isPseudonym } from '../pseudonyms/grammar.ts';
import { diagnosticCapture, probes } from '../testing/diagnostics.ts';
import { grow, growJwt } from '../testing/grow.ts';
import { createRandom } from '../testing/random.ts';
import { checkCapture, type Redaction, type SanitizeOptions, sanitizeCapture } from './sanitize-capture.ts';

const random = createRandom(20);
const token = random.text('abcdefghijklmnopqrstuvwxyz0123456789', 40);

async function open(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return await openCapture(memorySource(bytes), { engine: 'typescript' });
}

async function sanitize(content: string | Uint8Array, options: SanitizeOptions = {}) {
  const redactions: Redaction[] = [];
  const result = await sanitizeCapture(await open(content), {
    key: new Uint8Array(32).fill(1),
    ...options,
    onRedaction: (redaction) => redactions.push(redaction),
  });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await result.output.read(0, result.output.sizeBytes),
  );
  return { ...result, text, redactions };
}

function harOf(entry: string, head = ''): string {
  return `{"log":{"version":"1.2",${head}"entries":[${entry}]}}`;
}

function entryWith(headers: string, rest = ''): string {
  return `{"startedDateTime":"2026-01-01T00:00:00Z","time":1,"request":{"method":"GET","url":"https://api.example.com/","headers":[${headers}]},"response":{"status":200,"headers":[],"content":{}}${rest}}`;
}

const bearer = `{"name":"Authorization","value":"Bearer ${token}"}`;

describe('sanitizing', () => {
  it('changes the credential and nothing else, byte by byte', async () => {
    const odd = String.raw`{ "n" : 12345678901234567890 , "e":1.50e+01, "a":1, "a":2, "s":"\u0041\/ \ud83d é", "__proto__" : [ -0 , 1E3 ]}`;
    const before = harOf(entryWith(bearer, `,\r\n\t"_x" : ${odd}`));
    const { text, redactions } = await sanitize(before);
    const pseudonym = redactions[0]?.pseudonym ?? '';
    expect(
      text.replace('"_harrier": {"sanitized":true,"ruleSet":"2026.11.4"},', '').replace(pseudonym, token),
    ).toBe(before);
  });

  it('keeps a JWT without a signature readable behind its scheme, whatever it carries', async () => {
    const part = (value: object): string => btoa(JSON.stringify(value)).replace(/=+$/, '');
    const picture = btoa(`\x89PNG\r\n\x1a\n${token.repeat(70)}`);
    const claims = { sub: 'ann-of-example', exp: 1_781_000_000, picture: `data:image/png;base64,${picture}` };
    const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`;
    const { text } = await sanitize(
      harOf(entryWith(`{"name":"Authorization","value":"Bearer ${unsigned}"}`)),
    );
    const [, kept = ''] = /Bearer [^".]+\.([^".]+)\."/.exec(text) ?? [];
    const { sub, exp } = JSON.parse(atob(kept));
    expect([isPseudonym(sub), exp]).toEqual([true, 1_781_000_000]);
    expect(text).not.toContain(picture.slice(20, 60));
  });

  it('lets nobody else speak in its name', async () => {
    for (const forged of ['{"sanitized":false}', '{"sanitized":true,"ruleSet":"1"}', '"yes"']) {
      const { text } = await sanitize(harOf(entryWith(bearer), `"_harrier":${forged},`));
      expect(JSON.parse(text).log).toMatchObject({
        _harrier: { sanitized: true, ruleSet: '2026.11.4' },
        _harrierBefore: JSON.parse(forged),
      });
      expect((await sanitize(text)).text).toBe(text);
    }
  });

  it('says where, what and how long, and never the value', async () => {
    const {
      redactions,
      redactions: [first],
    } = await sanitize(harOf(entryWith(bearer)));
    expect(first).toEqual({
      pointer: '/log/entries/0/request/headers/0/value',
      inside: ['Authorization'],
      kind: 'access-token',
      rule: 'name/authorization',
      length: 40,
      pseudonym: expect.stringMatching(/^hx-tok-/),
      entry: 0,
    });
    expect(JSON.stringify(redactions)).not.toContain(token);
  });

  it('shows no credential that is a name: of a header, a key, a part', async () => {
    const { text: key } = grow('ghp_<alnum:36>', random);
    const { redactions, text } = await sanitize(
      harOf(
        entryWith(
          `{"name":"${key}","value":"Bearer ${token}"}`,
          `,"_by":{"${key}":{"token":"${token}"}},"_t":{"${token}":{"password":"Kw8!ndkw02"}}`,
        ),
      ),
    );
    expect(redactions.length).toBeGreaterThan(3);
    for (const secret of [key, token]) {
      expect(JSON.stringify(redactions)).not.toContain(secret);
      expect(text).not.toContain(secret);
    }
  });

  it('keeps the length of a cookie that is too long, wherever it stands, once and again', async () => {
    const long = random.text('abcdefghijklmnopqrstuvwxyz0123456789', 4500);
    const capture = harOf(
      `${entryWith(`{"name":"Cookie","value":"sid=${long}; theme=dark"}`)},${entryWith('', `,"_note":"set ${long}!"`)}`,
    );
    const { text, redactions } = await sanitize(capture);
    const filled = /sid=(hx-ses-[^;]*); theme=dark/.exec(text)?.[1] ?? '';
    expect(filled).toHaveLength(4500);
    expect(text).toContain(`set ${filled}!`);
    expect(redactions.every(({ pseudonym }) => isPseudonym(pseudonym))).toBe(true);
    expect((await sanitize(text)).text).toBe(text);
  });

  it('reads what programs add of their own: fields by key, cookies by name, a value in an object', async () => {
    const own = {
      _fields: [{ key: 'X-Api-Key', value: 'butterflies' }],
      _seen: { cookies: { foo: token }, auth: { password: { value: 'dragonflies' } } },
      _words: { token: { value: 'none' }, cookies: { theme: 'dark' } },
    };
    const { text } = await sanitize(harOf(entryWith('', `,"_own":${JSON.stringify(own)}`)));
    for (const secret of ['butterflies', 'dragonflies', token]) expect(text).not.toContain(secret);
    expect(text).toContain(`"_words":${JSON.stringify(own._words)}`);
    expect((await sanitize(text)).text).toBe(text);
  });

  it('hides the length of a password', async () => {
    const { redactions } = await sanitize(harOf(entryWith('', ',"_form":{"password":"hunter2!"}')));
    expect(redactions[0]?.kind).toBe('password');
    expect(redactions[0]).not.toHaveProperty('length');
  });

  it('removes a value wherever it stands once it is known, also before it was seen', async () => {
    const { text } = await sanitize(
      harOf(`${entryWith('', `,"_note":"retry with ${token} later"`)},${entryWith(bearer)}`),
    );
    expect(text).not.toContain(token);
  });

  it('takes a cookie that says where somebody is out of the cookie alone', async () => {
    const { text, unswept } = await sanitize(
      harOf(
        entryWith(
          '{"name":"Cookie","value":"region=eu-west-1-cell-7"}',
          ',"_note":"routed to eu-west-1-cell-7"',
        ),
      ),
    );
    expect(text).toContain('routed to eu-west-1-cell-7');
    expect(text).not.toContain('region=eu-west-1');
    expect(unswept).toEqual({ common: 1 });
  });

  it('gives equal values equal pseudonyms, and other ones under another key', async () => {
    const capture = harOf(`${entryWith(bearer)},${entryWith(bearer)}`);
    const one = await sanitize(capture);
    expect(new Set(one.redactions.map(({ pseudonym }) => pseudonym)).size).toBe(1);
    const other = await sanitize(capture, { key: new Uint8Array(32).fill(2) });
    expect(other.redactions[0]?.pseudonym).not.toBe(one.redactions[0]?.pseudonym);
  });

  it('keeps a JWT readable where it tells of expiry, and strips it whole when told to', async () => {
    const secrets: string[] = [];
    const jwt = growJwt(random, secrets);
    const capture = harOf(entryWith(`{"name":"authorization","value":"Bearer ${jwt}"}`));
    const { text } = await sanitize(capture);
    const value = /Bearer ([^"]+)/.exec(text)?.[1] ?? '';
    const claims = JSON.parse(Buffer.from(value.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ iss: 'https://id.example.com', exp: 1_767_225_600, scope: 'read write' });
    expect(isPseudonym(claims.sub)).toBe(true);
    for (const secret of secrets) expect(text).not.toContain(secret);
    const stripped = await sanitize(capture, { policy: compilePolicy({ jwt: 'strip' }) });
    expect(stripped.text).toMatch(/Bearer hx-tok-[0-9a-z]{13}"/);
  });

  it('marks its output once', async () => {
    const once = await sanitize(harOf(entryWith(bearer)));
    expect(JSON.parse(once.text).log._harrier).toEqual({ sanitized: true, ruleSet: '2026.11.4' });
    expect((await sanitize(once.text)).text).toBe(once.text);
  });

  it('reads bare entries, empty logs, gzip and UTF-16', async () => {
    expect((await sanitize(entryWith(bearer))).text).not.toContain(token);
    expect((await sanitize('{"log":{"entries":[]}}')).redactions).toEqual([]);
    expect((await sanitize(gzipSync(new TextEncoder().encode(harOf(entryWith(bearer)))))).text).not.toContain(
      token,
    );
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${harOf(entryWith(bearer))}`, 'utf16le'));
    expect((await sanitize(utf16)).text).not.toContain(token);
  });

  it('replaces keys that are credentials', async () => {
    const { text: key } = grow('ghp_<alnum:36>', random);
    const { text } = await sanitize(harOf(entryWith('', `,"_byToken":{"${key}":1}`)));
    expect(text).not.toContain(key);
    expect(() => JSON.parse(text)).not.toThrow();
  });

  it('takes out a compressed body that does not unfold, and says so', async () => {
    const packed = gzipSync(new TextEncoder().encode('{"password":"Kw8!ndkw02"}'.repeat(20)));
    const broken = Buffer.from(packed.subarray(0, packed.length - 12)).toString('base64');
    const body = `{"mimeType":"application/json","encoding":"base64","text":"${broken}"}`;
    const { text, droppedBodies } = await sanitize(
      harOf(entryWith('').replace('"content":{}', `"content":${body}`)),
    );
    expect(droppedBodies).toEqual(['/log/entries/0/response/content/text']);
    expect(text).not.toContain(broken.slice(0, 40));
  });

  it('refuses what is damaged, and writes nothing', async () => {
    for (const damaged of [
      harOf(entryWith(bearer)).slice(0, -4),
      harOf(`${entryWith(bearer)},{"request":x}`),
      // Cut before its entries, inside what would have been a credential.
      `{"log":{"version":"1.2","comment":"https://example.com/?access_token=${bearer.slice(0, 30)}`,
    ])
      await expect(sanitize(damaged)).rejects.toMatchObject({ code: 'sanitize/damaged-input' });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(sanitize(harOf(entryWith(bearer)), { signal: stop.signal })).rejects.toMatchObject({
      code: 'har/cancelled',
    });
  });

  it('tells what a check finds, and finds nothing in its own output', async () => {
    const capture = harOf(entryWith(bearer));
    expect(await checkCapture(await open(capture))).toHaveLength(1);
    expect(await checkCapture(await open((await sanitize(capture)).text))).toEqual([]);
  });

  it('pollutes no prototype by keys of the capture', async () => {
    await sanitize(
      harOf(entryWith(bearer, ',"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}')),
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

/** Every scalar of a JSON value as text, those of JSON inside strings too. */
function leaves(value: unknown): Set<string> {
  if (typeof value === 'string' && value.startsWith('{')) return leaves(JSON.parse(value));
  if (typeof value !== 'object' || value === null) return new Set([String(value)]);
  return new Set(Object.values(value).flatMap((child) => [...leaves(child)]));
}

describe('what diagnosis needs', () => {
  it('is at least sixty values, and all of them survive', async () => {
    const har = diagnosticCapture();
    const [entry] = har.log.entries as [{ request: { headers: unknown[] } }];
    entry.request.headers.push({ name: 'authorization', value: `Bearer ${token}` });
    const { text, redactions } = await sanitize(JSON.stringify(har));
    expect(probes.length).toBeGreaterThanOrEqual(60);
    expect(redactions.map(({ pointer }) => pointer)).toEqual(['/log/entries/0/request/headers/15/value']);
    const kept = leaves(JSON.parse(text));
    for (const { what, value } of probes) expect(kept.has(value), what).toBe(true);
    expect(text).not.toContain(token);
  });
});

describe('a policy', () => {
  it('keeps a kind that it names, and takes every other one', async () => {
    const key = random.text('ABCDEFGHJKLMNP0123456789', 32);
    const entry = entryWith(`${bearer},{"name":"X-Api-Key","value":"${key}"}`);
    const text = await policyRun('{"keepKinds":["api-key"]}', entry);
    expect(text).toContain(key);
    expect(text).not.toContain(token);
    expect(await policyRun('{}', entry)).not.toContain(key);
    expect(() => parsePolicy('{"keepKinds":["everything"]}')).toThrow('is none of');
  });

  const policyRun = async (policy: string, entry: string) =>
    (await sanitize(harOf(entry), { policy: compilePolicy(parsePolicy(policy)) })).text;

  it('removes names of its own, and keeps others', async () => {
    const entry = entryWith(
      '{"name":"X-Tenant","value":"acme-eu-west"}',
      ',"_a":{"apiKey":"k1lm2no3pq4rs5tu6"}',
    );
    const text = await policyRun('{"names":{"remove":["x-tenant"],"keep":["api_key"]}}', entry);
    expect(text).not.toContain('acme-eu-west');
    expect(text).toContain('k1lm2no3pq4rs5tu6');
  });

  it('finds patterns in linear time, the group of them where there is one', async () => {
    const entry = entryWith('', ',"_note":"ticket ACME-778899 of badge B-1234567"');
    const text = await policyRun('{"patterns":[{"id":"badge","pattern":"badge (B-[0-9]{7})"}]}', entry);
    expect(text).toContain('ticket ACME-778899 of badge hx-');
  });

  it('allows values', async () => {
    expect(await policyRun(JSON.stringify({ allow: [token] }), entryWith(bearer))).toContain(token);
  });

  it('pseudonymises personal data when it is asked to, and only then', async () => {
    const entry = entryWith(
      '{"name":"X-Forwarded-For","value":"198.51.100.23"}',
      ',"_u":{"mail":"ann.lee@example.org","tel":"+41 44 668 18 00","firstName":"Annabel","v":"1.2.3.4.5"}',
    );
    expect(await policyRun('{}', entry)).toContain('ann.lee@example.org');
    const text = await policyRun(
      '{"personalData":{"email":true,"phone":true,"ipAddress":true,"names":true}}',
      entry,
    );
    for (const gone of ['198.51.100.23', 'ann.lee@example.org', '+41 44 668 18 00', 'Annabel'])
      expect(text).not.toContain(gone);
    expect(text).toContain('1.2.3.4.5');
  });

  it('that spares no cookie spares none', async () => {
    const entry = entryWith('{"name":"Cookie","value":"theme=dark; lang=en"}');
    expect(await policyRun('{}', entry)).toContain('theme=dark; lang=en');
    expect(await policyRun('{"preset":"strict"}', entry)).toMatch(/theme=hx-cke-\w+; lang=hx-cke-\w+/);
  });

  it.each([
    ['[]', ''],
    ['{"nmes":{}}', '/nmes'],
    ['{"preset":"lax"}', '/preset'],
    ['{"names":{"keep":"x"}}', '/names/keep'],
    ['{"patterns":[{"id":"a b","pattern":"x"}]}', '/patterns/0/id'],
    ['{"patterns":[{"id":"a","pattern":"x","kind":"soup"}]}', '/patterns/0/kind'],
    ['{"personalData":{"email":1}}', '/personalData/email'],
  ])('that makes no sense is refused with its place: %s', (text, path) => {
    expect(() => parsePolicy(text)).toThrow(expect.objectContaining({ path }));
  });

  it.each(['(', '(?=x)y', 'x*'])('with the pattern %s is refused', (pattern) => {
    expect(() => compilePolicy({ patterns: [{ id: 'p', pattern }] })).toThrow(
      expect.objectContaining({ path: '/patterns/0/pattern' }),
    );
  });
});
