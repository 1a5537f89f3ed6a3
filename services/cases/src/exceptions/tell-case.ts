import { type ExceptionNews, tellException } from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
import { auditHead } from '../audit/audit-log.ts';
import type { CaseConnector } from '../connectors/case-connector.ts';
import { changeJob, claimJob } from '../store/job-queue.ts';
import type { Store } from '../store/open-store.ts';
import type { Exception } from './exception.ts';
import { readException } from './sql-exceptions.ts';
import { noteOfSubject } from './told-steps.ts';

/**
 * Every step of an exception is told to its case. The step itself only puts a job in line, in its own transaction: a case
 * system that does not answer keeps nobody from refusing a request.
 */

/** How long a note is held while it is written, and the longest wait before it is tried again. */
const LEASE_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60 * 1000;
/** Characters of the audit head in a note: 64 bits, enough that nobody finds another log with the same one. */
const HEAD_CHARS = 16;
/** As many of an exception's id as make a mark that is not met by chance. */
const MARK_CHARS = 8;

export interface TellOptions {
  readonly store: Store;
  readonly connector: (id: string) => CaseConnector | undefined;
  readonly clock: () => number;
}

/** Writes the note that has waited longest. Gives whether there was one. Error: the case system's; the note waits again. */
export async function tellNextStep({ store, connector, clock }: TellOptions): Promise<boolean> {
  const job = await store.transaction(
    async (tx) => await claimJob(tx, store.engine, 'exception-note', clock(), LEASE_MS),
  );
  if (job === undefined) return false;
  const settle = async (change: Parameters<typeof changeJob>[3]): Promise<void> => {
    await store.transaction(async (tx) => await changeJob(tx, 'exception-note', job, change));
  };
  try {
    await writeNote(store, connector, job.subject);
  } catch (error) {
    const waitMs = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.min(job.attempts, 20));
    await settle({ kind: 'again', runAtMs: clock() + waitMs });
    throw error;
  }
  await settle({ kind: 'ended' });
  return true;
}

async function writeNote(store: Store, connectorOf: TellOptions['connector'], subject: string) {
  const { id, news } = noteOfSubject(subject);
  const exception = await readException(store.db, id);
  if (exception === undefined || news === undefined) return;
  const intake = await store.db
    .selectFrom('intakes')
    .select('connector')
    .where('id', '=', exception.intakeId)
    .executeTakeFirst();
  const connector = connectorOf(intake?.connector ?? '');
  // Its case system is no longer connected: the audit log has what happened, and nobody is there to be told.
  if (connector === undefined) return;
  const key = `exception-${id.slice(0, MARK_CHARS)}-${news}`;
  if (await connector.hasNote(exception.caseRef, key)) return;
  // The customer learns that an original was opened, and not who said what about it.
  const visibility = news === 'fetched' ? 'public' : 'private';
  const { seq, hash } = await auditHead(store.db);
  const text = tellException(
    {
      mark: key,
      news,
      scope: exception.scope,
      reason: exception.reason.code,
      sealedSha256: exception.sealedSha256,
      auditHead: `${seq}/${hash.slice(0, HEAD_CHARS)}`,
      ...(visibility === 'public'
        ? {}
        : { inside: { by: await nameOf(store, exception, news), reasonText: exception.reason.text } }),
    },
    words(await connector.language(exception.caseRef)),
  );
  await connector.note(exception.caseRef, { key, text, visibility });
}

/** Whoever took the step; for what nobody took, whoever asked. */
async function nameOf(store: Store, exception: Exception, news: ExceptionNews): Promise<string> {
  const { approved, refused, released, requested } = exception;
  const signature = { approved, refused, released }[news as 'approved'] ?? requested;
  const account = await store.db
    .selectFrom('accounts')
    .select('name')
    .where('id', '=', signature.accountId)
    .executeTakeFirst();
  return account?.name ?? signature.accountId;
}
