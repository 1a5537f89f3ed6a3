import type { IncomingMessage, ServerResponse } from 'node:http';
import { gather } from '../../../vault/testing/streams.ts';
import { LoopbackServer } from '../../testing/loopback-server.ts';

interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly created: string;
  readonly content: Buffer;
}

interface Issue {
  readonly key: string;
  updatedMs: number;
  attachments: Attachment[];
  readonly comments: {
    readonly author: { accountId: string };
    readonly body: string;
    readonly properties?: unknown;
  }[];
}

/**
 * As much of Jira's REST API 2 as the connector uses, from Atlassian's public description (developer.atlassian.com, "The Jira
 * Cloud platform REST API" and "Jira Data Center REST API": search, issue, attachments, comments, myself). It signs nobody in
 * without the token, wants the field against forged forms, sends downloads on by a redirect, and reads of JQL what is sent.
 */
export class FakeJira extends LoopbackServer {
  readonly token = ['jira', 'token', '4711'].join('-');
  /** With the token it is one of Cloud, without it one of Data Center. */
  readonly account = 'harrier@example.com';
  readonly issues = new Map<string, Issue>();
  readonly #pageTokens = new Map<string, number>();
  /** Requests that are answered by this in place of what they ask for, one after the other. */
  readonly failures: { readonly status: number; readonly fields?: Record<string, string> }[] = [];
  #nextId = 10_000;
  #clockMs = Date.parse('2026-06-01T08:00:00Z');

  /** As it is after some days. */
  endPageTokens(): void {
    this.#pageTokens.clear();
  }

  newIssue(): string {
    const key = `SUP-${this.issues.size + 1}`;
    this.issues.set(key, { key, updatedMs: this.#tick(), attachments: [], comments: [] });
    return key;
  }

  attach(key: string, filename: string, content: Uint8Array): Attachment {
    const issue = this.issues.get(key);
    if (issue === undefined) throw new Error('no such issue');
    issue.updatedMs = this.#tick();
    const created = new Date(issue.updatedMs).toISOString().replace('Z', '+0000');
    const id = String(this.#nextId++);
    const attachment = { id, filename, size: content.length, created, content: Buffer.from(content) };
    issue.attachments.push(attachment);
    return attachment;
  }

  comment(key: string, accountId: string, body: string, properties?: unknown): void {
    this.issues.get(key)?.comments.push({ author: { accountId }, body, properties });
  }

  #tick(): number {
    this.#clockMs += 1000;
    return this.#clockMs;
  }

  protected override async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://jira.example.test');
    const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const body = await gather(request);
    const send = (status: number, value?: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(value === undefined ? '' : JSON.stringify(value));
    };
    const failure = this.failures.shift();
    if (failure !== undefined) {
      response.writeHead(failure.status, failure.fields);
      return void response.end();
    }
    if (path[0] === 'media') return void response.end(this.#find(path[1])?.content);
    const { authorization } = request.headers;
    const isCloud =
      authorization === `Basic ${Buffer.from(`${this.account}:${this.token}`).toString('base64')}`;
    if (!isCloud && authorization !== `Bearer ${this.token}`) return send(401);
    if (path[0] === 'secure') {
      if (this.#find(path[2]) === undefined || path[1] === 'thumbnail') return send(404);
      // As Cloud does: the file lies with another service, under an address of its own.
      response.writeHead(302, { location: `/media/${path[2]}` });
      return void response.end();
    }
    const [, , , what = '', ref = '', part] = path;
    const issue = this.issues.get(ref);
    const { method } = request;
    if (what === 'myself') return send(200, { accountId: 'harrier' });
    if (what === 'search') {
      // Each of them has the search that the other one has not.
      if (isCloud !== (ref === 'jql')) return send(isCloud ? 410 : 404);
      const asked = JSON.parse(body.toString('utf8'));
      if (!isCloud) return send(200, this.#search(asked));
      const startAt = Number(
        this.#pageTokens.get(asked.nextPageToken ?? '') ?? (asked.nextPageToken === undefined ? 0 : -1),
      );
      if (startAt < 0) return send(400);
      const { issues, total } = this.#search({ ...asked, startAt });
      const next = startAt + issues.length;
      if (next >= total) return send(200, { issues, isLast: true });
      const nextPageToken = `page;${next}=`;
      this.#pageTokens.set(nextPageToken, next);
      return send(200, { issues, nextPageToken });
    }
    if (what === 'attachment' && ref === 'meta') return send(200, { enabled: true, uploadLimit: 10_000_000 });
    if (what === 'attachment' && method === 'DELETE') return send(this.#remove(ref) ? 204 : 404);
    if (what === 'attachment')
      return this.#find(ref) === undefined ? send(404) : send(200, shown(this.#find(ref)!));
    if (what !== 'issue' || issue === undefined) return send(404);
    if (part === 'attachments') {
      if (request.headers['x-atlassian-token'] !== 'no-check') return send(403);
      const [, filename = ''] = /filename="([^"]+)"/.exec(body.toString('latin1')) ?? [];
      const start = body.indexOf('\r\n\r\n') + 4;
      return send(200, [shown(this.attach(ref, filename, body.subarray(start, body.lastIndexOf('\r\n--'))))]);
    }
    if (part === 'comment') {
      const { body: text, properties } = JSON.parse(body.toString('utf8'));
      this.comment(ref, 'harrier', text, properties);
      return send(201, {});
    }
    const { attachments, comments } = issue;
    return send(200, { key: ref, fields: { attachment: attachments.map(shown), comment: { comments } } });
  }

  #search({ jql, startAt, maxResults }: { jql: string; startAt: number; maxResults: number }) {
    const [, since = '0'] = /updated >= (\d+)/.exec(jql) ?? [];
    const found = [...this.issues.values()]
      .filter(({ updatedMs }) => updatedMs >= Number(since))
      .sort((one, other) => one.updatedMs - other.updatedMs);
    const issues = found.slice(startAt, startAt + maxResults).map(({ key, updatedMs, attachments }) => ({
      key,
      fields: { updated: new Date(updatedMs).toISOString(), attachment: attachments.map(shown) },
    }));
    return { startAt, maxResults, total: found.length, issues };
  }

  #find(id: string | undefined): Attachment | undefined {
    return [...this.issues.values()].flatMap(({ attachments }) => attachments).find((one) => one.id === id);
  }

  #remove(id: string): boolean {
    const holder = [...this.issues.values()].find(({ attachments }) =>
      attachments.some((one) => one.id === id),
    );
    if (holder !== undefined) holder.attachments = holder.attachments.filter((one) => one.id !== id);
    return holder !== undefined;
  }
}

function shown({ id, filename, size, created }: Attachment) {
  return { id, filename, size, created };
}
