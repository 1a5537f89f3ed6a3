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
import { CaseSystemHttp, type HttpRequest } from '../http/case-system-http.ts';
import { instantOf, type JsonObject, listOf, numberOf, objectOf, textOf } from '../http/json-shape.ts';
import { refusalOf } from '../http/refusal.ts';

export interface ZendeskOptions {
  readonly id: string;
  readonly tenantId: string;
  /** E.g. `https://example.zendesk.com/`. */
  readonly baseUrl: string;
  /** Address of the agent whose API token it is. */
  readonly account: string;
  readonly token: string;
  readonly network?: 'public' | 'private';
  /** What that plan takes. Default 50 MB, Zendesk's own. */
  readonly maxBytes?: number;
  /** What sealed files are called at the end: an administrator may restrict the types. Default `.pgp`. */
  readonly sealedSuffix?: string;
  readonly language?: Language;
}

const defaultMaxBytes = 50 * 1_000_000;
/** Tickets of one page; each takes a request for its comments. */
const mostTickets = 20;
/** Zendesk refuses to begin less than a minute ago, by its own clock. */
const youngestStartMs = 120_000;
const api = ['api', 'v2'] as const;
const residual = ['mail-copies', 'merged-cases', 'content-delivery', 'backups'] as const;

/** An attachment with where it lies. The address opens it for whoever has it, so it is kept in memory alone. */
interface Held {
  readonly attachment: RemoteAttachment;
  readonly address: string;
}

/**
 * Zendesk by its Support API. A case is a ticket's number. Tested against a fake made from the public description of that API,
 * never against a real Zendesk.
 *
 * Removal is Zendesk's redaction and is claimed as P1: the mail copy is redacted later in the background, and a ticket that
 * was merged keeps its own.
 */
export function zendeskConnector(options: ZendeskOptions): CaseConnector {
  return new ZendeskConnector(options);
}

class ZendeskConnector implements CaseConnector {
  readonly id: string;
  readonly tenantId: string;
  readonly #options: ZendeskOptions;
  readonly #http: CaseSystemHttp;
  readonly #base: URL;
  /** Addresses of what was removed, to ask there whether it is gone. */
  readonly #removed = new Map<string, string>();
  #own: number | undefined;

