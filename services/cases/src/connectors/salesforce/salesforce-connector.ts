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
import { instantOf, type JsonObject, listOf, numberOf, objectOf, textOf } from '../http/json-shape.ts';
import { fileForm } from '../http/multipart.ts';
import { cursorSince, nextCursor, readCursor } from '../polling/change-cursor.ts';

export interface SalesforceOptions {
  readonly id: string;
  readonly tenantId: string;
  /** The "My Domain" of the organisation, e.g. `https://example.my.salesforce.com/`. */
  readonly baseUrl: string;
  /** Of a connected app with the client credentials flow, run as a user who may read and edit cases and their files. */
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly network?: 'public' | 'private';
  /** Default 2 GB, what the API takes. */
  readonly maxBytes?: number;
  readonly language?: Language;
  readonly now?: () => number;
}

const defaultMaxBytes = 2 * 1024 ** 3;
/** The API allows an offset of 2,000 rows; pages end far below it. */
const mostFiles = 100;
/** Sessions last for two hours and more, as the organisation sets; a new one is asked for in time. */
const tokenMs = 15 * 60_000;
const binMs = 15 * 24 * 60 * 60_000;
const data = ['services', 'data', 'v60.0'] as const;
const residual = ['deleted-records', 'mail-copies', 'old-versions', 'backups'] as const;
const versionFields =
  'Id, ContentDocumentId, PathOnClient, ContentSize, CreatedDate, SystemModstamp, FirstPublishLocationId';

/**
 * Cases of Salesforce Service Cloud and their files (ContentDocument), by the REST API. A case is its id of 18 characters. Tested
 * against a fake made from the public description of that API, never against a real Salesforce.
 *
 * Removal is claimed as P2: a deleted document lies in the recycle bin for fifteen days. Files are found where they were
 * published first; one that is linked to a second case later is found when that case is listed.
 */
export function salesforceConnector(options: SalesforceOptions): CaseConnector {
  return new SalesforceConnector(options);
}

class SalesforceConnector implements CaseConnector {
  readonly id: string;
  readonly tenantId: string;
  readonly #options: SalesforceOptions;
  readonly #http: CaseSystemHttp;
  readonly #now: () => number;
  #token: { readonly text: string; readonly untilMs: number } | undefined;
  #own: string | undefined;

