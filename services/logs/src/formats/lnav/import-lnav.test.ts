import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadFormats } from '../load-formats.ts';
import { readText } from '../testing/read-text.ts';
import { importLnavFormats, isLnavFile } from './import-lnav.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-lnav-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = {
  $schema: 'https://lnav.org/schemas/format-v1.schema.json',
  ward_log: {
    title: 'Ward',
    description: 'A format of nobody',
    regex: {
      std: {
        pattern: String.raw`^(?<timestamp>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) ward\/(?<unit>\w+) !(?<level>\w) (?<body>.*)`,
      },
      inner: { 'module-format': true, pattern: '^(?<body>.*)' },
    },
    level: { error: 'E', warning: 'W|X' },
    'timestamp-format': ['%Y-%m-%d %H:%M:%S'],
    value: { unit: { kind: 'string' } },
    converter: { command: 'ward' },
    sample: [{ line: '2026-03-04 09:05:07 ward/a !X late' }],
  },
  ward_json: {
    title: 'Ward JSON',
    json: true,
    'timestamp-field': 'when/at',
    'timestamp-divisor': 1000,
    'level-field': 'how',
    'body-field': 'what',
    level: { fatal: 9 },
  },
};

it('tells lnav’s files from ours', () => {
  expect(isLnavFile(file)).toBe(true);
  expect(isLnavFile({ a_log: { regex: {} } })).toBe(true);
  expect(isLnavFile({ id: 'a', kind: 'text' })).toBe(false);
});

it('takes over patterns, times, levels and roles, and names what it leaves out', async () => {
  const { formats, notes } = importLnavFormats(file);
  expect(formats.map(({ id, kind }) => [id, kind])).toEqual([
    ['ward-log', 'text'],
    ['ward-json', 'json'],
  ]);
  expect(notes).toEqual([{ format: 'ward_log', path: '/ward_log/converter', kind: 'unsupported' }]);
  const name = path.join(folder, 'ward.json');
  writeFileSync(name, JSON.stringify(file));
  const loaded = await loadFormats([name]);
  const records = await readText(
    '2026-03-04 09:05:07 ward/a !X late\n  more\n{"when":{"at":1772615107083},"how":9,"what":"gone"}\n',
    { formats: loaded.formats },
  );
  expect(records).toMatchObject([
    { format: 'ward-log', level: 'warn', body: 'late\n  more', fields: { unit: 'a' } },
    { format: 'ward-json', level: 'fatal', body: 'gone' },
  ]);
});

it('matches a pattern that could hang in linear time, and refuses one that RE2 does not know', async () => {
  const withPattern = (pattern: string) => ({ bad_log: { regex: { std: { pattern } }, sample: [] } });
  const name = path.join(folder, 'bad.json');
  writeFileSync(name, JSON.stringify(withPattern('^(?<timestamp>(?:a+)+)$')));
  const { formats } = await loadFormats([name]);
  // Two to the fortieth steps for an engine that backtracks.
  expect(await readText(`${'a'.repeat(40)}b\n`, { formats })).toMatchObject([{ format: 'text' }]);
  writeFileSync(name, JSON.stringify(withPattern('^(?<timestamp>a)(?=b)')));
  await expect(loadFormats([name])).rejects.toMatchObject({
    code: 'logs/format-wrong',
    path: '/patterns/0/pattern',
  });
});
