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

export interface GitlabOptions {
  readonly id: string;
  readonly tenantId: string;
  /** E.g. `https://gitlab.example.com/`. */
  readonly baseUrl: string;
  /** A project access token with the role Maintainer, which deleting uploads needs, and the scope `api`. */
  readonly token: string;
  /** Number of the project. */
  readonly project: string;
  readonly network?: 'public' | 'private';
  /** "Maximum attachment size" of that GitLab. Default 100 MiB, GitLab's own. */
  readonly maxBytes?: number;
  readonly language?: Language;
}

const defaultMaxBytes = 100 << 20;
const mostIssues = 50;
const notesAtOnce = 100;
const residual = ['mail-copies', 'old-versions', 'backups'] as const;
/** How a text names a file of its project. 128 random bits stand before the name. */
const uploadLink = /\/uploads\/([0-9a-f]{32})\/([^\s()[\]<>"']+)/g;

/**
 * Issues of a GitLab project by the REST API 4. A case is an issue's number within the project. Files are links in texts, so
 * all texts of an issue are read for them. Tested against a fake made from the public description of that API, never against a
 * real GitLab.
 *
 * Removal takes the upload away, which deleting the text would not; it is claimed as P1. The text keeps its dead link.
 */
export function gitlabConnector(options: GitlabOptions): CaseConnector {
  return new GitlabConnector(options);
}

class GitlabConnector implements CaseConnector {
  readonly id: string;
  readonly tenantId: string;
  readonly #options: GitlabOptions;
  readonly #http: CaseSystemHttp;
  readonly #project: readonly string[];
  #own: number | undefined;

  constructor(options: GitlabOptions) {
    this.id = options.id;
    this.tenantId = options.tenantId;
    this.#options = options;
    if (!isNumber(options.project)) throw new RangeError('a project has a number');
    this.#project = ['api', 'v4', 'projects', options.project];
    this.#http = new CaseSystemHttp({
      baseUrl: options.baseUrl,
      network: options.network ?? 'public',
      credentials: async () => ({ 'private-token': options.token }),
    });
  }

  async capabilities(): Promise<ConnectorCapabilities> {
    return {
      maxBytes: this.#options.maxBytes ?? defaultMaxBytes,
      purgeLevel: 'P1',
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
    const pageSize = Math.min(limit, mostIssues);
    // Pages are counted, not issues: where the size of a page has changed, some issues are told twice.
    const page = Math.floor(offset / pageSize);
    const issues = listOf(
      await this.#http.json({
        method: 'GET',
        path: [...this.#project, 'issues'],
        query: {
          scope: 'all',
          order_by: 'updated_at',
          sort: 'asc',
          per_page: String(pageSize),
          page: String(page + 1),
          ...(since === undefined ? {} : { updated_after: since }),
        },
      }),
    ).map(objectOf);
    const attachments: RemoteAttachment[] = [];
    for (const issue of issues) attachments.push(...(await this.#attachmentsOf(issue)));
    const more = issues.length === pageSize;
    const last = issues.at(-1);
    return {
      attachments,
      cursor: nextCursor(
        { since, offset: page * pageSize },
        {
          count: issues.length,
          lastChange: last && new Date(instantOf(last.updated_at)).toISOString(),
          more,
        },
      ),
      more,
    };
  }

  async list(caseRef: string): Promise<readonly RemoteAttachment[]> {
    return await this.#attachmentsOf(await this.#issue(caseRef));
  }

  async open(attachment: RemoteAttachment): Promise<AsyncIterable<Uint8Array>> {
    await this.#expectThere(attachment);
    return await this.#http.download(
      { method: 'GET', path: this.#upload(attachment), redirects: 'follow' },
      attachment.sizeBytes,
    );
  }

  /** Uploads belong to the project; a note makes one a file of the issue. */
  async put(caseRef: string, file: OutgoingFile): Promise<RemoteAttachment> {
    await this.#issue(caseRef);
    const form = fileForm('file', file.name, file.mediaType, {
      sizeBytes: file.sizeBytes,
      bytes: await file.bytes(),
    });
    const uploaded = objectOf(
      await this.#http.json({
        method: 'POST',
        path: [...this.#project, 'uploads'],
        fields: { 'content-type': form.contentType },
        body: form,
      }),
    );
    const url = textOf(uploaded.url);
    await this.#addNote(caseRef, `[${file.name}](${url})`, file.visibility);
    const put = (await this.list(caseRef)).find(({ id, name }) => url.endsWith(`/uploads/${id}/${name}`));
    if (put === undefined) throw new CaseSystemError('case-system/unexpected', 'the file was not attached');
    return put;
  }

  async remove(attachment: RemoteAttachment): Promise<PurgeReceipt> {
    await this.#expectThere(attachment);
    const { body } = await this.#http.send({ method: 'DELETE', path: this.#upload(attachment) });
    body.destroy();
    return { level: 'P1', residual };
  }

  /** The file by the API and at the addresses of pages, with our rights and as a stranger: of a public project it opens for all. */
  async probe(attachment: RemoteAttachment): Promise<Probe> {
    const { id, name } = attachment;
    if (!isSecret(id) || !isPlain(name)) return { present: false, level: 'P1', residual };
    const addresses = [
      this.#upload(attachment),
      ['-', 'project', this.#options.project, 'uploads', id, name],
    ];
    for (const path of addresses)
      for (const sign of ['with', 'without'] as const) {
        const { status, body } = await this.#http.ask({ method: 'HEAD', path, sign });
        body.destroy();
        if (status < 300) return { present: true };
      }
    return { present: false, level: 'P1', residual };
  }

  async note(caseRef: string, { text, visibility }: OutgoingNote): Promise<void> {
    await this.#issue(caseRef);
    await this.#addNote(caseRef, verbatim(text), visibility);
  }

  /** Only notes of our own account count: anybody can write a key. */
  async hasNote(caseRef: string, key: string): Promise<boolean> {
    const own = await this.#account();
    await this.#issue(caseRef);
    return (await this.#notes(caseRef)).some(
      ({ author, body }) => objectOf(author).id === own && textOf(body).includes(`[harrier ${key}]`),
    );
  }

  async language(): Promise<Language> {
    return this.#options.language ?? 'en';
  }

  async #addNote(caseRef: string, body: string, visibility: 'public' | 'private'): Promise<void> {
    await this.#http.exchangeJson(
      { method: 'POST', path: [...this.#project, 'issues', caseRef, 'notes'] },
      { body, internal: visibility === 'private' },
    );
  }

  async #issue(caseRef: string): Promise<JsonObject> {
    if (!isNumber(caseRef)) throw new CaseSystemError('case-system/not-found', 'GitLab has no such issue');
    return objectOf(await this.#http.json({ method: 'GET', path: [...this.#project, 'issues', caseRef] }));
  }

  /** Every file that a text of the issue names and that is still there. Only asking for it tells its size. */
  async #attachmentsOf(issue: JsonObject): Promise<RemoteAttachment[]> {
    const caseRef = String(numberOf(issue.iid));
    const texts = [
      { text: issue.description ?? '', created: issue.created_at },
      ...(await this.#notes(caseRef)).map(({ body, created_at }) => ({ text: body, created: created_at })),
    ];
    const found = new Map<string, RemoteAttachment>();
    for (const { text, created } of texts)
      for (const [, id = '', written = ''] of textOf(text).matchAll(uploadLink)) {
        const name = decoded(written);
        if (found.has(id) || !isPlain(name)) continue;
        const { status, fields, body } = await this.#http.ask({
          method: 'HEAD',
          path: this.#upload({ id, name }),
        });
        body.destroy();
        if (status >= 300) continue;
        const sizeBytes = numberOf(fields['content-length']);
        found.set(id, { caseRef, id, name, sizeBytes, createdMs: instantOf(created) });
      }
    return [...found.values()];
  }

  async #notes(caseRef: string): Promise<JsonObject[]> {
    const all: JsonObject[] = [];
    for (let page = 1; ; page++) {
      const notes = listOf(
        await this.#http.json({
          method: 'GET',
          path: [...this.#project, 'issues', caseRef, 'notes'],
          query: { sort: 'asc', order_by: 'created_at', per_page: String(notesAtOnce), page: String(page) },
        }),
      );
      all.push(...notes.map(objectOf));
      if (notes.length < notesAtOnce) return all;
    }
  }

  async #expectThere(attachment: RemoteAttachment): Promise<void> {
    const there = isSecret(attachment.id) ? await this.list(attachment.caseRef) : [];
    if (!there.some((one) => isSameAttachment(one, attachment)))
      throw new CaseSystemError('case-system/not-found', 'the attachment is not in the issue');
  }

  #upload({ id, name }: Pick<RemoteAttachment, 'id' | 'name'>): string[] {
    return [...this.#project, 'uploads', id, name];
  }

  async #account(): Promise<number> {
    this.#own ??= numberOf(
      objectOf(await this.#http.json({ method: 'GET', path: ['api', 'v4', 'user'] })).id,
    );
    return this.#own;
  }
}

/** As it is, whatever stands in it: a fence that is longer than any within. */
function verbatim(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** Names stand percent-encoded in links, or as they are. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function isPlain(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !name.includes('/');
}

function isSecret(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}
