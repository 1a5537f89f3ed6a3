import type { CaseConnector, OutgoingFile, RemoteAttachment } from '../connectors/case-connector.ts';
import { digestOfAttachment } from './bench.ts';
import { needed } from './step-result.ts';

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
  const there = await copiesIn(connector, caseRef, file);
  const ours = await withDigest(connector, there, file.sha256);
  if (ours[0] !== undefined) return await onlyFirst(connector, ours, file, hold);
  await hold();
  const put = await connector.put(caseRef, file);
  if ((await connector.capabilities()).idempotent) return put;
  const now = await copiesIn(connector, caseRef, file);
  // Whether the one copy holds the right bytes is another step's question.
  if (now.length <= there.length + 1) return put;
  return await onlyFirst(connector, await withDigest(connector, now, file.sha256), file, hold, put);
}

async function onlyFirst(
  connector: CaseConnector,
  [first, ...others]: readonly RemoteAttachment[],
  file: OutgoingFile,
  hold: () => Promise<void>,
  otherwise?: RemoteAttachment,
): Promise<RemoteAttachment> {
  for (const other of others) {
    await hold();
    await connector.remove(other, file.sha256);
  }
  return needed(first ?? otherwise);
}

/** Attachments of the file's name and size, the oldest first. */
async function copiesIn(
  connector: CaseConnector,
  caseRef: string,
  file: OutgoingFile,
): Promise<readonly RemoteAttachment[]> {
  return (await connector.list(caseRef))
    .filter(({ name, sizeBytes }) => name === file.name && sizeBytes === file.sizeBytes)
    .sort((one, other) => one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1));
}

async function withDigest(
  connector: CaseConnector,
  candidates: readonly RemoteAttachment[],
  sha256: string,
): Promise<readonly RemoteAttachment[]> {
  const same: RemoteAttachment[] = [];
  for (const candidate of candidates)
    if ((await digestOfAttachment(connector, candidate)).sha256 === sha256) same.push(candidate);
  return same;
}
