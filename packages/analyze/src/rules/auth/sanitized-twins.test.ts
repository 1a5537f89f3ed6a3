import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseCapture } from '../../analyse-capture.ts';
import { captureOf } from '../../testing/memory-capture.ts';

/** Findings that say that a credential was not there. */
const missing = [
  'auth/missing-credentials',
  'auth/cookie-lost',
  'auth/cookie-third-party',
  'auth/lost-on-redirect',
];

const rules = new URL('../', import.meta.url);
const captures = ['auth', 'cors'].flatMap((group) =>
  readdirSync(new URL(`${group}/`, rules), { withFileTypes: true })
    .filter((rule) => rule.isDirectory())
    .flatMap((rule) =>
      readdirSync(new URL(`${group}/${rule.name}/`, rules), { withFileTypes: true })
        .filter((folder) => folder.isDirectory())
        .map((folder) => `${group}/${rule.name}/${folder.name}`),
    ),
);

interface Side {
  headers: { name: string; value: string }[];
  cookies: unknown[];
}
type Har = { log: { entries: { request: Side; response: Side }[] } };

/** What Chrome's export leaves out by default since 130: exactly these fields, and the lists of cookies (measured). */
function withoutCredentials(har: Har): Har {
  const strip = (side: Side) => ({
    ...side,
    headers: side.headers.filter(({ name }) => !/^(?:cookie|set-cookie|authorization)$/i.test(name)),
    cookies: [],
  });
  const entries = har.log.entries.map((entry) => ({
    ...entry,
    request: strip(entry.request),
    response: strip(entry.response),
  }));
  return { ...har, log: { ...har.log, entries } };
}

const marked = (har: Har): Har => ({
  ...har,
  log: { ...har.log, ...{ _harrier: { sanitized: true, ruleSet: '1' } } },
});

describe.each(captures)('%s', (folder) => {
  const har = JSON.parse(readFileSync(new URL(`${folder}/capture.har`, rules), 'utf8')) as Har;
  const analyse = async (twin: Har) => (await analyseCapture(await captureOf(twin))).findings;

  it('misses no credential in an export without any, and none in a capture that we sanitized', async () => {
    for (const twin of [withoutCredentials(har), marked(har)]) {
      for (const { ruleId, facts } of await analyse(twin)) {
        expect(missing).not.toContain(ruleId);
        if (ruleId === 'auth/unauthorized') expect(facts.credentials).not.toBe('missing');
      }
    }
  });

  it('gives the same reasons of CORS without credentials', async () => {
    const reasons = async (twin: Har) =>
      (await analyse(twin))
        .filter(({ ruleId, class: certainty }) => ruleId.startsWith('cors/') && certainty === 'proven')
        .map(({ ruleId, facts }) => [ruleId, facts]);
    expect(await reasons(withoutCredentials(har))).toEqual(await reasons(har));
  });
});

/** What our sanitizing makes of credentials: the same word for the same value, in the place where it stood. */
function pseudonymised(har: Har): Har {
  const known = new Map<string, string>();
  const word = (kind: string, value: string) => {
    known.set(value, known.get(value) ?? `hx-${kind}-${String(known.size + 1).padStart(13, '0')}`);
    return known.get(value) ?? '';
  };
  const replace = ({ name, value }: Side['headers'][number]) => {
    if (/^authorization$/i.test(name))
      return {
        name,
        value: value.replace(/^(\w+ )?(.+)$/, (_, scheme = '', token) => scheme + word('tok', token)),
      };
    if (/^(?:set-)?cookie$/i.test(name))
      return {
        name,
        value: value.replace(/^([^=;]+)=([^;]*)/, (_, of, secret) => `${of}=${word('ses', secret)}`),
      };
    return { name, value };
  };
  const side = (one: Side) => ({ ...one, headers: one.headers.map(replace) });
  const { log } = marked(har);
  const entries = log.entries.map((entry) => ({
    ...entry,
    request: side(entry.request),
    response: side(entry.response),
  }));
  return { log: { ...log, entries } };
}

const lost = ['auth/lost-on-redirect', 'auth/cookie-third-party', 'auth/cookie-lost'];
const lostOnes = captures.filter((folder) => lost.some((rule) => folder.startsWith(`${rule}/finds.`)));

it.each(lostOnes)('still tells what was lost in %s once pseudonyms stand for credentials', async (folder) => {
  const har = JSON.parse(readFileSync(new URL(`${folder}/capture.har`, rules), 'utf8')) as Har;
  const told = async (twin: Har) =>
    (await analyseCapture(await captureOf(twin))).findings
      .filter(({ ruleId }) => lost.includes(ruleId))
      .map(({ ruleId, severity, entries }) => ({ ruleId, severity, entries }));
  expect((await told(har)).length).toBeGreaterThan(0);
  expect(await told(pseudonymised(har))).toEqual(await told(har));
});

it('has captures to look at', () => {
  expect(captures.length).toBeGreaterThan(150);
});
