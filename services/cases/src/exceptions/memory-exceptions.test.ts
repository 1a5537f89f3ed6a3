import { exceptionStoreContract } from './exception-store.contract.ts';
import { MemoryExceptions } from './memory-exceptions.ts';

exceptionStoreContract('memory', async () => new MemoryExceptions());
