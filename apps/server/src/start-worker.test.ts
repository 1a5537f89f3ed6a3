import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { settingsOf } from './settings/server-settings.ts';
import { startServer, startWorker } from './start-server.ts';

const loaded: string[] = [];
vi.mock('@harrier/analyze', async (original) => {
  loaded.push('analyze');
  return await original();
});

it('a worker has what tells of a capture before the first one comes, and a server that waits has not', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-worker-'));
  const settings = settingsOf({ HARRIER_DATA: folder, HARRIER_PORT: '0' });
  try {
    const server = await startServer(settings, () => {});
    expect(loaded).toEqual([]);
    await server.stop();
    const worker = await startWorker(settings, () => {});
    expect(loaded).toEqual(['analyze']);
    await worker.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
