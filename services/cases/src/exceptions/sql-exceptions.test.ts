import { openStore } from '../store/open-store.ts';
import { exceptionStoreContract } from './exception-store.contract.ts';
import { sqlExceptions } from './sql-exceptions.ts';

exceptionStoreContract('libsql', async () => sqlExceptions(await openStore('sqlite::memory:')));
