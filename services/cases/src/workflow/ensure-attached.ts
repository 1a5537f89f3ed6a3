import type { CaseConnector, OutgoingFile, RemoteAttachment } from '../connectors/case-connector.ts';
import { digestOfAttachment } from './bench.ts';

/**
 * Puts a file into a case unless it is there: a step that crashed behind its upload finds it by name, size and digest. Then
 * looks again, and where two attempts met leaves only the older copy. A file of somebody else that has our name is not ours
 * and stays. `hold` is asked directly before the upload and may throw.
 */
export async function ensureAttached(
  connector: CaseConnector,
  caseRef: string,
  file: OutgoingFile,
  hold: () => Promise<void>,
): Promise<RemoteAttachment> {
  const there = await findOurs(connector, caseRef, file);
  if (there[0] === undefined) {
    await hold();
    const put = await connector.put(caseRef, file);
    if ((await connector.capabilities()).idempotent) return put;
  } else if (there.length === 1) return there[0];
  const [first, ...others] = await findOurs(connector, caseRef, file);
  if (first === undefined) throw new Error('the case system took a file and does not list it');
  for (const other of others) {
    await hold();
    await connector.remove(other, file.sha256);
  }
  return first;
}

/** Copies of the file in the case, the oldest first. */
async function findOurs(
  connector: CaseConnector,
  caseRef: string,
  file: OutgoingFile,
): Promise<readonly RemoteAttachment[]> {
  const candidates = (await connector.list(caseRef))
    .filter(({ name, sizeBytes }) => name === file.name && sizeBytes === file.sizeBytes)
    .sort((one, other) => one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1));
  const ours: RemoteAttachment[] = [];
  for (const candidate of candidates)
    if ((await digestOfAttachment(connector, candidate)).sha256 === file.sha256) ours.push(candidate);
  return ours;
}
