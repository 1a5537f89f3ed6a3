import { appendAudit } from '@harrier/cases';
import type { LogQuestion } from '@harrier/logs';
import type { Service } from '../service.ts';
import type { PersonalDesk } from './desk-for.ts';
import { logRoom } from './log-room.ts';

/** What a search gives: log records, or the flow that is made of them. */
export type SearchedAs = 'records' | 'flow';

/**
 * Writes down who searched the logs for what, before anything is answered: what cannot be audited is not searched. Of an id
 * its text; of words only how many, and of fields only their names: their values may be captured ones.
 */
export async function auditSearch(
  { store, clock }: Pick<Service, 'store' | 'clock'>,
  actor: { readonly name: string; readonly tenantId: string },
  desk: PersonalDesk,
  { target, words, scope, sources, filter }: LogQuestion,
  as: SearchedAs,
): Promise<void> {
  const shown = (await logRoom()).shownText(desk.blank);
  await store.transaction(
    async (tx) =>
      await appendAudit(tx, {
        action: 'logs/searched',
        actor: actor.name,
        tenantId: actor.tenantId,
        subject: subjectOf(target, words.length, shown),
        atMs: clock(),
        facts: {
          as,
          scope,
          // What belongs to others was not searched.
          sources: sources?.filter(desk.mayUse).map(shown) ?? null,
          level: target?.kind === 'id' ? target.level : null,
          words: words.length,
          services: filter.service?.map(shown) ?? null,
          severity: filter.level ?? null,
          status: filter.status === undefined ? null : `${filter.status.from}-${filter.status.to}`,
          fields: Object.keys(filter.fields ?? {}).map(shown),
          from: momentOf(filter.window?.fromNs),
          to: momentOf(filter.window?.toNs),
        },
      }),
  );
}

/** An id that looks like a credential is written as its pseudonym. */
function subjectOf(target: LogQuestion['target'], words: number, shown: (text: string) => string): string {
  if (target?.kind === 'id') return `tracking-id:${shown(target.id.text)}`;
  if (target !== undefined) return `uuid:${target.digits}`;
  return words > 0 ? 'words' : 'time';
}

/** Milliseconds; null without a window. */
function momentOf(ns: bigint | undefined): number | null {
  return ns === undefined ? null : Number(ns / 1_000_000n);
}
