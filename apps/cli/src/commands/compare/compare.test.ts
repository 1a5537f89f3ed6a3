import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { languages } from '@harrier/knowledge';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (name: string, entries: readonly unknown[]): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ log: { version: '1.2', creator: { name: 'x' }, entries } }));
  return file;
};
const entry = (url: string, body: unknown, status = 200) => ({
  startedDateTime: '2025-06-10T09:00:00.000Z',
  time: 40,
  request: { method: 'GET', url, headers: [], queryString: [], cookies: [] },
  response: { status, headers: [], content: { mimeType: 'application/json', text: JSON.stringify(body) } },
  timings: { send: 0, wait: 40, receive: 0 },
});
const reach = (singleNumberReach: string) => ({ features: { singleNumberReach } });
const settings = 'https://api.example.test/settings';
const failing = written('failing.har', [
  entry(settings, reach('NO_ACCESS')),
  entry(`${settings}/a`, { on: true }),
]);
const working = written('working.har', [
  entry(settings, reach('FULL_ACCESS')),
  entry(`${settings}/a`, { on: false }),
]);

it('says in its first line what the failing user lacks', async () => {
  const { code, out } = await runCli(['compare', failing, working]);
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe(
    'singleNumberReach: NO_ACCESS in failing.har, FULL_ACCESS in working.har (GET api.example.test/settings).',
  );
  expect(out).toContain('/on of the response: true in failing.har, false in working.har');
  expect(out).toContain('a #0   b #0');
});

it.each(languages)('tells a program the same by the published schema, in %s', async (language) => {
  const text = await runCli(['compare', failing, working, '--lang', language]);
  const { out } = await runCli(['compare', '--json', failing, working, '--lang', language]);
  const report = JSON.parse(out);
  expect(text.out.split('\n')[0]).toBe(report.answer);
  expect(report.answer).toMatch(/singleNumberReach.*NO_ACCESS/);
  const schema = new URL('../../../../../docs/schemas/compare.schema.json', import.meta.url);
  const ajv = new Ajv2020({ strict: false });
  ajv.validate(JSON.parse(readFileSync(schema, 'utf8')), report);
  expect(ajv.errors).toBeNull();
});

it('says that nothing matters where nothing does, and that captures have nothing in common', async () => {
  expect((await runCli(['compare', failing, failing])).out).toMatch(/^No difference that matters/);
  const elsewhere = written('elsewhere.har', [entry('https://other.example.test/x', {})]);
  expect((await runCli(['compare', failing, elsewhere])).out).toMatch(
    /^The captures have no request in common/,
  );
});

it('tells two files of one name apart by their folders', async () => {
  const other = written('other/failing.har', [entry(settings, reach('FULL_ACCESS'))]);
  expect((await runCli(['compare', failing, other])).out).toContain('FULL_ACCESS in other/failing.har');
});

it('asks for both files, and reads standard input once', async () => {
  expect((await runCli(['compare', failing])).code).toBe(2);
  expect((await runCli(['compare', '-', '-'])).code).toBe(2);
  expect((await runCli(['compare', failing, '-'], { stdin: readFileSync(working) })).out).toContain(
    'NO_ACCESS',
  );
});
