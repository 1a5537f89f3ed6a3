import type { IncomingMessage, ServerResponse } from 'node:http';
import { gather } from '../../../vault/testing/streams.ts';
import { LoopbackServer } from '../../testing/loopback-server.ts';

interface Version {
  readonly Id: string;
  readonly ContentDocumentId: string;
  readonly PathOnClient: string;
  readonly ContentSize: number;
  readonly CreatedDate: string;
  readonly SystemModstamp: string;
  readonly FirstPublishLocationId: string;
  readonly content: Buffer;
}

/**
 * As much of Salesforce as the connector uses, from its public description (developer.salesforce.com: client credentials flow,
 * REST API query, sObject rows, inserting blob data by multipart, FeedItem). It reads of SOQL what is sent, and refuses any
 * other query.
 */
export class FakeSalesforce extends LoopbackServer {
  readonly consumerKey = 'harrier-app';
  readonly consumerSecret = ['salesforce', 'secret', '4711'].join('-');
  readonly cases = new Set<string>();
  readonly posts: { ParentId: string; Body: string; CreatedById: string; Visibility?: string }[] = [];
  readonly #token = ['session', '4711'].join('-');
  readonly #user = '005000000000001AAA';
  #versions: Version[] = [];
  #ids = 0;
  #clockMs = Date.parse('2026-06-01T08:00:00Z');

  newCase(): string {
    const id = this.#newId('500');
    this.cases.add(id);
    return id;
  }

  attach(caseId: string, PathOnClient: string, content: Uint8Array): Version {
    this.#clockMs += 1000;
    const time = new Date(this.#clockMs).toISOString().replace('Z', '+0000');
    const version = {
      Id: this.#newId('068'),
      ContentDocumentId: this.#newId('069'),
      PathOnClient,
      ContentSize: content.length,
      CreatedDate: time,
      SystemModstamp: time,
      FirstPublishLocationId: caseId,
      content: Buffer.from(content),
    };
    this.#versions.push(version);
    return version;
  }

  post(ParentId: string, CreatedById: string, Body: string): void {
    this.posts.push({ ParentId, CreatedById, Body });
  }

  /** A customer puts a newer version in the place of a file. */
  replace(document: string, content: Uint8Array): void {
    const before = this.#versions.find(({ ContentDocumentId }) => ContentDocumentId === document);
    if (before === undefined) throw new Error('no such document');
    this.#versions = this.#versions.filter((one) => one !== before);
    const after = this.attach(before.FirstPublishLocationId, before.PathOnClient, content);
    this.#versions = this.#versions.map((one) =>
      one === after ? { ...after, ContentDocumentId: document } : one,
    );
  }

  #newId(prefix: string): string {
    return `${prefix}${String(++this.#ids).padStart(12, '0')}AAA`;
  }

  protected override async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://salesforce.example.test');
    const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const body = await gather(request);
    const send = (status: number, value?: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(value === undefined ? '' : JSON.stringify(value));
    };
    if (path[2] === 'token') {
      const form = new URLSearchParams(body.toString());
      const isRight =
        form.get('grant_type') === 'client_credentials' &&
        form.get('client_id') === this.consumerKey &&
        form.get('client_secret') === this.consumerSecret;
      return isRight ? send(200, { access_token: this.#token }) : send(400, { error: 'invalid_client' });
    }
    if (request.headers.authorization !== `Bearer ${this.#token}`) return send(401, []);
    if (path[2] === 'userinfo') return send(200, { user_id: this.#user });
    const [, , , what, kind, id, part] = path;
    if (what === 'query') {
      const records = this.#query(url.searchParams.get('q') ?? '');
      return records === undefined ? send(400, []) : send(200, { done: true, records });
    }
    const { method } = request;
    if (kind === 'FeedItem') {
      this.posts.push({ ...JSON.parse(body.toString('utf8')), CreatedById: this.#user });
      return send(201, { id: this.#newId('0D5') });
    }
    if (kind === 'ContentVersion' && method === 'POST') return send(201, { id: this.#insert(body).Id });
    if (kind === 'ContentVersion' && part === 'VersionData') {
      const found = this.#versions.find(({ Id }) => Id === id);
      return found === undefined ? send(404, []) : void response.end(found.content);
    }
    if (kind !== 'ContentDocument') return send(404, []);
    const found = this.#versions.filter(({ ContentDocumentId }) => ContentDocumentId === id);
    if (found.length === 0) return send(404, []);
    if (method === 'DELETE') {
      this.#versions = this.#versions.filter((one) => !found.includes(one));
      return send(204);
    }
    return send(200, { Id: id });
  }

  #insert(body: Buffer): Version {
    const text = body.toString('latin1');
    const [, json = '{}'] = /application\/json\r\n\r\n(\{.*?\})\r\n--/s.exec(text) ?? [];
    const { PathOnClient, FirstPublishLocationId } = JSON.parse(json);
    const start = body.indexOf('\r\n\r\n', body.indexOf('VersionData')) + 4;
    return this.attach(
      FirstPublishLocationId,
      PathOnClient,
      body.subarray(start, body.lastIndexOf('\r\n--')),
    );
  }

  #query(soql: string): unknown[] | undefined {
    const [, caseId] = /^SELECT Id FROM Case WHERE Id = '(\w+)'$/.exec(soql) ?? [];
    if (caseId !== undefined) return this.cases.has(caseId) ? [{ Id: caseId }] : [];
    const [, entity] =
      /^SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = '(\w+)'$/.exec(soql) ?? [];
    if (entity !== undefined)
      return this.#versions
        .filter(({ FirstPublishLocationId }) => FirstPublishLocationId === entity)
        .map(({ ContentDocumentId }) => ({ ContentDocumentId }));
    const [, parent, author] =
      /^SELECT Body FROM FeedItem WHERE ParentId = '(\w+)' AND CreatedById = '(\w+)'$/.exec(soql) ?? [];
    if (parent !== undefined)
      return this.posts.filter((post) => post.ParentId === parent && post.CreatedById === author);
    const [, where = ''] = /^SELECT [\w, ]+ FROM ContentVersion WHERE (.*)$/.exec(soql) ?? [];
    const [, version] = /^Id = '(\w+)'$/.exec(where) ?? [];
    if (version !== undefined) return this.#versions.filter(({ Id }) => Id === version).map(shown);
    const [, among] = /ContentDocumentId IN \('([^)]+)'\)/.exec(where) ?? [];
    if (among !== undefined) {
      const wanted = among.split("', '");
      return this.#versions.filter((one) => wanted.includes(one.ContentDocumentId)).map(shown);
    }
    const [, since = '1970-01-01T00:00:00Z'] = /SystemModstamp >= (\S+)/.exec(where) ?? [];
    const [, limit, offset] = /LIMIT (\d+) OFFSET (\d+)$/.exec(where) ?? [];
    if (limit === undefined || !where.startsWith('IsLatest = true')) return undefined;
    return this.#versions
      .filter(({ SystemModstamp }) => Date.parse(SystemModstamp) >= Date.parse(since))
      .slice(Number(offset), Number(offset) + Number(limit))
      .map(shown);
  }
}

function shown({ content: _, ...row }: Version) {
  return row;
}
