import { type AuditHead, auditHeadIn } from '@harrier/escalate';
import { UsageError } from '../../arguments/usage-error.ts';
import type { CaseService } from '../case/case-service.ts';

/** A case of a server, and where the server's audit log stood when it had taken a capture of that case in. */
export interface Origin {
  readonly number: number;
  readonly audit: AuditHead;
}

/**
 * Finds a file in a case: as an original that was taken in, or as its clean copy. That nobody hands on another file under the name of
 * a case, its digest decides. Errors: {@link UsageError} where the case tells nothing of it, and those of the service.
 */
export async function originOf(
  service: CaseService,
  numberOrId: string,
  file: { readonly path: string; readonly digest: Uint8Array },
): Promise<Origin> {
  const { id, number } = await service.find(numberOrId);
  const sha256 = Buffer.from(file.digest).toString('hex');
  const intakes = await service.intakes(id);
  const taken = intakes.find(
    ({ facts: { original, clean } }) => original?.sha256 === sha256 || clean?.sha256 === sha256,
  );
  const audit = taken === undefined ? undefined : auditHeadIn(await service.notes(id), taken.mark);
  if (audit === undefined)
    throw new UsageError({ kind: 'not-of-case', path: file.path, case: String(number) });
  return { number, audit };
}
