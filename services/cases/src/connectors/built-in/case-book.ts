import { randomUUID } from 'node:crypto';
import type { Language } from '@harrier/knowledge';
import { appendAudit } from '../../audit/audit-log.ts';
import type { ObjectStore } from '../../objects/object-store.ts';
import { isAttached, isSealedOriginal } from '../../objects/object-uses.ts';
import { recordRead } from '../../reads/record-read.ts';
import type { AttachmentRow, CaseRow, Database, NoteRow, Tx } from '../../store/database.ts';
import { isDuplicate, type Store } from '../../store/open-store.ts';

/** On whose behalf something is done, and in which tenant: every statement below asks for both. */
export interface Actor {
  /** `account:<id>`, or `worker`. */
  readonly name: string;
  readonly tenantId: string;
}

export interface NewAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly visibility: 'public' | 'private';
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The same key makes no second attachment in a case. */
  readonly key?: string;
}

export interface NewNote {
  readonly text: string;
  readonly visibility: 'public' | 'private';
  readonly key?: string;
}

/** Harrier's own cases, notes and attachments. What belongs to another tenant is not there: `undefined`, like what never was. */
export class CaseBook {
  readonly #store: Store;
  readonly #objects: ObjectStore;
  readonly #clock: () => number;

  constructor(store: Store, objects: ObjectStore, clock: () => number = Date.now) {
    this.#store = store;
    this.#objects = objects;
    this.#clock = clock;
  }