  constructor(options: ZendeskOptions) {
    this.id = options.id;
    this.tenantId = options.tenantId;
    this.#options = options;
    this.#base = new URL(options.baseUrl);
    const basic = Buffer.from(`${options.account}/token:${options.token}`).toString('base64');
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
      privateAttachments: true,
      sealedSuffix: this.#options.sealedSuffix ?? '.pgp',
      idempotent: false,
    };
  }

  cursorSince(sinceMs: number): string {
    return `start_time=${Math.floor((sinceMs - youngestStartMs) / 1000)}`;
  }

  /** By Zendesk's incremental export, whose cursor is never behind: pages of changed tickets follow each other. */
  async poll(cursor: string | undefined, limit: number): Promise<PollPage> {
    const [, name = 'start_time', value = '0'] = /^(start_time|cursor)=(.*)$/.exec(cursor ?? '') ?? [];
    const answer = objectOf(
      await this.#http.json({
        method: 'GET',
        path: [...api, 'incremental', 'tickets', 'cursor.json'],
        query: { [name]: value, per_page: String(Math.min(limit, mostTickets)) },
      }),
    );
    const attachments: RemoteAttachment[] = [];
    for (const ticket of listOf(answer.tickets).map(objectOf)) {
      // A ticket may be deleted between the export and this question.
      const held = await this.#heldBy(String(numberOf(ticket.id))).catch(ifGone);
      attachments.push(...held.map(({ attachment }) => attachment));
    }
    const next = answer.after_cursor;
    return {
      attachments,
      cursor: typeof next === 'string' ? `cursor=${next}` : `${name}=${value}`,
      more: answer.end_of_stream !== true,
    };
  }

  async list(caseRef: string): Promise<readonly RemoteAttachment[]> {
    return (await this.#heldBy(caseRef)).map(({ attachment }) => attachment);
  }

  async open(attachment: RemoteAttachment): Promise<AsyncIterable<Uint8Array>> {
    const { address } = await this.#expectThere(attachment);
    return await this.#http.download(
      { method: 'GET', ...this.#placeOf(address), redirects: 'follow' },
      attachment.sizeBytes,
    );
  }

  /** A file comes into a ticket with a comment; Zendesk throws away what no comment takes within an hour. */
  async put(caseRef: string, file: OutgoingFile): Promise<RemoteAttachment> {
    await this.#expectTicket(caseRef);
    const uploaded = objectOf(
      objectOf(
        await this.#http.json({
          method: 'POST',
          path: [...api, 'uploads.json'],
          query: { filename: file.name },
          fields: { 'content-type': file.mediaType },
          body: { sizeBytes: file.sizeBytes, bytes: await file.bytes() },
        }),
      ).upload,
    );
    const id = numberOf(objectOf(uploaded.attachment).id);
    await this.#comment(caseRef, {
      body: file.name,
      public: file.visibility === 'public',
      uploads: [textOf(uploaded.token)],
    });
    const put = (await this.list(caseRef)).find((one) => one.id.endsWith(`-${id}`));
    if (put === undefined) throw new CaseSystemError('case-system/unexpected', 'the file was not attached');
    return put;
  }

  async remove(attachment: RemoteAttachment): Promise<PurgeReceipt> {
    const { address } = await this.#expectThere(attachment);
    const [comment = '', file = ''] = attachment.id.split('-');
    const path = ['tickets', attachment.caseRef, 'comments', comment, 'attachments', file, 'redact.json'];
    const { body } = await this.#http.send({ method: 'PUT', path: [...api, ...path] });
    body.destroy();
    this.#removed.set(attachment.id, address);
    return { level: 'P1', residual };
  }

  /** The comments, the metadata, and the address that the file had, with our rights and as a stranger. */
  async probe(attachment: RemoteAttachment): Promise<Probe> {
    const held = await this.#heldBy(attachment.caseRef).catch(ifGone);
    if (held.some((one) => isSameAttachment(one.attachment, attachment))) return { present: true };
    const [, file = ''] = attachment.id.split('-');
    if (isNumber(file)) {
      const metadata = await this.#http.ask({ method: 'GET', path: [...api, 'attachments', `${file}.json`] });
      metadata.body.destroy();
      const address = this.#removed.get(attachment.id);
      if (metadata.status < 300 && address !== undefined)
        for (const sign of ['with', 'without'] as const) {
          const { status, body } = await this.#http.ask({ method: 'GET', ...this.#placeOf(address), sign });
          body.destroy();
          if (status < 300 || (status < 400 && sign === 'with')) return { present: true };
        }
    }
    return { present: false, level: 'P1', residual };
  }

  async note(caseRef: string, { text, visibility }: OutgoingNote): Promise<void> {
    await this.#expectTicket(caseRef);
    await this.#comment(caseRef, { html_body: verbatim(text), public: visibility === 'public' });
  }

  /** Only comments of our own account count: anybody can write a key. */
  async hasNote(caseRef: string, key: string): Promise<boolean> {
    const own = await this.#account();
    return (await this.#comments(caseRef)).some(
      ({ author_id, plain_body }) => author_id === own && textOf(plain_body).includes(`[harrier ${key}]`),
    );
  }

  async language(): Promise<Language> {
    return this.#options.language ?? 'en';
  }

  async #comment(caseRef: string, comment: JsonObject): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify({ ticket: { comment } }));
    const answer = await this.#http.ask({
      method: 'PUT',
      path: [...api, 'tickets', `${caseRef}.json`],
      fields: { 'content-type': 'application/json' },
      body: { sizeBytes: bytes.length, bytes: one(bytes) },
    });
    answer.body.destroy();
    if (answer.status < 300) return;
    // Closed tickets take nothing, and Zendesk says so by this status.
    if (answer.status === 422) throw new CaseSystemError('case-system/closed', 'the ticket takes no comment');
    throw refusalOf(answer, Date.now());
  }

  async #heldBy(caseRef: string): Promise<readonly Held[]> {
    return (await this.#comments(caseRef)).flatMap(({ id, created_at, attachments }) =>
      listOf(attachments ?? [])
        .map(objectOf)
        // Redacted: a file of nothing stands in its place.
        .filter(({ deleted }) => deleted !== true)
        .map((file) => ({
          attachment: {
            caseRef,
            id: `${numberOf(id)}-${numberOf(file.id)}`,
            name: textOf(file.file_name),
            sizeBytes: numberOf(file.size),
            createdMs: instantOf(created_at),
          },
          address: textOf(file.content_url),
        })),
    );
  }

  async #comments(caseRef: string): Promise<JsonObject[]> {
    if (!isNumber(caseRef)) throw new CaseSystemError('case-system/not-found', 'Zendesk has no such ticket');
    const all: JsonObject[] = [];
    for (let after: string | undefined; ; ) {
      const answer = objectOf(
        await this.#http.json({
          method: 'GET',
          path: [...api, 'tickets', caseRef, 'comments.json'],
          query: { 'page[size]': '100', ...(after === undefined ? {} : { 'page[after]': after }) },
        }),
      );
      all.push(...listOf(answer.comments).map(objectOf));
      const meta = objectOf(answer.meta ?? {});
      if (meta.has_more !== true) return all;
      after = textOf(meta.after_cursor);
    }
  }

  async #expectTicket(caseRef: string): Promise<void> {
    if (!isNumber(caseRef)) throw new CaseSystemError('case-system/not-found', 'Zendesk has no such ticket');
    await this.#http.json({ method: 'GET', path: [...api, 'tickets', `${caseRef}.json`] });
  }

  async #expectThere(attachment: RemoteAttachment): Promise<Held> {
    const held = await this.#heldBy(attachment.caseRef);
    const found = held.find((one) => isSameAttachment(one.attachment, attachment));
    if (found === undefined)
      throw new CaseSystemError('case-system/not-found', 'the attachment is not in the ticket');
    return found;
  }

  /** The path and query of an address of Zendesk's own; another host's is not asked. */
  #placeOf(address: string): Pick<HttpRequest, 'path' | 'query' | 'slashAtEnd'> {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.origin !== this.#base.origin)
      throw new CaseSystemError('case-system/unexpected', 'a file at an address that is not Zendesk’s');
    const segments = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const query = Object.fromEntries(url.searchParams);
    if (segments.at(-1) !== '') return { path: segments, query };
    return { path: segments.slice(0, -1), slashAtEnd: true, query };
  }

  async #account(): Promise<number> {
    this.#own ??= numberOf(
      objectOf(objectOf(await this.#http.json({ method: 'GET', path: [...api, 'users', 'me.json'] })).user)
        .id,
    );
    return this.#own;
  }
}

/** HTML in which nothing is markup: as it is, with its line breaks. */
function verbatim(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return `<pre>${text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)}</pre>`;
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}

function ifGone(error: unknown): readonly Held[] {
  if (error instanceof CaseSystemError && error.code === 'case-system/not-found') return [];
  throw error;
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}
