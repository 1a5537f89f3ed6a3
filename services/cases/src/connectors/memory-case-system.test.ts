import { memoryCaseSystem } from '../testing/memory-case-system.ts';
import { caseConnectorContract } from './case-connector.contract.ts';
import { CaseSystemError } from './case-system-error.ts';

// The one that the workflow is tried on has to be one.
caseConnectorContract('the memory of a test', async () => {
  const cases = ['7', '8'];
  const isThere = (caseRef: string): void => {
    if (!cases.includes(caseRef)) throw new CaseSystemError('case-system/not-found', 'no such case');
  };
  const connector = memoryCaseSystem();
  return {
    connector: {
      ...connector,
      list: async (caseRef) => {
        isThere(caseRef);
        return await connector.list(caseRef);
      },
      put: async (caseRef, file) => {
        isThere(caseRef);
        return await connector.put(caseRef, file);
      },
    },
    caseRef: '7',
    otherCaseRef: '8',
    attach: async (caseRef, name, bytes) => {
      connector.attach(caseRef, name, bytes);
    },
    notes: async (caseRef) =>
      connector.notes.filter((note) => note.caseRef === caseRef).map(({ text }) => text),
    close: async () => {},
  };
});
