import type { Language } from '@harrier/knowledge';
import {
  type CaseConnector,
  type ConnectorCapabilities,
  isSameAttachment,
  type OutgoingFile,
  type OutgoingNote,
  type PollPage,
  type Probe,
  type PurgeReceipt,
  type RemoteAttachment,
} from '../case-connector.ts';
import { CaseSystemError } from '../case-system-error.ts';
import { CaseSystemHttp } from '../http/case-system-http.ts';
import { type JsonObject, listOf, numberOf, objectOf, textOf } from '../http/json-shape.ts';
import { cursorSince, nextCursor, readCursor } from '../polling/change-cursor.ts';

export interface ServiceNowOptions {
  readonly id: string;
  readonly tenantId: string;
  /** E.g. `https://example.service-now.com/`. */
  readonly baseUrl: string;
  /** User name of an account with the rights to read and write the table and its attachments, and no administrator. */
  readonly account: string;
  readonly password: string;
  /** Default `incident`; `sn_customerservice_case` for Customer Service Management. */
  readonly table?: string;
  readonly network?: 'public' | 'private';
  /** `com.glide.attachment.max_size` of that instance. Default 1024 MB, ServiceNow's own. */
  readonly maxBytes?: number;
  /** What sealed files are called at the end: many instances list the extensions that they take. Default `.pgp`. */
  readonly sealedSuffix?: string;
  readonly language?: Language;
}

const defaultMaxBytes = 1024 * 1_000_000;
const mostAttachments = 100;
const residual = ['mail-copies', 'backups', 'deleted-records', 'search-index'] as const;

/**
 * ServiceNow by its Attachment and Table APIs. A case is known by its `sys_id`. Tested against a fake made from the public
 * description of these APIs, never against a real instance.
 *
 * Removal is claimed as P1: deleted records, text indexes, mails and clones of the instance may keep bytes.
 */
export function serviceNowConnector(options: ServiceNowOptions): CaseConnector {
  return new ServiceNowConnector(options);
}

class ServiceNowConnector implements CaseConnector {
  readonly id: string;
  readonly tenantId: string;
  readonly #options: ServiceNowOptions;
  readonly #table: string;
  readonly #http: CaseSystemHttp;

  constructor(options: ServiceNowOptions) {
    this.id = options.id;
    this.tenantId = options.tenantId;
    this.#options = options;
    this.#table = options.table ?? 'incident';
    if (!/^[a-z]\w*$/.test(this.#table)) throw new RangeError('a table has a name of small letters');
    const basic = Buffer.from(`${options.account}:${options.password}`).toString('base64');
    this.#http = new CaseSystemHttp({
      baseUrl: options.baseUrl,
      network: options.network ?? 'public',
      credentials: async () => ({ authorization: `Basic ${basic}` }),
    });
  }

  async capabilities(): Promise<ConnectorCapabilities> {
    return {
      maxBytes: this.#options.maxBytes ?? defaultMaxBytes,
      purgeLevel: 'P1',
      residual,
      privateAttachments: false,
      sealedSuffix: this.#options.sealedSuffix ?? '.pgp',
      idempotent: false,
    };
  }

  async poll(cursor: string | undefined, limit: number): Promise<PollPage> {
    const { since, offset } = readCursor(cursor);
    const pageSize = Math.min(limit, mostAttachments);
    const changed =
      since === undefined ? [] : [`sys_updated_on>=${since.replace('T', ' ').replace('Z', '')}`];
    const query = [`table_name=${this.#table}`, ...changed, 'ORDERBYsys_updated_on', 'ORDERBYsys_id'].join(
      '^',
    );
    const found = await this.#attachments(query, pageSize, offset);
    const more = found.length === pageSize;
    const last = found.at(-1);
    return {
      attachments: found.map(remote),
      cursor: nextCursor(
        { since, offset },
        {
          count: found.length,
          lastChange: last && new Date(utcOf(last.sys_updated_on)).toISOString(),
          more,
        },
      ),
      more,
    };
  }

  cursorSince(sinceMs: number): string {
    return cursorSince(sinceMs);
  }

  async list(caseRef: string): Promise<readonly RemoteAttachment[]> {
    await this.#expectCase(caseRef);
    const query = `table_name=${this.#table}^table_sys_id=${caseRef}^ORDERBYsys_created_on`;
    const all: RemoteAttachment[] = [];
    for (;;) {
      const page = await this.#attachments(query, mostAttachments, all.length);
      all.push(...page.map(remote));
      if (page.length < mostAttachments) return all;
    }
  }

