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
import { instantOf, listOf, numberOf, objectOf, textOf } from '../http/json-shape.ts';
import { cursorSince, nextCursor, readCursor } from '../polling/change-cursor.ts';
import { fileInAnswer } from './base64-answer.ts';
import { fileMessage } from './base64-message.ts';

export interface RequestTrackerOptions {
  readonly id: string;
  readonly tenantId: string;
  /** Of RT itself, e.g. `https://rt.example.com/`; its API lies below. */
  readonly baseUrl: string;
  /** An authentication token (RT 5: Logged in as → Settings → Auth Tokens). */
  readonly token: string;
  /** Name of the account that the token is of: only its notes count as ours. */
  readonly account: string;
  /** Only tickets of this queue. */
  readonly queue?: string;
  readonly network?: 'public' | 'private';
  /** `$MaxAttachmentSize` of that RT, which its API does not say. Default 10 MB, RT's own. */
  readonly maxBytes?: number;
  readonly language?: Language;
}

const defaultMaxBytes = 10_000_000;
/** RT gives no more at once. */
const mostTickets = 100;
const mostAttachments = 100;
const api = ['REST', '2.0'] as const;
const columns = 'Filename,ContentLength,Created,Subject,Creator';
const residual = ['mail-copies', 'backups', 'search-index'] as const;

/** What is read of an attachment; parts of messages without a file name are notes and the text of mails. */
interface RtPart {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly createdMs: number;
  readonly subject: string;
  readonly creator: string;
}

/**
 * Request Tracker by its REST API 2.0. Verified against 5.0.3.
 *
 * **It cannot remove attachments (P0).** The API refuses it, and RT's own shredder, which an administrator can run, leaves the
 * whole content in an SQL dump unless it is told not to. Cases end as "original still present"; the only defence is to sanitize
 * before the upload.
 */
export function requestTrackerConnector(options: RequestTrackerOptions): CaseConnector {
  return new RequestTrackerConnector(options);
}

class RequestTrackerConnector implements CaseConnector {
  readonly id: string;
  readonly tenantId: string;
  readonly #options: RequestTrackerOptions;
  readonly #http: CaseSystemHttp;