  async createCase(
    actor: Actor,
    { title, language }: { title: string; language: Language },
  ): Promise<CaseRow> {
    const nowMs = this.#clock();
    const id = randomUUID();
    return await this.#store.transaction(async (tx) => {
      // First, because it makes others wait: two cases would take the same number.
      await appendAudit(tx, {
        ...who(actor),
        action: 'case/created',
        subject: `case:${id}`,
        atMs: nowMs,
        facts: {},
      });
      const row: CaseRow = {
        id,
        tenantId: actor.tenantId,
        number: (await lastNumber(tx, actor.tenantId)) + 1,
        title,
        language,
        status: 'open',
        createdBy: actor.name,
        createdMs: nowMs,
        updatedMs: nowMs,
      };
      await tx.insertInto('cases').values(row).execute();
      return row;
    });
  }

  async getCase(tenantId: string, id: string): Promise<CaseRow | undefined> {
    return await findCase(this.#store.db, tenantId, id);
  }

  /**
   * The latest first; `words` are looked for in titles, upper and lower case alike. `after`: id of the last one of the page before; one
   * that is not there has nothing after it.
   */
  async listCases(
    tenantId: string,
    {
      words = '',
      status,
      number,
      after,
      limit,
    }: { words?: string; status?: CaseRow['status']; number?: number; after?: string; limit: number },
  ): Promise<readonly CaseRow[]> {
    let query = this.#store.db.selectFrom('cases').selectAll().where('tenantId', '=', tenantId);
    if (status !== undefined) query = query.where('status', '=', status);
    if (number !== undefined) query = query.where('number', '=', number);
    for (const word of words.toLowerCase().split(/\s+/).filter(Boolean))
      query = query.where((test) =>
        test(test.fn<string>('lower', ['title']), 'like', `%${escapeLike(word)}%`),
      );
    if (after !== undefined) {
      const last = await this.getCase(tenantId, after);
      if (last === undefined) return [];
      query = query.where(({ eb, or, and }) =>
        or([
          eb('updatedMs', '<', last.updatedMs),
          and([eb('updatedMs', '=', last.updatedMs), eb('id', '>', last.id)]),
        ]),
      );
    }
    return await query.orderBy('updatedMs', 'desc').orderBy('id').limit(limit).execute();
  }

  async changeCase(
    actor: Actor,
    id: string,
    change: Partial<Pick<CaseRow, 'title' | 'language' | 'status'>>,
  ): Promise<CaseRow | undefined> {
    const nowMs = this.#clock();
    return await this.#store.transaction(async (tx) => {
      if ((await findCase(tx, actor.tenantId, id)) === undefined) return undefined;
      const facts = change.status === undefined ? {} : { status: change.status };
      await appendAudit(tx, {
        ...who(actor),
        action: 'case/changed',
        subject: `case:${id}`,
        atMs: nowMs,
        facts,
      });
      await tx
        .updateTable('cases')
        .set({ ...change, updatedMs: nowMs })
        .where('id', '=', id)
        .execute();
      return await findCase(tx, actor.tenantId, id);
    });
  }

  /** Gives the note that is there already where the key is known. */
  async addNote(actor: Actor, caseId: string, note: NewNote): Promise<NoteRow | undefined> {
    const nowMs = this.#clock();
    const row: NoteRow = {
      id: randomUUID(),
      caseId,
      author: actor.name,
      visibility: note.visibility,
      text: note.text,
      createdMs: nowMs,
      noteKey: note.key ?? null,
    };
    try {
      return await this.#store.transaction(async (tx) => {
        if ((await findCase(tx, actor.tenantId, caseId)) === undefined) return undefined;
        await tx.insertInto('notes').values(row).execute();
        const facts = { visibility: note.visibility };
        await appendAudit(tx, {
          ...who(actor),
          action: 'note/added',
          subject: `note:${row.id}`,
          atMs: nowMs,
          facts,
        });
        await touch(tx, caseId, nowMs);
        return row;
      });
    } catch (error) {
      if (note.key === undefined || !isDuplicate(error)) throw error;
      return await this.findNote(caseId, note.key);
    }
  }

  async findNote(caseId: string, key: string): Promise<NoteRow | undefined> {
    return await this.#store.db
      .selectFrom('notes')
      .selectAll()
      .where('caseId', '=', caseId)
      .where('noteKey', '=', key)
      .executeTakeFirst();
  }

  /** The oldest first. `after`: id of the last one of the page before; one that is not there has nothing after it. */
  async notesOf(
    tenantId: string,
    caseId: string,
    limit: number,
    after?: string,
  ): Promise<readonly NoteRow[]> {
    if ((await this.getCase(tenantId, caseId)) === undefined) return [];
    const notes = this.#store.db.selectFrom('notes').where('caseId', '=', caseId);
    let page = notes.selectAll();
    if (after !== undefined) {
      const last = await notes.select('createdMs').where('id', '=', after).executeTakeFirst();
      if (last === undefined) return [];
      page = page.where(({ eb, or, and }) =>
        or([
          eb('createdMs', '>', last.createdMs),
          and([eb('createdMs', '=', last.createdMs), eb('id', '>', after)]),
        ]),
      );
    }
    return await page.orderBy('createdMs').orderBy('id').limit(limit).execute();
  }

  /** Stores the bytes and then the row, with `also` in the same transaction. Gives the one that is there where the key is known. */
  async attach(
    actor: Actor,
    caseId: string,
    file: NewAttachment,
    also?: (tx: Tx, row: AttachmentRow) => Promise<void>,
  ): Promise<AttachmentRow | undefined> {
    if ((await this.getCase(actor.tenantId, caseId)) === undefined) return undefined;
    const stored = await this.#objects.put(file.bytes);
    const nowMs = this.#clock();
    const row: AttachmentRow = {
      id: randomUUID(),
      caseId,
      name: file.name,
      mediaType: file.mediaType,
      ...stored,
      visibility: file.visibility,
      createdBy: actor.name,
      createdMs: nowMs,
      removedMs: null,
      putKey: file.key ?? null,
    };
    try {
      return await this.#store.transaction(async (tx) => {
        const facts = { caseId, sizeBytes: row.sizeBytes, attachment: row.id };
        // First, because it makes others wait: whoever removes the same bytes elsewhere is before or behind this.
        await appendAudit(tx, {
          ...who(actor),
          action: 'attachment/added',
          subject: `sha256:${row.sha256}`,
          atMs: nowMs,
          facts,
        });
        if ((await this.#objects.sizeOf(row.sha256)) === undefined)
          throw new Error('the bytes were removed elsewhere while they were attached');
        await tx.insertInto('attachments').values(row).execute();
        await touch(tx, caseId, nowMs);
        await also?.(tx, row);
        return row;
      });
    } catch (error) {
      if (file.key === undefined || !isDuplicate(error)) throw error;
      return await this.#store.db
        .selectFrom('attachments')
        .selectAll()
        .where('caseId', '=', caseId)
        .where('putKey', '=', file.key)
        .executeTakeFirst();
    }
  }

  /** What is attached now, or with `removed` also what was. */
  async attachmentsOf(
    tenantId: string,
    caseId: string,
    which: 'present' | 'with-removed' = 'present',
  ): Promise<readonly AttachmentRow[]> {
    if ((await this.getCase(tenantId, caseId)) === undefined) return [];
    let query = this.#store.db.selectFrom('attachments').selectAll().where('caseId', '=', caseId);
    if (which === 'present') query = query.where('removedMs', 'is', null);
    return await query.orderBy('createdMs').orderBy('id').execute();
  }

  async getAttachment(tenantId: string, id: string): Promise<AttachmentRow | undefined> {
    const row = await this.#store.db
      .selectFrom('attachments')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined || (await this.getCase(tenantId, row.caseId)) === undefined ? undefined : row;
  }

  /** The bytes for a person; that they were read is written down before the first one is given out. */
  async openAttachment(actor: Actor, id: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    const row = await this.getAttachment(actor.tenantId, id);
    if (row === undefined || row.removedMs !== null) return undefined;
    await this.#store.transaction(
      async (tx) =>
        await recordRead(tx, {
          ...who(actor),
          action: 'attachment/read',
          subject: `sha256:${row.sha256}`,
          atMs: this.#clock(),
          facts: { caseId: row.caseId, attachment: id },
        }),
    );
    return await this.#objects.open(row.sha256);
  }

  /**
   * Takes an attachment away: its row stays as history, its bytes go unless another attachment has the same ones. Those of a sealed
   * original stay in the vault: they are all that is left of it, and end by retention alone, which takes a second person. Gives false
   * where the attachment is not there, or not the one with this digest.
   */
  async removeAttachment(actor: Actor, id: string, sha256: string): Promise<boolean> {
    const nowMs = this.#clock();
    return await this.#store.transaction(async (tx) => {
      const row = await tx.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined || row.removedMs !== null || row.sha256 !== sha256) return false;
      if ((await findCase(tx, actor.tenantId, row.caseId)) === undefined) return false;
      // First, because it makes others wait: nobody attaches the same bytes between the question and the removal.
      await appendAudit(tx, {
        ...who(actor),
        action: 'attachment/removed',
        subject: `sha256:${sha256}`,
        atMs: nowMs,
        facts: { caseId: row.caseId, attachment: id },
      });
      await tx.updateTable('attachments').set({ removedMs: nowMs }).where('id', '=', id).execute();
      const isHeld = (await isAttached(tx, sha256)) || (await isSealedOriginal(tx, sha256));
      if (!isHeld) await this.#objects.remove(sha256);
      return true;
    });
  }

  /** Bytes that a tenant has attached now. */
  async attachedBytes(tenantId: string): Promise<number> {
    const { bytes } = await this.#store.db
      .selectFrom('attachments')
      .innerJoin('cases', 'cases.id', 'attachments.caseId')
      .select((read) => read.fn.sum<number | string>('attachments.sizeBytes').as('bytes'))
      .where('cases.tenantId', '=', tenantId)
      .where('attachments.removedMs', 'is', null)
      .executeTakeFirstOrThrow();
    // PostgreSQL gives the sum of whole numbers as text.
    return Number(bytes ?? 0);
  }

  /** Whether these bytes are attached anywhere, in any tenant. */
  async isAttached(sha256: string): Promise<boolean> {
    return await isAttached(this.#store.db, sha256);
  }
}

async function lastNumber(tx: Tx, tenantId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('cases')
    .select((read) => read.fn.max('number').as('last'))
    .where('tenantId', '=', tenantId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

async function findCase(db: Database | Tx, tenantId: string, id: string): Promise<CaseRow | undefined> {
  return await db
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', id)
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
}

async function touch(tx: Tx, caseId: string, nowMs: number): Promise<void> {
  await tx.updateTable('cases').set({ updatedMs: nowMs }).where('id', '=', caseId).execute();
}

function who({ name, tenantId }: Actor): { readonly actor: string; readonly tenantId: string } {
  return { actor: name, tenantId };
}

/** `_` stands for any one character: a search finds a little more, and no escape character is needed. */
function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '_');
}
