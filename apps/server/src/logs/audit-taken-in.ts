import { appendAudit } from '@harrier/cases';
import type { Service } from '../service.ts';

/**
 * Writes down who sent logs to which source, before they are read: what cannot be audited is not taken in. A name of a file may be
 * a captured one, and is left out.
 */
export async function auditTakenIn(
  { store, clock }: Pick<Service, 'store' | 'clock'>,
  actor: { readonly name: string; readonly tenantId: string },
  {
    source,
    as,
    bytes,
    requests,
  }: {
    readonly source: string;
    readonly as: 'file' | 'otlp';
    /** Null where a sender did not say. */
    readonly bytes: number | null;
    readonly requests?: number;
  },
): Promise<void> {
  await store.transaction(
    async (tx) =>
      await appendAudit(tx, {
        action: 'logs/taken-in',
        actor: actor.name,
        tenantId: actor.tenantId,
        subject: `log-source:${source}`,
        atMs: clock(),
        facts: { as, bytes, ...(requests === undefined ? {} : { requests }) },
      }),
  );
}
