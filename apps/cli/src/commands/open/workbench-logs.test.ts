import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CliIo } from '../../io.ts';
import { runCli } from '../../testing/run-cli.ts';
import { workbenchLogs } from './workbench-logs.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'harrier-open-'));
});
afterEach(async () => await rm(home, { recursive: true, force: true }));

const ioOf = () => ({ env: { HOME: home, XDG_DATA_HOME: path.join(home, 'data') } }) as unknown as CliIo;
const recordsIn = async (options: Parameters<typeof workbenchLogs>[1]) => {
  const logs = await workbenchLogs(ioOf(), options);
  const records = (await (await logs.desk()).store.sources()).map((source) => source.records);
  await logs.close();
  return records;
};

describe('the logs of a workbench', () => {
  it('are those of the store that is named', async () => {
    const log = path.join(home, 'a.log');
    await writeFile(log, 'hello\n');
    const store = `sqlite:${path.join(home, 'named.db')}`;
    await runCli(['logs', 'import', '--store', store, log]);
    expect(await recordsIn({ store })).toEqual([1]);
  });

  it('are none where nobody has a store, and no file is made for them', async () => {
    expect(await recordsIn({})).toEqual([]);
    const { existsSync } = await import('node:fs');
    expect(existsSync(path.join(home, 'data'))).toBe(false);
  });

  it('tell at once that a store cannot be opened', async () => {
    const foreign = path.join(home, 'foreign.db');
    await writeFile(foreign, 'this is no store, however long it goes on about it');
    await expect(workbenchLogs(ioOf(), { store: `sqlite:${foreign}` })).rejects.toMatchObject({
      code: 'logs/store-foreign',
    });
    await expect(workbenchLogs(ioOf(), { store: 'oracle:x' })).rejects.toMatchObject({
      code: 'logs/store-address',
    });
  });
});
