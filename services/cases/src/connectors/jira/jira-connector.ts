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

export interface JiraOptions {
  readonly id: string;
  readonly tenantId: string;
  /** E.g. `https://example.atlassian.net/`. */
  readonly baseUrl: string;
  /** Cloud: the account's address and an API token. Data Center: only a personal access token. */
  readonly account?: string;
  readonly token: string;
  /** Key of the project. */
  readonly project: string;
  readonly network?: 'public' | 'private';
  /** Whether it is a project of Jira Service Management, where customers read comments that are not internal. */
  readonly serviceManagement?: boolean;
  readonly language?: Language;
}

const mostIssues = 50;
const api = ['rest', 'api', '2'] as const;
const residual = ['mail-copies', 'backups', 'content-delivery', 'search-index'] as const;

/**
 * Jira and Jira Service Management by the REST API 2, which Data Center and Cloud share but for the search. Tested against a fake made from the
 * public description of that API, never against a real Jira.
 *
 * Removal is claimed as P1: gone from pages and API. How long the store behind keeps bytes is nowhere promised.
 */
export function jiraConnector(options: JiraOptions): CaseConnector {
  return new JiraConnector(options);
}

class JiraConnector implements CaseConnector {
  readonly id: string;
  readonly tenantId: string;
  readonly #options: JiraOptions;
  readonly #http: CaseSystemHttp;
  #own: string | undefined;

  constructor(options: JiraOptions) {
    this.id = options.id;
    this.tenantId = options.tenantId;
    this.#options = options;
    if (!/^[A-Z][A-Z0-9_]*$/.test(options.project))
      throw new RangeError('a project has a key of capital letters');
    const { account, token } = options;
    const basic = Buffer.from(`${account}:${token}`).toString('base64');
    this.#http = new CaseSystemHttp({
      baseUrl: options.baseUrl,
      network: options.network ?? 'public',
      credentials: async () => ({
        authorization: account === undefined ? `Bearer ${token}` : `Basic ${basic}`,
      }),
    });
  }

  async capabilities(): Promise<ConnectorCapabilities> {
    const meta = objectOf(await this.#http.json({ method: 'GET', path: [...api, 'attachment', 'meta'] }));
    return {
      maxBytes: meta.enabled === true ? numberOf(meta.uploadLimit) : 0,
      purgeLevel: 'P1',
      residual,
      privateAttachments: false,
      sealedSuffix: '.pgp',
      idempotent: false,
    };
  }

  async poll(cursor: string | undefined, limit: number): Promise<PollPage> {
    return this.#options.account === undefined
      ? await this.#pollByOffset(cursor, limit)
      : await this.#pollByToken(cursor, limit);
  }

  /** Data Center. */
  async #pollByOffset(cursor: string | undefined, limit: number): Promise<PollPage> {
    const { since, offset } = readCursor(cursor);
    const answer = await this.#search(['search'], since, limit, { startAt: offset });
    const issues = listOf(answer.issues).map(objectOf);
    const more = issues.length > 0 && offset + issues.length < numberOf(answer.total);
    const told = { count: issues.length, lastChange: lastChangeOf(issues), more };
    return {
      attachments: issues.flatMap(attachmentsOfIssue),
      cursor: nextCursor({ since, offset }, told),
      more,
    };
  }

  /**
   * Cloud, which has no offsets since 2025 (CHANGE-2046 of its changelog): a page names the next one by a token. Tokens end after some
   * days; a run whose token is refused begins anew.
   */
  async #pollByToken(cursor: string | undefined, limit: number): Promise<PollPage> {
    const [, token, begun = ''] = /^page=([^;]+);(.*)$/.exec(cursor ?? '') ?? [];
    const since = token === undefined ? readCursor(cursor).since : begun || undefined;
    const ask = async (more: JsonObject) => await this.#search(['search', 'jql'], since, limit, more);
    const answer =
      token === undefined
        ? await ask({})
        : await ask({ nextPageToken: decodeURIComponent(token) }).catch(async (error: unknown) => {
            if (error instanceof CaseSystemError && error.code === 'case-system/unexpected')
              return await ask({});
            throw error;
          });
    const issues = listOf(answer.issues).map(objectOf);
    const next = answer.nextPageToken;
    const told = { count: issues.length, lastChange: lastChangeOf(issues), more: false };
    // An empty page with a token behind it has been seen to go on for ever.
    const more = typeof next === 'string' && issues.length > 0;
    return {
      attachments: issues.flatMap(attachmentsOfIssue),
      cursor: more
        ? `page=${encodeURIComponent(next)};${since ?? ''}`
        : nextCursor({ since, offset: 0 }, told),
      more,
    };
  }

  /** Issues that changed from `since` on, the earliest change first. */
  async #search(
    path: readonly string[],
    since: string | undefined,
    limit: number,
    more: JsonObject,
  ): Promise<JsonObject> {
    // JQL takes milliseconds since 1970; its other form of a time is in the time zone of the account.
    const changed = since === undefined ? '' : ` AND updated >= ${Date.parse(since)}`;
    return objectOf(
      await this.#http.exchangeJson(
        { method: 'POST', path: [...api, ...path] },
        {
          jql: `project = "${this.#options.project}"${changed} ORDER BY updated ASC, key ASC`,
          maxResults: Math.min(limit, mostIssues),
          fields: ['attachment', 'updated'],
          ...more,
        },
      ),
    );
  }

  cursorSince(sinceMs: number): string {
    return cursorSince(sinceMs);
  }

  async list(caseRef: string): Promise<readonly RemoteAttachment[]> {
    return attachmentsOf(caseRef, await this.#fields(caseRef, 'attachment'));
  }

  async open(attachment: RemoteAttachment): Promise<AsyncIterable<Uint8Array>> {
    await this.#expectThere(attachment);
    const path = ['secure', 'attachment', attachment.id, attachment.name];
    return await this.#http.download({ method: 'GET', path, redirects: 'follow' }, attachment.sizeBytes);
  }

  async put(caseRef: string, file: OutgoingFile): Promise<RemoteAttachment> {
    expectKey(caseRef);
    const form = fileForm('file', file.name, file.mediaType, {
      sizeBytes: file.sizeBytes,
      bytes: await file.bytes(),
    });
    const answer = await this.#http.json({
      method: 'POST',
      path: [...api, 'issue', caseRef, 'attachments'],
      // Without the second one Jira takes the form for an attack from another site.
      fields: { 'content-type': form.contentType, 'x-atlassian-token': 'no-check' },
      body: form,
    });
    const [put] = listOf(answer);
    return remote(caseRef, objectOf(put));
  }

  async remove(attachment: RemoteAttachment): Promise<PurgeReceipt> {
    await this.#expectThere(attachment);
    const { body } = await this.#http.send({ method: 'DELETE', path: [...api, 'attachment', attachment.id] });
    body.destroy();
    return { level: 'P1', residual };
  }

  /** The list, the metadata, the file and its thumbnail, with our rights and as a stranger. */
  async probe(attachment: RemoteAttachment): Promise<Probe> {
    const { id, name } = attachment;
    const there = await this.list(attachment.caseRef);
    if (there.some((one) => isSameAttachment(one, attachment))) return { present: true };
    if (!isId(id)) return { present: false, level: 'P1', residual };
    const addresses = [
      [...api, 'attachment', id],
      ['secure', 'attachment', id, name],
      ['secure', 'thumbnail', id, name],
    ];
    for (const path of addresses)
      for (const sign of ['with', 'without'] as const) {
        const { status, body } = await this.#http.ask({ method: 'GET', path, sign });
        body.destroy();
        // A redirect of our own request leads to the file; a stranger's leads to the sign-in page.
        if (status < 300 || (status < 400 && sign === 'with')) return { present: true };
      }
    return { present: false, level: 'P1', residual };
  }

  async note(caseRef: string, { text, visibility }: OutgoingNote): Promise<void> {
    expectKey(caseRef);
    const internal = [{ key: 'sd.public.comment', value: { internal: visibility === 'private' } }];
    await this.#http.exchangeJson(
      { method: 'POST', path: [...api, 'issue', caseRef, 'comment'] },
      { body: verbatim(text), ...(this.#options.serviceManagement ? { properties: internal } : {}) },
    );
  }

  /** Only comments of our own account count: anybody can write a key. */
  async hasNote(caseRef: string, key: string): Promise<boolean> {
    const { comment } = await this.#fields(caseRef, 'comment');
    const own = await this.#account();
    return listOf(objectOf(comment).comments)
      .map(objectOf)
      .some(({ author, body }) => accountOf(author) === own && textOf(body).includes(`[harrier ${key}]`));
  }

  async language(): Promise<Language> {
    return this.#options.language ?? 'en';
  }

  async #fields(caseRef: string, fields: 'attachment' | 'comment'): Promise<JsonObject> {
    expectKey(caseRef);
    const answer = await this.#http.json({
      method: 'GET',
      path: [...api, 'issue', caseRef],
      query: { fields },
    });
    return objectOf(objectOf(answer).fields);
  }

  async #expectThere(attachment: RemoteAttachment): Promise<void> {
    const there = isId(attachment.id) ? await this.list(attachment.caseRef) : [];
    if (!there.some((one) => isSameAttachment(one, attachment)))
      throw new CaseSystemError('case-system/not-found', 'the attachment is not in the issue');
  }

  async #account(): Promise<string> {
    this.#own ??= accountOf(await this.#http.json({ method: 'GET', path: [...api, 'myself'] }));
    return this.#own;
  }
}

