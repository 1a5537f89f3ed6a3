import { readFileSync } from 'node:fs';
import { type Language, languages } from '@harrier/knowledge';
import { methodFacts, openBook, registeredStatusCodes, topicGroups } from '@harrier/knowledge/pages';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const explain = (...words: readonly string[]) => runCli(['explain', ...words]);

const schema = new URL('../../../../../docs/schemas/explain.schema.json', import.meta.url);
const fits = new Ajv2020().compile(JSON.parse(readFileSync(schema, 'utf8')));

/** Header fields that support engineers ask for first. */
const askedHeaders =
  'Host User-Agent Accept Accept-Encoding Authorization Cookie Content-Type Referer Content-Length Cache-Control Server Set-Cookie Date Location ETag Content-Encoding Access-Control-Allow-Origin TrackingID';

/** Phases as DevTools and guides call them. */
const phases = [
  'Queueing',
  'Stalled',
  'DNS Lookup',
  'Initial connection',
  'Proxy negotiation',
  'Request sent',
  'ServiceWorker Preparation',
  'Request to ServiceWorker',
  'Waiting (TTFB)',
  'waiting',
  'Content Download',
];

it.each([
  ['method', Object.keys(methodFacts)],
  ['status', registeredStatusCodes],
  ['header', askedHeaders.split(' ')],
  ['phase', phases],
])('answers for every %s', async (group, names) => {
  for (const name of names) {
    const { code, out, err } = await explain(group, name);
    expect({ name, code, err }).toEqual({ name, code: 0, err: '' });
    expect(out.split('\n').length).toBeGreaterThan(5);
  }
});

it('puts the answer right behind the title, and the sources last', async () => {
  const lines = (await explain('status', '502')).out.trimEnd().split('\n');
  expect(lines[0]).toBe('502 Bad Gateway');
  expect(lines[1]).toBe('A gateway got a bad answer, or none, from the service behind it.');
  expect(lines.at(-1)).toMatch(/^ {2}As of 20\d\d-\d\d-\d\d$/);
});

it.each([
  ['502', '502 Bad Gateway'],
  ['status/502', '502 Bad Gateway'],
  ['SET-COOKIE', 'Set-Cookie'],
  ['patch', 'PATCH'],
  ['cors/preflight-status', 'cors/preflight-status'],
  ['capture/truncated', 'capture/truncated'],
  ['rate limit', 'Rate limit'],
  ['tracking', 'Tracking ids'],
])('takes %s without its group', async (words, title) => {
  const { code, out } = await explain(...words.split(' '));
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe(title);
});

it('lists what there is when asked for nothing, and a group when asked for it', async () => {
  const { out } = await explain();
  for (const group of topicGroups) expect(out).toContain(`harrier explain ${group}`);
  expect((await explain('status')).out).toContain('Bad Gateway');
});

it.each([
  [['set-cokie'], 'header set-cookie'],
  [['header', 'set-cokie'], 'header set-cookie'],
  [['metod'], 'method'],
  [['status', '5O2'], 'status 502'],
])('suggests what %j may have meant, and ends with 2', async (words, meant) => {
  const { code, out, err } = await explain(...words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(meant);
});

it('says so when nothing is near, and names no page that is inherited', async () => {
  for (const word of ['qqqqqqqqqq', 'constructor', '__proto__']) {
    const { code, err } = await explain(word);
    expect(code).toBe(2);
    expect(err).toContain(word);
  }
});

it('escapes what it was asked', async () => {
  expect((await explain('\u001b[2Jx')).err).not.toContain('\u001b[2J');
});

describe.each(languages)('in %s', (language: Language) => {
  it('answers in that language, and in JSON as the schema says', async () => {
    for (const words of [
      [],
      ['method'],
      ['header', 'cookie'],
      ['capture', 'chrome'],
      ['read'],
      ['tracking'],
      ['finding', 'fail/http-5xx'],
    ]) {
      const { code, out } = await explain(...words, '--json', '--lang', language);
      expect(code).toBe(0);
      const value = JSON.parse(out);
      expect({ words, errors: fits(value) ? [] : fits.errors }).toEqual({ words, errors: [] });
      expect(out).not.toMatch(/`|\*\*/);
    }
    const labels = await openBook('status', language);
    expect((await explain('status', '--lang', language)).out).toContain(labels.title);
  });
});

it('fits a narrow terminal', async () => {
  const { out } = await runCli(['explain', 'capture', 'chrome'], { columns: 60 });
  const prose = out.split('\n').filter((line) => !line.includes('http'));
  expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(60);
});
