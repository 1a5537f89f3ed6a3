import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LogDesk, openDesk, openMemoryStore, takeFile } from '@harrier/logs';
import type { Page } from 'playwright-core';
import { type PageTroubles, withWorkbench } from './with-workbench.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Logs of the lab's scenarios, by the name of their folder in `services/logs/fixtures/flow`. */
export function flowLogs(name: string): string {
  return path.join(root, 'services/logs/fixtures/flow', name);
}

/** The capture of a scenario of the lab. */
export function labCapture(name: string): string {
  return path.join(root, 'fixtures/lab', name, 'chrome.har');
}

/** Opens the workbench with captures and a store that holds the logs of some folders, each file a source of its own. */
export async function withLogs<T>(
  { files = [], folders = [] }: { readonly files?: readonly string[]; readonly folders?: readonly string[] },
  use: (page: Page, troubles: PageTroubles, desk: LogDesk) => Promise<T>,
): Promise<T> {
  const desk = openDesk(openMemoryStore());
  try {
    for (const folder of folders)
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.log'))) {
        const bytes = createReadStream(path.join(folder, name));
        await takeFile(desk, { name, source: name.replace('.log', ''), bytes });
      }
    const logs = { desk: async () => desk, close: async () => {} };
    return await withWorkbench(files, (page, troubles) => use(page, troubles, desk), { logs });
  } finally {
    await desk.store.close();
  }
}