/** Cloud knows people by `accountId`, Data Center by `key`. */
function accountOf(value: unknown): string {
  const { accountId, key } = objectOf(value);
  return textOf(accountId ?? key);
}

function lastChangeOf(issues: readonly JsonObject[]): string | undefined {
  const last = issues.at(-1);
  return last && new Date(instantOf(objectOf(last.fields).updated)).toISOString();
}

function attachmentsOfIssue({ key, fields }: JsonObject): RemoteAttachment[] {
  return attachmentsOf(textOf(key), objectOf(fields));
}

function attachmentsOf(caseRef: string, fields: JsonObject): RemoteAttachment[] {
  return listOf(fields.attachment ?? []).map((attachment) => remote(caseRef, objectOf(attachment)));
}

function remote(caseRef: string, { id, filename, size, created }: JsonObject): RemoteAttachment {
  return {
    caseRef,
    id: String(numberOf(id)),
    name: textOf(filename),
    sizeBytes: numberOf(size),
    createdMs: instantOf(created),
  };
}

/** As it is, whatever stands in it: no markup, links, images or mentions. A word joiner keeps the text from ending it. */
function verbatim(text: string): string {
  return `{noformat}\n${text.replaceAll('{noformat', '{\u2060noformat')}\n{noformat}`;
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}

function expectKey(text: string): void {
  if (!/^[A-Z][A-Z0-9_]*-[1-9]\d*$/.test(text))
    throw new CaseSystemError('case-system/not-found', 'Jira has no such issue key');
}
