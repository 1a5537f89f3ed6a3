import type { CaseConnector, RemoteAttachment } from '../connectors/case-connector.ts';
import { CaseSystemError } from '../connectors/case-system-error.ts';
import { digestOfAttachment } from './bench.ts';
import type { Removal } from './intake.ts';

/**
 * An attachment as it is listed now, if it still holds these bytes, whatever it is called. Ids are given anew: another name with
 * other bytes is another file, and ours is gone, whoever deleted it (somebody who ended behind the deletion comes here again).
 * Its own name with other bytes means that somebody replaced it.
 */
export async function findUnchanged(
  connector: CaseConnector,
  attachment: RemoteAttachment,
  sha256: string,
): Promise<RemoteAttachment | Extract<Removal, 'was-gone' | 'replaced'>> {
  const there = (await connector.list(attachment.caseRef)).find(({ id }) => id === attachment.id);
  if (there === undefined) return 'was-gone';
  const otherwise = there.name === attachment.name ? 'replaced' : 'was-gone';
  if (there.sizeBytes !== attachment.sizeBytes) return otherwise;
  try {
    return (await digestOfAttachment(connector, there)).sha256 === sha256 ? there : otherwise;
  } catch (error) {
    if (error instanceof CaseSystemError && error.code === 'case-system/not-found') return 'was-gone';
    throw error;
  }
}
