import type { LogDesk, LogStore } from '@harrier/logs';
import type { Identity } from '../accounts/identity.ts';
import type { Service } from '../service.ts';
import { logRoom } from './log-room.ts';

/** The logs as one person may use them. */
export interface PersonalDesk extends LogDesk {
  /** The store with everybody's records, for taking records in after `mayUse` was asked. */
  readonly whole: LogStore;
  /** Whether this source may be searched and written. */
  mayUse(source: string): boolean;
  /** Where records go that name no source. */
  readonly ownSource: string;
}

/**
 * One store holds the logs of all organisations, so each sees its own part. The organisation that came first runs the
 * server: it has every source that names no readers, and those that name one of the person's roles. Each other one has the
 * source that bears its id, which nobody else has, and those whose readers name that id.
 */
export async function deskFor(
  { logs, store: { db } }: Pick<Service, 'logs' | 'store'>,
  { tenantId, roles }: Identity,
): Promise<PersonalDesk> {
  const { DEFAULT_SOURCE, restrictStore } = await logRoom();
  const desk = await logs();
  const tenants = await db.selectFrom('tenants').select('id').orderBy('createdMs').orderBy('id').execute();
  const isOperator = tenants[0]?.id === tenantId;
  const groups: readonly string[] = isOperator ? [tenantId, ...roles] : [tenantId];
  const mayUse = (source: string): boolean => {
    if (tenants.some(({ id }) => id === source)) return source === tenantId;
    const readers = desk.definitions.find(({ name }) => name === source)?.readers;
    return readers === undefined ? isOperator : readers.some((group) => groups.includes(group));
  };
  return {
    blank: desk.blank,
    definitions: desk.definitions.filter(({ name }) => mayUse(name)),
    store: restrictStore(desk.store, mayUse),
    whole: desk.store,
    mayUse,
    ownSource: isOperator ? DEFAULT_SOURCE : tenantId,
  };
}