  constructor(options: SalesforceOptions) {
    this.id = options.id;
    this.tenantId = options.tenantId;
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#http = new CaseSystemHttp({
      baseUrl: options.baseUrl,
      network: options.network ?? 'public',
      credentials: async () => ({ authorization: `Bearer ${await this.#accessToken()}` }),
    });
  }

  async capabilities(): Promise<ConnectorCapabilities> {
    return {
      maxBytes: this.#options.maxBytes ?? defaultMaxBytes,
      purgeLevel: 'P2',
      residual,
      privateAttachments: false,
      sealedSuffix: '.pgp',
      idempotent: false,
    };
  }

  cursorSince(sinceMs: number): string {
    return cursorSince(sinceMs);
  }

  async poll(cursor: string | undefined, limit: number): Promise<PollPage> {
    const { since, offset } = readCursor(cursor);
    const pageSize = Math.min(limit, mostFiles);
    const changed = since === undefined ? '' : ` AND SystemModstamp >= ${since}`;
    const rows = await this.#query(
      `SELECT ${versionFields} FROM ContentVersion WHERE IsLatest = true${changed} ` +
        `ORDER BY SystemModstamp, Id LIMIT ${pageSize} OFFSET ${offset}`,
    );
    const more = rows.length === pageSize;
    const last = rows.at(-1);
    return {
      // Ids of cases begin so; files of mails, accounts and users are none of ours.
      attachments: rows.flatMap((row) =>
        String(row.FirstPublishLocationId).startsWith('500')
          ? [remote(textOf(row.FirstPublishLocationId), row)]
          : [],
      ),
      cursor: nextCursor(
        { since, offset },
        {
          count: rows.length,
          lastChange: last && new Date(instantOf(last.SystemModstamp)).toISOString(),
          more,
        },
      ),
      more,
    };
  }

  async list(caseRef: string): Promise<readonly RemoteAttachment[]> {
    await this.#expectCase(caseRef);
    const links = await this.#query(
      `SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = '${caseRef}'`,
    );
    const documents = links.map(({ ContentDocumentId }) => textOf(ContentDocumentId)).filter(isId);
    if (documents.length === 0) return [];
    const rows = await this.#query(
      `SELECT ${versionFields} FROM ContentVersion WHERE IsLatest = true AND ContentDocumentId IN ('${documents.join("', '")}') ORDER BY CreatedDate, Id`,
    );
    return rows.map((row) => remote(caseRef, row));
  }

  async open(attachment: RemoteAttachment): Promise<AsyncIterable<Uint8Array>> {
    await this.#expectThere(attachment);
    return await this.#http.download(
      { method: 'GET', path: versionData(attachment), redirects: 'follow' },
      attachment.sizeBytes,
    );
  }

  async put(caseRef: string, file: OutgoingFile): Promise<RemoteAttachment> {
    await this.#expectCase(caseRef);
    const form = fileForm(
      'VersionData',
      file.name,
      file.mediaType,
      { sizeBytes: file.sizeBytes, bytes: await file.bytes() },
      {
        field: 'entity_content',
        value: { PathOnClient: file.name, Title: file.name, FirstPublishLocationId: caseRef },
      },
    );
    const { id } = objectOf(
      await this.#http.json({
        method: 'POST',
        path: [...data, 'sobjects', 'ContentVersion'],
        fields: { 'content-type': form.contentType },
        body: form,
      }),
    );
    if (!isId(textOf(id))) throw new CaseSystemError('case-system/unexpected', 'an id of another form');
    const [row] = await this.#query(`SELECT ${versionFields} FROM ContentVersion WHERE Id = '${id}'`);
    return remote(caseRef, objectOf(row));
  }

  async remove(attachment: RemoteAttachment): Promise<PurgeReceipt> {
    await this.#expectThere(attachment);
    const path = [...data, 'sobjects', 'ContentDocument', documentOf(attachment)];
    const { body } = await this.#http.send({ method: 'DELETE', path });
    body.destroy();
    return { level: 'P2', untilMs: this.#now() + binMs, residual };
  }

  /** The document, its version and its bytes, with our rights and as a stranger. */
  async probe(attachment: RemoteAttachment): Promise<Probe> {
    const gone = { present: false, level: 'P2', untilMs: this.#now() + binMs, residual } as const;
    if (!isAttachmentId(attachment.id)) return gone;
    const addresses = [
      [...data, 'sobjects', 'ContentDocument', documentOf(attachment)],
      versionData(attachment),
    ];
    for (const path of addresses)
      for (const sign of ['with', 'without'] as const) {
        const { status, body } = await this.#http.ask({ method: 'GET', path, sign });
        body.destroy();
        if (status < 300) return { present: true };
      }
    return gone;
  }

  /** As a post in the case's feed, as plain text. */
  async note(caseRef: string, { text, visibility }: OutgoingNote): Promise<void> {
    await this.#expectCase(caseRef);
    await this.#http.exchangeJson(
      { method: 'POST', path: [...data, 'sobjects', 'FeedItem'] },
      {
        ParentId: caseRef,
        Body: text,
        IsRichText: false,
        Visibility: visibility === 'private' ? 'InternalUsers' : 'AllUsers',
      },
    );
  }

  /** Only posts of our own account count: anybody can write a key. */
  async hasNote(caseRef: string, key: string): Promise<boolean> {
    await this.#expectCase(caseRef);
    const posts = await this.#query(
      `SELECT Body FROM FeedItem WHERE ParentId = '${caseRef}' AND CreatedById = '${await this.#account()}'`,
    );
    return posts.some(({ Body }) => typeof Body === 'string' && Body.includes(`[harrier ${key}]`));
  }

  async language(): Promise<Language> {
    return this.#options.language ?? 'en';
  }

  /** Every row of a query. Nothing but ids that were checked, times and numbers ever stands in one. */
  async #query(soql: string): Promise<JsonObject[]> {
    let answer = objectOf(
      await this.#http.json({ method: 'GET', path: [...data, 'query'], query: { q: soql } }),
    );
    const rows = listOf(answer.records).map(objectOf);
    while (answer.done !== true) {
      // `/services/data/v60.0/query/<locator>`
      const path = textOf(answer.nextRecordsUrl).split('/').slice(1);
      answer = objectOf(await this.#http.json({ method: 'GET', path }));
      rows.push(...listOf(answer.records).map(objectOf));
    }
    return rows;
  }

  async #expectCase(caseRef: string): Promise<void> {
    const found = isId(caseRef) ? await this.#query(`SELECT Id FROM Case WHERE Id = '${caseRef}'`) : [];
    if (found.length === 0) throw new CaseSystemError('case-system/not-found', 'Salesforce has no such case');
  }

  async #expectThere(attachment: RemoteAttachment): Promise<void> {
    const there = isAttachmentId(attachment.id) ? await this.list(attachment.caseRef) : [];
    if (!there.some((one) => isSameAttachment(one, attachment)))
      throw new CaseSystemError('case-system/not-found', 'the file is not in the case');
  }

  async #account(): Promise<string> {
    const path = ['services', 'oauth2', 'userinfo'];
    this.#own ??= textOf(objectOf(await this.#http.json({ method: 'GET', path })).user_id);
    if (!isId(this.#own)) throw new CaseSystemError('case-system/unexpected', 'an id of another form');
    return this.#own;
  }

  /** Spec: RFC 6749 §4.4, client credentials. */
  async #accessToken(): Promise<string> {
    if (this.#token !== undefined && this.#token.untilMs > this.#now()) return this.#token.text;
    const { consumerKey, consumerSecret } = this.#options;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: consumerKey,
      client_secret: consumerSecret,
    });
    const bytes = new TextEncoder().encode(form.toString());
    const answer = objectOf(
      await this.#http.json({
        method: 'POST',
        path: ['services', 'oauth2', 'token'],
        sign: 'without',
        fields: { 'content-type': 'application/x-www-form-urlencoded' },
        body: { sizeBytes: bytes.length, bytes: one(bytes) },
      }),
    );
    this.#token = { text: textOf(answer.access_token), untilMs: this.#now() + tokenMs };
    return this.#token.text;
  }
}

/** A new version of a file is another attachment: whoever replaced it must not find it deleted. */
function remote(caseRef: string, row: JsonObject): RemoteAttachment {
  const [document, version] = [textOf(row.ContentDocumentId), textOf(row.Id)];
  if (!isId(document) || !isId(version))
    throw new CaseSystemError('case-system/unexpected', 'an id of another form');
  return {
    caseRef,
    id: `${document}.${version}`,
    name: textOf(row.PathOnClient),
    sizeBytes: numberOf(row.ContentSize),
    createdMs: instantOf(row.CreatedDate),
  };
}

function documentOf({ id }: RemoteAttachment): string {
  return id.split('.')[0] ?? '';
}

function versionData({ id }: RemoteAttachment): string[] {
  return [...data, 'sobjects', 'ContentVersion', id.split('.')[1] ?? '', 'VersionData'];
}

function isAttachmentId(text: string): boolean {
  return text.split('.').length === 2 && text.split('.').every(isId);
}

/** Ids stand in queries between quotes: anything but letters and digits would be a part of a query that we did not write. */
function isId(text: string): boolean {
  return /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(text);
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}
