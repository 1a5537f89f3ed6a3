import { readFileSync } from 'node:fs';
import { folderConnector } from '../connectors/folder/folder-connector.ts';
import { folderObjects } from '../objects/folder-objects.ts';
import { openStore } from '../store/open-store.ts';
import { sqlIntakes } from '../store/sql-intakes.ts';
import { readVaultKeys } from '../vault/index.ts';
import { openWorkshop } from '../workflow/open-workshop.ts';
import { runWorker } from '../workflow/worker.ts';

/**
 * A worker process that a test kills: `<store url> <folder of objects> <folder of cases> <file of public keys> <clock
 * offset in ms>`. The offset stands for the time that a restart takes after a lease has run out.
 */
const [storeUrl = '', objectsFolder = '', casesFolder = '', keyFile = '', offsetMs = '0'] =
  process.argv.slice(2);

const store = await openStore(storeUrl);
const connector = folderConnector({ id: 'folder', tenantId: 'tenant', root: casesFolder, settleMs: -1e12 });
const keys = await readVaultKeys(readFileSync(keyFile), new Date());
const clock = (): number => Date.now() + Number(offsetMs);
const objects = await folderObjects(objectsFolder);
const workshop = openWorkshop({
  store: sqlIntakes(store, objects),
  objects,
  connector: () => connector,
  vaultKeys: async () => keys,
  leastRecipients: 1,
  clock,
});
process.stdout.write('ready\n');
await runWorker({
  workshop,
  store,
  connectors: () => [connector],
  pollMs: 20,
  onFault: (error) => process.stderr.write(`${String(error)}\n`),
  signal: new AbortController().signal,
});
