import { openStore } from '../store/open-store.ts';
import { sqlIntakes } from '../store/sql-intakes.ts';
import { memoryIntakes } from '../testing/memory-intakes.ts';
import { intakeStoreContract } from './intake-store.contract.ts';

intakeStoreContract('memory', async () => ({ store: memoryIntakes(), close: async () => {} }));

intakeStoreContract('libsql', async () => {
  const store = await openStore('sqlite::memory:');
  return { store: sqlIntakes(store), close: async () => await store.close() };
});
