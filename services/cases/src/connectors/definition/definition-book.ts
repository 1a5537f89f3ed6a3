import { appendAudit } from '../../audit/audit-log.ts';
import { isDuplicate, type Store } from '../../store/open-store.ts';
import type { Actor } from '../built-in/case-book.ts';
import type { ConnectorDefinition } from './connector-fields.ts';
import { ConnectorSettingsError, readDefinition } from './read-definition.ts';

/** A definition with the tenant whose it is, and what the connector is called. */
export interface OwnedDefinition {
  readonly connectorId: string;
  readonly tenantId: string;
  readonly definition: ConnectorDefinition;
  /** `file`: whoever runs the server wrote it, and only there it is changed. */
  readonly from: 'file' | 'database';
}

/** What a connector is called: the same id may be used by two tenants. */
export function connectorIdOf(tenantId: string, id: string): string {
  return `${tenantId}:${id}`;
}

/**
 * Every definition in the database, the oldest first. One that this version cannot read is left out: it must not keep the others from
 * being talked to. It can be removed by its id.
 */
export async function storedDefinitions({ db }: Store): Promise<readonly OwnedDefinition[]> {
  const rows = await db
    .selectFrom('connectorDefinitions')
    .selectAll()
    .orderBy('createdMs')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, tenantId, value }) => {
    const definition = readOrNothing(value);
    return definition === undefined
      ? []
      : [{ connectorId: id, tenantId, definition, from: 'database' as const }];
  });
}

function readOrNothing(value: string): ConnectorDefinition | undefined {
  try {
    return readDefinition(JSON.parse(value));
  } catch (error) {
    if (error instanceof ConnectorSettingsError) return undefined;
    throw error;
  }
}

/** Adds a definition; gives false where the id is taken. */
export async function addDefinition(
  store: Store,
  actor: Actor,
  definition: ConnectorDefinition,
  nowMs: number,
): Promise<boolean> {
  const id = connectorIdOf(actor.tenantId, definition.id);
  const row = { id, tenantId: actor.tenantId, value: textOf(definition), createdMs: nowMs };
  try {
    await store.transaction(async (tx) => {
      await tx.insertInto('connectorDefinitions').values(row).execute();
      await appendAudit(tx, changed(actor, id, definition, nowMs));
    });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Puts a definition in the place of the one with its id; gives false where there is none. */
export async function replaceDefinition(
  store: Store,
  actor: Actor,
  definition: ConnectorDefinition,
  nowMs: number,
): Promise<boolean> {
  const id = connectorIdOf(actor.tenantId, definition.id);
  return await store.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('connectorDefinitions')
      .set({ value: textOf(definition) })
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    await appendAudit(tx, changed(actor, id, definition, nowMs));
    return true;
  });
}

/** Takes a definition away; what was taken in from there stays. Gives false where there is none. */
export async function removeDefinition(
  store: Store,
  actor: Actor,
  definitionId: string,
  nowMs: number,
): Promise<boolean> {
  const id = connectorIdOf(actor.tenantId, definitionId);
  return await store.transaction(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('connectorDefinitions')
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) return false;
    await appendAudit(tx, changed(actor, id, undefined, nowMs));
    return true;
  });
}

/** As it is read again: the members of its kind beside the others. */
export function plainDefinition({ more, ...definition }: ConnectorDefinition): Record<string, unknown> {
  return { ...definition, ...more };
}

function textOf(definition: ConnectorDefinition): string {
  return JSON.stringify(plainDefinition(definition));
}

function changed(actor: Actor, id: string, definition: ConnectorDefinition | undefined, atMs: number) {
  return {
    action: 'settings/changed',
    actor: actor.name,
    tenantId: actor.tenantId,
    subject: `connector:${id}`,
    atMs,
    // Where it leads is what an auditor asks; of the secret only where it is.
    facts:
      definition === undefined
        ? { removed: true }
        : {
            kind: definition.kind,
            address: String(definition.more.baseUrl ?? definition.more.root ?? ''),
            secret: JSON.stringify(definition.secret ?? {}),
          },
  } as const;
}
