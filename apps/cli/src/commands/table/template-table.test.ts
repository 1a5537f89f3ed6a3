import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';
import { templateColumns } from './template-table.ts';

const recording = fileURLToPath(
  new URL('../../../../../fixtures/example/call-recording.har', import.meta.url),
);
const grouped = async (...more: string[]) =>
  (await runCli(['table', '--group', 'template', ...more, recording])).out;

it('folds the requests of one template into a line, the most frequent first', async () => {
  const rows: { count: number; path: string; errors: number }[] = JSON.parse(await grouped('--json'));
  const all: unknown[] = JSON.parse((await runCli(['table', '--json', recording])).out);
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
  expect(rows.map(({ count }) => count)).toEqual(rows.map(({ count }) => count).sort((a, b) => b - a));
  expect(rows.find(({ path }) => path.endsWith('/features/callrecording'))).toBeDefined();
});

it('folds what a filter leaves', async () => {
  const rows = JSON.parse(await grouped('--json', '--filter', 'status:502'));
  expect(rows).toMatchObject([{ method: 'PATCH', count: 1, errors: 1 }]);
});

it('writes the same for spreadsheets and for people', async () => {
  expect((await grouped('--csv')).split('\r\n')[0]).toBe(templateColumns.join(','));
  const text = await grouped('--lang', 'ja');
  expect(text.split('\n')[0]).toMatch(/件数.*エラー.*p50.*p95/);
  expect(text).toMatch(/PATCH .*\/features\/callrecording/);
});
