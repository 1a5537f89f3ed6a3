import type { IncomingMessage, ServerResponse } from 'node:http';
import { gather } from '../../../vault/testing/streams.ts';
import { LoopbackServer } from '../../testing/loopback-server.ts';

interface File {
  readonly id: number;
  readonly token: string;
  file_name: string;
  size: number;
  content: Buffer;
  deleted: boolean;
}

interface Comment {
  readonly id: number;
  readonly author_id: number;
  readonly public: boolean;
  readonly created_at: string;
  readonly plain_body: string;
  readonly attachments: File[];
}

interface Ticket {
  readonly id: number;
  updatedSeconds: number;
  closed: boolean;
  readonly comments: Comment[];
}

/**
 * As much of Zendesk as the connector uses, from its public description (developer.zendesk.com: Incremental Exports with
 * cursors, Ticket Comments with cursor pagination, Uploads, redacting an attachment of a comment, Users). Files lie at
 * addresses that open them for whoever has them, as they do while "private attachments" is off.
 */
export class FakeZendesk extends LoopbackServer {
  readonly token = ['zendesk', 'token', '4711'].join('-');
  readonly account = 'harrier@example.com';
  readonly tickets = new Map<number, Ticket>();
  readonly #uploads = new Map<string, File>();
  #nextId = 100;
  #clockSeconds = Date.parse('2026-06-01T08:00:00Z') / 1000;

  newTicket(): string {
    const id = this.#nextId++;
    this.tickets.set(id, { id, updatedSeconds: this.#tick(), closed: false, comments: [] });
    return String(id);
  }

  attach(ticket: string, file_name: string, content: Uint8Array): void {
    this.comment(ticket, 7, 'see attachment', [this.#file(file_name, content)]);
  }

  comment(
    ticket: string,
    author_id: number,
    plain_body: string,
    attachments: File[] = [],
    isPublic = true,
  ): void {
    const found = this.tickets.get(Number(ticket));
    if (found === undefined) throw new Error('no such ticket');
    found.updatedSeconds = this.#tick();
    const created_at = new Date(found.updatedSeconds * 1000).toISOString();
    found.comments.push({
      id: this.#nextId++,
      author_id,
      public: isPublic,
      created_at,
      plain_body,
      attachments,
    });
  }

  #file(file_name: string, content: Uint8Array): File {
    const id = this.#nextId++;
    return {
      id,
      token: `t${id}x`,
      file_name,
      size: content.length,
      content: Buffer.from(content),
      deleted: false,
    };
  }

  #tick(): number {
    return ++this.#clockSeconds;
  }

  protected override async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const body = await gather(request);
    const send = (status: number, value?: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(value === undefined ? '' : JSON.stringify(value));
    };
    if (path[0] === 'attachments') {
      const file = this.#files().find(({ token, deleted }) => token === path[2] && !deleted);
      return file === undefined ? send(404) : void response.end(file.content);
    }
    const basic = Buffer.from(`${this.account}/token:${this.token}`).toString('base64');
    if (request.headers.authorization !== `Basic ${basic}`) return send(401);
    const [, , what = '', ref = '', part = '', comment, , file, last] = path;
    // Zendesk answers so to whoever wants to begin less than a minute ago.
    if (what === 'incremental' && Number(url.searchParams.get('start_time')) > Date.now() / 1000 - 60)
      return send(422);
    if (what === 'incremental') return send(200, this.#export(url.searchParams));
    if (what === 'users') return send(200, { user: { id: 1 } });
    if (what === 'uploads.json') {
      const made = this.#file(url.searchParams.get('filename') ?? '', body);
      this.#uploads.set(made.token, made);
      return send(201, { upload: { token: made.token, attachment: { id: made.id } } });
    }
    if (what === 'attachments') {
      const found = this.#files().find(({ id }) => `${id}.json` === ref);
      return found === undefined ? send(404) : send(200, { attachment: { id: found.id } });
    }
    const ticket = this.tickets.get(Number(ref.replace('.json', '')));
    if (what !== 'tickets' || ticket === undefined) return send(404);
    if (last === 'redact.json') {
      const found = ticket.comments.find(({ id }) => String(id) === comment)?.attachments;
      const held = found?.find(({ id }) => String(id) === file);
      if (held === undefined) return send(404);
      Object.assign(held, { file_name: 'redacted.txt', size: 1, content: Buffer.of(), deleted: true });
      return send(200, { attachment: { id: held.id } });
    }
    if (part === 'comments.json') return send(200, this.#comments(ticket, url.searchParams));
    if (request.method === 'PUT') {
      if (ticket.closed) return send(422, { error: 'RecordInvalid' });
      const { comment: given } = JSON.parse(body.toString('utf8')).ticket;
      const files = (given.uploads ?? []).map((token: string) => this.#uploads.get(token));
      this.comment(String(ticket.id), 1, plainOf(given), files, given.public);
    }
    return send(200, { ticket: { id: ticket.id } });
  }

  #comments(ticket: Ticket, asked: URLSearchParams) {
    const from = Number(asked.get('page[after]') ?? 0);
    const to = from + Number(asked.get('page[size]'));
    const comments = ticket.comments.slice(from, to).map((one) => ({
      ...one,
      attachments: one.attachments.map(({ id, file_name, size, deleted, token }) => ({
        id,
        file_name,
        size,
        deleted,
        content_url: `${this.url}attachments/token/${token}/?name=${encodeURIComponent(file_name)}`,
      })),
    }));
    return { comments, meta: { has_more: to < ticket.comments.length, after_cursor: String(to) } };
  }

  #export(asked: URLSearchParams) {
    // A cursor is the time and number of the last ticket that was told.
    const [seconds = 0, id = 0] = Buffer.from(asked.get('cursor') ?? '', 'base64')
      .toString()
      .split('/')
      .map(Number);
    const since = asked.has('cursor') ? seconds : Number(asked.get('start_time'));
    const changed = [...this.tickets.values()]
      .filter((one) => one.updatedSeconds > since || (one.updatedSeconds === since && one.id > id))
      .sort((one, other) => one.updatedSeconds - other.updatedSeconds || one.id - other.id);
    const tickets = changed.slice(0, Number(asked.get('per_page')));
    const last = tickets.at(-1);
    return {
      tickets: tickets.map(({ id: ticket }) => ({ id: ticket })),
      after_cursor:
        last === undefined
          ? Buffer.from(`${since}/${id}`).toString('base64')
          : Buffer.from(`${last.updatedSeconds}/${last.id}`).toString('base64'),
      end_of_stream: tickets.length === changed.length,
    };
  }

  #files(): File[] {
    return [...this.tickets.values()].flatMap(({ comments }) =>
      comments.flatMap(({ attachments }) => attachments),
    );
  }
}

/** What agents and customers read of a comment. */
function plainOf({ body, html_body }: { body?: string; html_body?: string }): string {
  if (html_body === undefined) return body ?? '';
  const text = html_body.replace(/^<pre>|<\/pre>$/g, '');
  if (/[<>]/.test(text)) throw new Error('markup in a note');
  return text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) =>
    name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : '&',
  );
}