  async open(attachment: RemoteAttachment): Promise<AsyncIterable<Uint8Array>> {
    await this.#expectThere(attachment);
    const path = ['api', 'now', 'attachment', attachment.id, 'file'];
    return await this.#http.download(
      { method: 'GET', path, fields: { accept: '*/*' } },
      attachment.sizeBytes,
    );
  }

  async put(caseRef: string, file: OutgoingFile): Promise<RemoteAttachment> {
    await this.#expectCase(caseRef);
    const answer = await this.#http.json({
      method: 'POST',
      path: ['api', 'now', 'attachment', 'file'],
      query: { table_name: this.#table, table_sys_id: caseRef, file_name: file.name },
      fields: { 'content-type': file.mediaType },
      body: { sizeBytes: file.sizeBytes, bytes: await file.bytes() },
    });
    return remote(objectOf(objectOf(answer).result));
  }

  async remove(attachment: RemoteAttachment): Promise<PurgeReceipt> {
    await this.#expectThere(attachment);
    const { body } = await this.#http.send({
      method: 'DELETE',
      path: ['api', 'now', 'attachment', attachment.id],
    });
    body.destroy();
    return { level: 'P1', residual };
  }

  /** The metadata, the file by the API and the file by its page's address, with our rights and as a stranger. */
  async probe({ id }: RemoteAttachment): Promise<Probe> {
    if (!isId(id)) return { present: false, level: 'P1', residual };
    const addresses = [
      { path: ['api', 'now', 'attachment', id] },
      { path: ['api', 'now', 'attachment', id, 'file'] },
      { path: ['sys_attachment.do'], query: { sys_id: id } },
    ];
    for (const address of addresses)
      for (const sign of ['with', 'without'] as const) {
        const { status, body } = await this.#http.ask({ method: 'GET', ...address, sign });
        body.destroy();
        if (status < 300) return { present: true };
      }
    return { present: false, level: 'P1', residual };
  }

  async note(caseRef: string, { text, visibility }: OutgoingNote): Promise<void> {
    await this.#expectCase(caseRef);
    const field = visibility === 'private' ? 'work_notes' : 'comments';
    await this.#http.exchangeJson(
      {
        method: 'PATCH',
        path: ['api', 'now', 'table', this.#table, caseRef],
        query: { sysparm_fields: 'sys_id' },
      },
      { [field]: verbatim(text) },
    );
  }

  /** Only notes of our own account count: anybody can write a key. */
  async hasNote(caseRef: string, key: string): Promise<boolean> {
    await this.#expectCase(caseRef);
    const answer = await this.#http.json({
      method: 'GET',
      path: ['api', 'now', 'table', 'sys_journal_field'],
      query: {
        sysparm_query: `element_id=${caseRef}^elementINwork_notes,comments`,
        sysparm_fields: 'value,sys_created_by',
      },
    });
    return listOf(objectOf(answer).result)
      .map(objectOf)
      .some(
        ({ value, sys_created_by }) =>
          sys_created_by === this.#options.account && textOf(value).includes(`[harrier ${key}]`),
      );
  }

  async language(): Promise<Language> {
    return this.#options.language ?? 'en';
  }

  async #attachments(query: string, limit: number, offset: number): Promise<JsonObject[]> {
    const answer = await this.#http.json({
      method: 'GET',
      path: ['api', 'now', 'attachment'],
      query: { sysparm_query: query, sysparm_limit: String(limit), sysparm_offset: String(offset) },
    });
    return listOf(objectOf(answer).result).map(objectOf);
  }

  /** An id that is none would be a part of a query that we did not write. */
  async #expectCase(caseRef: string): Promise<void> {
    if (!isId(caseRef)) throw new CaseSystemError('case-system/not-found', 'ServiceNow has no such sys_id');
    const path = ['api', 'now', 'table', this.#table, caseRef];
    await this.#http.json({ method: 'GET', path, query: { sysparm_fields: 'sys_id' } });
  }

  async #expectThere(attachment: RemoteAttachment): Promise<void> {
    const there = isId(attachment.id) ? await this.list(attachment.caseRef) : [];
    if (!there.some((one) => isSameAttachment(one, attachment)))
      throw new CaseSystemError('case-system/not-found', 'the attachment is not in the case');
  }
}

function remote({
  sys_id,
  file_name,
  size_bytes,
  sys_created_on,
  table_sys_id,
}: JsonObject): RemoteAttachment {
  return {
    caseRef: textOf(table_sys_id),
    id: textOf(sys_id),
    name: textOf(file_name),
    sizeBytes: numberOf(size_bytes),
    createdMs: utcOf(sys_created_on),
  };
}

/** `2026-06-01 08:00:00`, always in UTC. */
function utcOf(value: unknown): number {
  const ms = Date.parse(`${textOf(value).replace(' ', 'T')}Z`);
  if (Number.isNaN(ms)) throw new CaseSystemError('case-system/unexpected', 'a time of another form');
  return ms;
}

/** Journals show text as it is, except between `[code]` and `[/code]`, where they take it for HTML. */
function verbatim(text: string): string {
  return text.replaceAll(/\[(?=\/?\s*code)/gi, '[\u2060');
}

function isId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
