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
import { listOf, numberOf, objectOf, textOf } from '../http/json-shape.ts';
import { cursorSince, nextCursor, readCursor } from '../polling/change-cursor.ts';
import { attachmentOf, issueOf, type RedmineAttachment, type RedmineIssue } from './redmine-answers.ts';
import { type RedmineFormatting, verbatim } from './redmine-text.ts';

export interface RedmineOptions {
  readonly id: string;
  readonly tenantId: string;
  /** E.g. `https://redmine.example.com/`. */
  readonly baseUrl: string;
  /** Of an account with the rights to view, edit and annotate issues and to delete attachments, and no more. */
  readonly apiKey: string;
  /** Only issues of this project. */
  readonly project?: string;
  readonly network?: 'public' | 'private';
  /** What notes are written in; Redmine does not say. Default textile. */
  readonly formatting?: RedmineFormatting;
  /** `attachment_max_size` of that Redmine, which its API does not say. Default 5 MiB, Redmine's own. */
  readonly maxBytes?: number;
  readonly language?: Language;
}

const defaultMaxBytes = 5 << 20;
/** Redmine gives no more at once. */
const mostIssues = 100;

/**
 * Redmine by its REST API. Verified against 5.0.4.
 *
 * Removal reaches P3: the file goes from the disk at once, unless identical bytes are attached elsewhere (Redmine stores
 * them once). Ids are reused, so every attachment is looked at again before anything is done to it. All attachments of an
 * issue are seen by everybody who sees the issue.
 */
export function redmineConnector(options: RedmineOptions): CaseConnector {
  return new RedmineConnector(options);
}

class RedmineConnector implements CaseConnector {
  readonly id: string;
  readonly tenantId: string;
  readonly #options: RedmineOptions;
  readonly #http: CaseSystemHttp;
  #ownUserId: number | undefined;

