import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startKeeper } from './start-keeper.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-keeper-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A keeper that does what the script says. */
function keeperThat(script: string) {
  const file = path.join(folder, 'keeper.mjs');
  writeFileSync(file, script);
  return startKeeper({ file: path.join(folder, 'a.har'), policy: 'raw' }, pathToFileURL(file));
}

it('tells at once that it has ended, and holds up nobody who waits for it to take what is there', async () => {
  const keeper = keeperThat('process.exit(1)');
  for (let key = 0; key < 64; key++) keeper.entry(String(key), key, { text: 'x'.repeat(65_536) });
  await keeper.gone;
  expect(keeper.waitingBytes).toBe(0);
  keeper.entry('late', 65, {});
  await expect(keeper.finish('person', () => {})).rejects.toMatchObject({ code: 'record/keeper-ended' });
});

it('says what one that ended by itself has kept', async () => {
  const kept = { file: 'a.har', sizeBytes: 1, entries: 0, end: 'no-room', pictures: [] };
  const keeper = keeperThat(
    `process.stdout.write(${JSON.stringify(`${JSON.stringify({ kind: 'done', kept })}\n`)})`,
  );
  await keeper.gone;
  expect(await keeper.finish('crash', () => {})).toEqual(kept);
});

it.each([
  ['has started', 'process.stdout.write(\'{"kind":"ready"}\\n\'); process.stdin.resume()'],
  ['has ended before it could', 'process.exit(1)'],
])('tells when the keeper %s', async (_, script) => {
  const keeper = keeperThat(script);
  await keeper.ready;
  await keeper.drop();
});
