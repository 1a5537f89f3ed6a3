import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gather } from '../../../vault/testing/streams.ts';
import { LoopbackServer } from '../../testing/loopback-server.ts';

interface Attachment {
  readonly sys_id: string;
  readonly table_name: string;
  readonly table_sys_id: string;
  readonly file_name: string;
  readonly size_bytes: string;
  readonly sys_created_on: string;
  readonly sys_updated_on: string;
}

/**
 * As much of ServiceNow as the connector uses, from its public description (docs of the Attachment API and the Table API:
 * encoded queries, limit and offset, numbers as text, times in UTC without a zone, journals in `sys_journal_field`).
 */
export class FakeServiceNow extends LoopbackServer {
  readonly password = ['service', 'now', '4711'].join('-');
  readonly cases = new Set<string>();
  readonly journal: { element_id: string; element: string; value: string; sys_created_by: string }[] = [];
  readonly #attachments = new Map<string, { readonly row: Attachment; readonly content: Buffer }>();
  #clockMs = Date.parse('2026-06-01T08:00:00Z');

  newCase(): string {
    const id = randomBytes(16).toString('hex');
    this.cases.add(id);
    return id;
  }

  attach(table_sys_id: string, file_name: string, bytes: Uint8Array): Attachment {
    this.#clockMs += 1000;
    const now = new Date(this.#clockMs).toISOString().slice(0, 19).replace('T', ' ');
    const row = {
      sys_id: randomBytes(16).toString('hex'),
      table_name: 'incident',
      table_sys_id,
      file_name,
      size_bytes: String(bytes.length),
      sys_created_on: now,
      sys_updated_on: now,
    };
    this.#attachments.set(row.sys_id, { row, content: Buffer.from(bytes) });
    return row;
  }

  protected override async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://now.example.test');
    const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const body = await gather(request);
    const send = (status: number, result?: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(result === undefined ? '' : JSON.stringify({ result }));
    };
    const given = request.headers.authorization;
    if (given !== `Basic ${Buffer.from(`harrier:${this.password}`).toString('base64')}`) return send(401);
    if (path[0] === 'sys_attachment.do')
      return send(this.#attachments.has(url.searchParams.get('sys_id') ?? '') ? 200 : 404);
    const [, , api = '', ref = '', part = ''] = path;
    if (api === 'table' && ref === 'sys_journal_field') {
      const [, of = ''] = /element_id=(\w+)/.exec(url.searchParams.get('sysparm_query') ?? '') ?? [];
      return send(
        200,
        this.journal.filter(({ element_id }) => element_id === of),
      );
    }
    if (api === 'table') {
      if (!this.cases.has(part)) return send(404);
      const fields = request.method === 'PATCH' ? JSON.parse(body.toString('utf8')) : {};
      for (const [element, value] of Object.entries<string>(fields))
        this.journal.push({ element_id: part, element, value, sys_created_by: 'harrier' });
      return send(200, { sys_id: part });
    }
    if (api !== 'attachment') return send(404);
    if (ref === '') return send(200, this.#query(url.searchParams));
    if (ref === 'file') {
      const { table_sys_id = '', file_name = '' } = Object.fromEntries(url.searchParams);
      return send(201, this.attach(table_sys_id, file_name, body));
    }
    const found = this.#attachments.get(ref);
    if (found === undefined) return send(404);
    if (request.method === 'DELETE') return send(this.#attachments.delete(ref) ? 204 : 404);
    return part === 'file' ? void response.end(found.content) : send(200, found.row);
  }

  #query(asked: URLSearchParams): Attachment[] {
    const query = asked.get('sysparm_query') ?? '';
    const [, of] = /table_sys_id=(\w+)/.exec(query) ?? [];
    const [, since = ''] = /sys_updated_on>=([^^]+)/.exec(query) ?? [];
    const [offset, limit] = ['sysparm_offset', 'sysparm_limit'].map((name) => Number(asked.get(name)));
    return [...this.#attachments.values()]
      .map(({ row }) => row)
      .filter((row) => (of === undefined || row.table_sys_id === of) && row.sys_updated_on >= since)
      .slice(offset, offset! + limit!);
  }
}