  constructor(options: RedmineOptions) {
    this.id = options.id;
    this.tenantId = options.tenantId;
    this.#options = options;
    this.#http = new CaseSystemHttp({
      baseUrl: options.baseUrl,
      network: options.network ?? 'public',
      credentials: async () => ({ 'x-redmine-api-key': options.apiKey }),
    });
  }

  async capabilities(): Promise<ConnectorCapabilities> {
    return {
      maxBytes: this.#options.maxBytes ?? defaultMaxBytes,
      purgeLevel: 'P3',
      residual,
      privateAttachments: false,
      sealedSuffix: '.pgp',
      idempotent: false,
    };
  }

  async poll(cursor: string | undefined, limit: number): Promise<PollPage> {
    const { since, offset } = readCursor(cursor);
    const answer = objectOf(
      await this.#http.json({
        method: 'GET',
        path: ['issues.json'],
        query: {
          status_id: '*',
          // By change and not by creation: an attachment changes its issue.
          sort: 'updated_on,id',
          include: 'attachments',
          limit: String(Math.min(limit, mostIssues)),
          offset: String(offset),
          ...(since === undefined ? {} : { updated_on: `>=${since}` }),
          ...(this.#options.project === undefined ? {} : { project_id: this.#options.project }),
        },
      }),
    );
    const issues = listOf(answer.issues).map(issueOf);
    const more = offset + issues.length < numberOf(answer.total_count) && issues.length > 0;
    return {
      attachments: issues.flatMap((issue) => attachmentsOf(issue)),
      cursor: nextCursor(
        { since, offset },
        { count: issues.length, lastChange: issues.at(-1)?.updated_on, more },
      ),
      more,
    };
  }

  cursorSince(sinceMs: number): string {
    return cursorSince(sinceMs);
  }

  async list(caseRef: string): Promise<readonly RemoteAttachment[]> {
    return attachmentsOf(await this.#issue(caseRef, 'attachments'));
  }

  async open(attachment: RemoteAttachment): Promise<AsyncIterable<Uint8Array>> {
    await this.#expectThere(attachment);
    return await this.#http.download(
      { method: 'GET', path: ['attachments', 'download', attachment.id, attachment.name] },
      attachment.sizeBytes,
    );
  }

  async put(caseRef: string, file: OutgoingFile): Promise<RemoteAttachment> {
    const before = new Set((await this.list(caseRef)).map(({ id }) => id));
    const upload = objectOf(
      await this.#http
        .json({
          method: 'POST',
          path: ['uploads.json'],
          query: { filename: file.name },
          fields: { 'content-type': 'application/octet-stream' },
          body: { sizeBytes: file.sizeBytes, bytes: await file.bytes() },
        })
        .catch(asUploadRefusal),
    );
    const token = textOf(objectOf(upload.upload).token);
    const { name: filename, mediaType: content_type, key: description } = file;
    await this.#http.exchangeJson(
      { method: 'PUT', path: ['issues', `${caseRef}.json`] },
      { issue: { uploads: [{ token, filename, content_type, description }] } },
    );
    const there = (await this.#issue(caseRef, 'attachments')).attachments.filter(
      (one) =>
        one.filename === filename && one.description === description && one.filesize === file.sizeBytes,
    );
    const put = there.find(({ id }) => !before.has(String(id))) ?? there.at(-1);
    if (put === undefined)
      throw new CaseSystemError('case-system/unexpected', 'the upload is not in the issue');
    return remote(caseRef, put);
  }

  async remove(attachment: RemoteAttachment): Promise<PurgeReceipt> {
    await this.#expectThere(attachment);
    const { body } = await this.#http.send({
      method: 'DELETE',
      path: ['attachments', `${attachment.id}.json`],
    });
    body.destroy();
    return { level: 'P3', residual };
  }

  /** Every address that it had, with our rights and as a stranger: metadata, both downloads, the thumbnail. */
  async probe(attachment: RemoteAttachment): Promise<Probe> {
    if (!isId(attachment.id) || !isId(attachment.caseRef)) return { present: false, level: 'P3', residual };
    const now = await this.#metadata(attachment.id);
    // The id may belong to another file by now, which is none of our business.
    if (now !== undefined && !isSame(now, attachment)) return { present: false, level: 'P3', residual };
    const { id, name } = attachment;
    const addresses = [
      ['attachments', 'download', id, name],
      ['attachments', 'download', id],
      ['attachments', 'thumbnail', id],
    ];
    for (const path of addresses)
      for (const sign of ['with', 'without'] as const) {
        const { status, body } = await this.#http.ask({ method: 'GET', path, sign });
        body.destroy();
        // A stranger is sent to the sign-in page by 302, which gives nothing away and proves nothing.
        if (status < 300) return { present: true };
      }
    return now === undefined ? { present: false, level: 'P3', residual } : { present: true };
  }

  async note(caseRef: string, { text, visibility }: OutgoingNote): Promise<void> {
    expectId(caseRef);
    const notes = verbatim(text, this.#options.formatting ?? 'textile');
    await this.#http.exchangeJson(
      { method: 'PUT', path: ['issues', `${caseRef}.json`] },
      { issue: { notes, private_notes: visibility === 'private' } },
    );
  }

  /** Only notes of our own account count: anybody can write a key. */
  async hasNote(caseRef: string, key: string): Promise<boolean> {
    const { journals } = await this.#issue(caseRef, 'journals');
    const own = await this.#userId();
    return journals.some(({ userId, notes }) => userId === own && notes.includes(`[harrier ${key}]`));
  }

  async language(): Promise<Language> {
    return this.#options.language ?? 'en';
  }

  async #issue(caseRef: string, include: 'attachments' | 'journals'): Promise<RedmineIssue> {
    expectId(caseRef);
    const answer = await this.#http.json({
      method: 'GET',
      path: ['issues', `${caseRef}.json`],
      query: { include },
    });
    return issueOf(objectOf(answer).issue);
  }

  async #metadata(id: string): Promise<RedmineAttachment | undefined> {
    try {
      const answer = await this.#http.json({ method: 'GET', path: ['attachments', `${id}.json`] });
      return attachmentOf(objectOf(answer).attachment);
    } catch (error) {
      if (error instanceof CaseSystemError && error.code === 'case-system/not-found') return undefined;
      throw error;
    }
  }

  async #expectThere(attachment: RemoteAttachment): Promise<void> {
    expectId(attachment.id);
    const there = await this.list(attachment.caseRef);
    if (!there.some((one) => isSameAttachment(one, attachment)))
      throw new CaseSystemError('case-system/not-found', 'the attachment is not in the issue');
  }

  async #userId(): Promise<number> {
    this.#ownUserId ??= numberOf(
      objectOf(objectOf(await this.#http.json({ method: 'GET', path: ['users', 'current.json'] })).user).id,
    );
    return this.#ownUserId;
  }
}

const residual = ['same-content-elsewhere', 'mail-copies', 'backups'] as const;

function attachmentsOf(issue: RedmineIssue): RemoteAttachment[] {
  return issue.attachments.map((attachment) => remote(String(issue.id), attachment));
}

function remote(
  caseRef: string,
  { id, filename, filesize, created_on }: RedmineAttachment,
): RemoteAttachment {
  return { caseRef, id: String(id), name: filename, sizeBytes: filesize, createdMs: Date.parse(created_on) };
}

function isSame(now: RedmineAttachment, attachment: RemoteAttachment): boolean {
  return isSameAttachment(remote(attachment.caseRef, now), attachment);
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}

function expectId(text: string): void {
  if (!isId(text)) throw new CaseSystemError('case-system/not-found', 'Redmine has no such number');
}

/** Redmine says 422 to a file above its limit, and to one of a kind that its administrator forbade. */
function asUploadRefusal(error: unknown): never {
  if (error instanceof CaseSystemError && error.message.endsWith(' 422'))
    throw new CaseSystemError('case-system/too-large', 'Redmine refuses the file for its size or kind', {
      cause: error,
    });
  throw error;
}