  constructor(options: RequestTrackerOptions) {
    this.id = options.id;
    this.tenantId = options.tenantId;
    this.#options = options;
    this.#http = new CaseSystemHttp({
      baseUrl: options.baseUrl,
      network: options.network ?? 'public',
      credentials: async () => ({ authorization: `token ${options.token}` }),
    });
  }

  async capabilities(): Promise<ConnectorCapabilities> {
    return {
      maxBytes: this.#maxBytes(),
      purgeLevel: 'P0',
      residual,
      privateAttachments: true,
      sealedSuffix: '.pgp',
      idempotent: false,
    };
  }

  async poll(cursor: string | undefined, limit: number): Promise<PollPage> {
    const { since, offset } = readCursor(cursor);
    const pageSize = Math.min(limit, mostTickets);
    const { queue } = this.#options;
    const conditions = [
      `LastUpdated >= '${since ?? '1970-01-02T00:00:00Z'}'`,
      ...(queue === undefined ? [] : [`Queue = '${queue.replaceAll(/['\\]/g, '\\$&')}'`]),
    ];
    const answer = objectOf(
      await this.#http.json({
        method: 'GET',
        path: [...api, 'tickets'],
        query: {
          query: conditions.join(' AND '),
          orderby: 'LastUpdated',
          order: 'ASC',
          per_page: String(pageSize),
          // A page that was begun in another size begins again: some come twice, none is left out.
          page: String(Math.floor(offset / pageSize) + 1),
          fields: 'LastUpdated',
        },
      }),
    );
    const tickets = listOf(answer.items).map(objectOf);
    const more = numberOf(answer.page) < numberOf(answer.pages);
    const attachments: RemoteAttachment[] = [];
    for (const ticket of tickets) attachments.push(...(await this.list(String(numberOf(ticket.id)))));
    const lastChange = tickets.at(-1)?.LastUpdated;
    return {
      attachments,
      cursor: nextCursor(
        { since, offset },
        {
          count: tickets.length,
          lastChange: lastChange === undefined ? undefined : textOf(lastChange),
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
    return (await this.#parts(caseRef))
      .filter(({ name }) => name !== '')
      .map((part) => remote(caseRef, part));
  }

  async open(attachment: RemoteAttachment): Promise<AsyncIterable<Uint8Array>> {
    await this.#expectThere(attachment);
    // RT sends files as base64 in JSON, and lets no larger ones in.
    const answer = await this.#http.download(
      {
        method: 'GET',
        path: [...api, 'attachment', attachment.id],
        fields: { accept: 'application/json' },
      },
      Math.ceil(Math.max(attachment.sizeBytes, this.#maxBytes()) * 1.5) + (1 << 20),
    );
    return fileInAnswer(answer, 'Content');
  }

  async put(caseRef: string, file: OutgoingFile): Promise<RemoteAttachment> {
    const before = new Set((await this.list(caseRef)).map(({ id }) => id));
    const message = {
      Subject: `[harrier ${file.key}]`,
      Content: file.name,
      ContentType: 'text/plain',
      Attachments: [{ FileName: file.name, FileType: file.mediaType, FileContent: '' }],
    };
    const text = JSON.stringify(message);
    const at = text.length - '"}]}'.length;
    const body = fileMessage(
      text.slice(0, at),
      { sizeBytes: file.sizeBytes, bytes: await file.bytes() },
      text.slice(at),
    );
    await this.#http.json({
      method: 'POST',
      path: [...api, 'ticket', caseRef, file.visibility === 'private' ? 'comment' : 'correspond'],
      fields: { 'content-type': 'application/json' },
      body,
    });
    const put = (await this.list(caseRef)).find(
      ({ id, name, sizeBytes }) => !before.has(id) && name === file.name && sizeBytes === file.sizeBytes,
    );
    if (put === undefined)
      throw new CaseSystemError('case-system/unexpected', 'the upload is not in the ticket');
    return put;
  }

  async remove(attachment: RemoteAttachment): Promise<PurgeReceipt> {
    await this.#expectThere(attachment);
    throw new CaseSystemError('case-system/forbidden', 'Request Tracker removes no attachments');
  }

  async probe(attachment: RemoteAttachment): Promise<Probe> {
    const there = await this.list(attachment.caseRef);
    const isThere = there.some((one) => isSameAttachment(one, attachment));
    // An administrator may have shredded it; what that left behind is not to be seen from here.
    return isThere ? { present: true } : { present: false, level: 'P1', residual };
  }

  async note(caseRef: string, { key, text, visibility }: OutgoingNote): Promise<void> {
    await this.#expectTicket(caseRef);
    // Plain text: RT shows it as it is, and makes no links of addresses unless it is told to.
    await this.#http.exchangeJson(
      {
        method: 'POST',
        path: [...api, 'ticket', caseRef, visibility === 'private' ? 'comment' : 'correspond'],
      },
      { Subject: noteSubject(key), Content: text, ContentType: 'text/plain' },
    );
  }

  /** Only notes of our own account count: anybody can write a key. */
  async hasNote(caseRef: string, key: string): Promise<boolean> {
    const parts = await this.#parts(caseRef);
    return parts.some(
      ({ subject, creator }) => subject === noteSubject(key) && creator === this.#options.account,
    );
  }

  async language(): Promise<Language> {
    return this.#options.language ?? 'en';
  }

  #maxBytes(): number {
    return this.#options.maxBytes ?? defaultMaxBytes;
  }

  async #parts(caseRef: string): Promise<readonly RtPart[]> {
    await this.#expectTicket(caseRef);
    const parts: RtPart[] = [];
    for (let page = 1; ; page++) {
      const answer = objectOf(
        await this.#http.json({
          method: 'GET',
          path: [...api, 'ticket', caseRef, 'attachments'],
          query: { fields: columns, per_page: String(mostAttachments), page: String(page) },
        }),
      );
      const items = listOf(answer.items);
      parts.push(...items.map(partOf));
      // RT does not say how many there are.
      if (items.length < mostAttachments) return parts;
    }
  }

  /** RT answers with an empty list where there is no such ticket. */
  async #expectTicket(caseRef: string): Promise<void> {
    if (!isId(caseRef))
      throw new CaseSystemError('case-system/not-found', 'Request Tracker has no such number');
    await this.#http.json({ method: 'GET', path: [...api, 'ticket', caseRef] });
  }

  async #expectThere(attachment: RemoteAttachment): Promise<void> {
    const there = isId(attachment.id) ? await this.list(attachment.caseRef) : [];
    if (!there.some((one) => isSameAttachment(one, attachment)))
      throw new CaseSystemError('case-system/not-found', 'the attachment is not in the ticket');
  }
}

function noteSubject(key: string): string {
  return `[harrier note ${key}]`;
}

function partOf(value: unknown): RtPart {
  const part = objectOf(value);
  return {
    id: String(numberOf(part.id)),
    name: textOf(part.Filename ?? ''),
    sizeBytes: numberOf(part.ContentLength ?? 0),
    createdMs: instantOf(part.Created),
    subject: textOf(part.Subject ?? ''),
    creator: textOf(objectOf(part.Creator).id),
  };
}

function remote(caseRef: string, { id, name, sizeBytes, createdMs }: RtPart): RemoteAttachment {
  return { caseRef, id, name, sizeBytes, createdMs };
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text);
}
