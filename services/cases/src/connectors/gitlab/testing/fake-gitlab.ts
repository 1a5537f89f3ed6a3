import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gather } from '../../../vault/testing/streams.ts';
import { LoopbackServer } from '../../testing/loopback-server.ts';

interface Issue {
  readonly iid: number;
  description: string;
  updatedMs: number;
  readonly notes: { author: { id: number }; body: string; created_at: string; internal: boolean }[];
}

/**
 * As much of GitLab as the connector uses, from its public description (docs.gitlab.com: REST API, issues, notes, project
 * Markdown uploads). Names of uploads lose what is no letter, digit, dot, dash or underscore.
 */
export class FakeGitlab extends LoopbackServer {
  readonly token = ['gitlab', 'token', '4711'].join('-');
  readonly project = '42';
  readonly issues = new Map<number, Issue>();
  /** Content by `<secret>/<name>`. */
  readonly uploads = new Map<string, Buffer>();
  /** Whether files open for strangers, as those of a public project do. */
  isPublic = false;
  #clockMs = Date.parse('2026-06-01T08:00:00Z');

  newIssue(): string {
    const iid = this.issues.size + 1;
    this.issues.set(iid, { iid, description: '', updatedMs: this.#tick(), notes: [] });
    return String(iid);
  }

  attach(issue: string, name: string, content: Uint8Array): void {
    const { url, alt } = this.#upload(name, Buffer.from(content));
    this.comment(issue, 7, `see [${alt}](${url})`);
  }

  comment(issue: string, author: number, body: string, internal = false): void {
    const found = this.issues.get(Number(issue));
    if (found === undefined) throw new Error('no such issue');
    found.updatedMs = this.#tick();
    const created_at = new Date(found.updatedMs).toISOString();
    found.notes.push({ author: { id: author }, body, created_at, internal });
  }

  #upload(given: string, content: Buffer) {
    const name = keptName(given);
    const secret = randomBytes(16).toString('hex');
    this.uploads.set(`${secret}/${name}`, content);
    return { alt: name, url: `/uploads/${secret}/${name}` };
  }

  #tick(): number {
    this.#clockMs += 1000;
    return this.#clockMs;
  }

  protected override async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://gitlab.example.test');
    const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const body = await gather(request);
    const send = (status: number, value?: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(value === undefined ? '' : JSON.stringify(value));
    };
    const isOurs = request.headers['private-token'] === this.token;
    const give = (file: Buffer | undefined) => {
      if (file === undefined) return send(404);
      response.writeHead(200, { 'content-length': String(file.length) });
      response.end(request.method === 'HEAD' ? undefined : file);
    };
    if (path[0] === '-')
      return isOurs || this.isPublic ? give(this.uploads.get(`${path[4]}/${path[5]}`)) : send(404);
    if (!isOurs) return send(401);
    const [, , what, project, part, ref = '', sub] = path;
    if (what === 'user') return send(200, { id: 1 });
    if (what !== 'projects' || project !== this.project) return send(404);
    if (part === 'uploads') {
      const place = `${ref}/${sub}`;
      if (request.method === 'DELETE') return send(this.uploads.delete(place) ? 204 : 404);
      if (request.method !== 'POST') return give(this.uploads.get(place));
      const [, name = ''] = /filename="([^"]+)"/.exec(body.toString('latin1')) ?? [];
      const start = body.indexOf('\r\n\r\n') + 4;
      return send(201, this.#upload(name, Buffer.from(body.subarray(start, body.lastIndexOf('\r\n--')))));
    }
    if (part !== 'issues') return send(404);
    if (ref === '') return send(200, this.#changed(url.searchParams));
    const issue = this.issues.get(Number(ref));
    if (issue === undefined) return send(404);
    if (sub !== 'notes') return send(200, shown(issue));
    if (request.method === 'POST') {
      const given = JSON.parse(body.toString('utf8'));
      this.comment(ref, 1, given.body, given.internal);
      return send(201, {});
    }
    const [page, size] = ['page', 'per_page'].map((name) => Number(url.searchParams.get(name)));
    return send(200, issue.notes.slice((page! - 1) * size!, page! * size!));
  }

  #changed(asked: URLSearchParams) {
    const since = Date.parse(asked.get('updated_after') ?? '1970-01-01T00:00:00Z');
    const [page, size] = ['page', 'per_page'].map((name) => Number(asked.get(name)));
    return [...this.issues.values()]
      .filter(({ updatedMs }) => updatedMs >= since)
      .sort((one, other) => one.updatedMs - other.updatedMs)
      .slice((page! - 1) * size!, page! * size!)
      .map(shown);
  }
}

/** What GitLab makes of a file's name. */
export function keptName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_');
}

function shown({ iid, description, updatedMs }: Issue) {
  const updated_at = new Date(updatedMs).toISOString();
  return { iid, description, updated_at, created_at: '2026-06-01T08:00:00.000Z' };
}
