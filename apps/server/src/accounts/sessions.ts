import type { SessionRow, Store, Tx } from '@harrier/cases';
import { auditAccount } from './account-audit.ts';
import type { Identity } from './identity.ts';
import { newToken, tokenHash } from './token.ts';

/** A session ends after this long without a request, and after the longer time in any case. */
const IDLE_MS = 60 * 60 * 1000;
const SESSION_MS = 12 * 60 * 60 * 1000;

/** Of one account at a time: a person has some browsers, a script that signs in each time some more. The one not seen for longest ends. */
const MOST_SESSIONS = 50;

/** Characters of a session's digest that name it to its owner: no two of one account's sessions share them. */
const ID_CHARS = 16;

/** A session as its owner sees it. */
export interface OwnSession {
  readonly id: string;
  readonly client: string;
  readonly createdMs: number;
  readonly seenMs: number;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** Makes a session and gives its token. Those that are over for good, and those that are too many, go at the same time. */
export async function beginSession(
  tx: Tx,
  accountId: string,
  client: string,
  nowMs: number,
): Promise<string> {
  const token = newToken();
  await tx
    .deleteFrom('sessions')
    .where('createdMs', '<', nowMs - SESSION_MS)
    .execute();
  await tx
    .insertInto('sessions')
    .values({ tokenHash: tokenHash(token), accountId, createdMs: nowMs, seenMs: nowMs, client })
    .execute();
  const kept = tx
    .selectFrom('sessions')
    .select('tokenHash')
    .where('accountId', '=', accountId)
    .orderBy('seenMs', 'desc')
    .orderBy('createdMs', 'desc')
    .limit(MOST_SESSIONS);
  await tx
    .deleteFrom('sessions')
    .where('accountId', '=', accountId)
    .where('tokenHash', 'not in', kept)
    .execute();
  return token;
}

/** Whether a session is still one. */
export function isAlive({ createdMs, seenMs }: Pick<SessionRow, 'createdMs' | 'seenMs'>, nowMs: number) {
  return nowMs - seenMs <= IDLE_MS && nowMs - createdMs <= SESSION_MS;
}

/** The caller's sessions, the latest first. */
export async function sessionsOf(
  { db }: Store,
  { accountId, credential }: Identity,
  nowMs: number,
): Promise<readonly OwnSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('accountId', '=', accountId)
    .orderBy('seenMs', 'desc')
    .execute();
  return rows
    .filter((row) => isAlive(row, nowMs))
    .map(({ tokenHash: hash, client, createdMs, seenMs }) => ({
      id: hash.slice(0, ID_CHARS),
      client,
      createdMs,
      seenMs,
      isThis: hash === credential,
    }));
}

/** Ends one of the caller's sessions, or all but the one that asks. Gives how many. */
export async function endSessions(
  store: Store,
  { accountId, tenantId, credential }: Identity,
  which: 'others' | { readonly id: string },
  nowMs: number,
): Promise<number> {
  return await store.transaction(async (tx) => {
    let ended = tx
      .deleteFrom('sessions')
      .where('accountId', '=', accountId)
      .where('tokenHash', '!=', credential);
    if (which !== 'others') ended = ended.where('tokenHash', 'like', `${which.id}%`);
    const sessions = Number((await ended.executeTakeFirst()).numDeletedRows);
    const account = { id: accountId, tenantId };
    if (sessions > 0)
      await auditAccount(tx, nowMs, 'account/signed-out', `account:${accountId}`, account, { sessions });
    return sessions;
  });
}
