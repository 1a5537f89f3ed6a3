import type { ChromeCookie, ChromeEntry, ChromeInitiator, NameValue } from '../chrome/chrome-har.ts';
import { chromeEntry, type Exchange } from '../chrome/exchange.ts';
import { requestFields, responseFields } from '../chrome/header-fields.ts';
import { type Random, seededRandom } from '../generate/random.ts';

/** A HAR as any program may leave it behind; nothing in it is certain. */
export type AnyHar = { readonly log?: { readonly entries?: readonly unknown[] } & Record<string, unknown> };

/** A credential in the capture. It is removed when no place of its entry gives it away any more. */
export interface Plant {
  readonly class: string;
  /** By which way it went in. */
  readonly carrier: string;
  readonly needle: string;
  /** Its entry, or undefined: outside entries. */
  readonly entry: number | undefined;
}

/** Something that a support engineer needs, and nobody can log in with. */
export interface Probe {
  readonly class: string;
  readonly what: string;
  readonly holds: (capture: ReadCapture) => boolean;
}

/** A capture as the judge reads it. */
export interface ReadCapture {
  readonly har: AnyHar;
  entry(index: number): ReadEntry;
  /** All texts of an entry, every encoding undone; of what is outside entries without an index. */
  texts(index: number | undefined): readonly string[];
}

/** As much of an entry as probes look at; whatever is missing reads as undefined. */
export interface ReadEntry {
  /** The value at a path of member names and positions. */
  at(...path: readonly (string | number)[]): unknown;
  /** The first header field of this name, in any case. */
  field(side: 'request' | 'response', name: string): string | undefined;
  /** All texts below a path, every encoding undone. */
  texts(...path: readonly (string | number)[]): readonly string[];
}

/** One exchange of the contest; everything has a default, so that a carrier says only what it is about. */
export interface Draft {
  readonly method?: string;
  readonly url?: string;
  readonly requestFields?: readonly NameValue[];
  readonly responseFields?: readonly NameValue[];
  readonly cookies?: readonly (Partial<ChromeCookie> & NameValue)[];
  readonly sentType?: string;
  readonly sent?: string;
  readonly params?: readonly NameValue[];
  readonly status?: number;
  readonly statusText?: string;
  readonly mimeType?: string;
  readonly body?: string;
  readonly encoding?: 'base64';
  readonly responseCookies?: readonly (Partial<ChromeCookie> & NameValue)[];
  readonly redirectURL?: string;
  readonly type?: string;
  readonly initiator?: ChromeInitiator;
  /** Members that the entry has besides Chrome's usual ones. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** What one carrier adds to the capture. */
export interface Grower {
  readonly random: Random;
  /** Adds an exchange and gives its index. */
  add(draft: Draft): number;
  /** Adds an exchange with a credential in it. */
  plant(group: string, carrier: string, needle: string | readonly string[], draft: Draft): number;
  /** Says of a credential that is there already that it stands in this entry, too. */
  mark(group: string, carrier: string, needle: string, entry: number | undefined): void;
  probe(group: string, what: string, holds: Probe['holds']): void;
  /** Adds to the comment of the log. */
  comment(text: string): void;
  /** Adds a page. */
  page(title: string): void;
}

/** A family of places where credentials stand, or of things to keep. */
export type Carrier = (grower: Grower) => void;

/** A capture with everything in it that the contest asks for, and the questions. */
export interface Contest {
  readonly har: AnyHar;
  readonly plants: readonly Plant[];
  readonly probes: readonly Probe[];
}

export const portalOrigin = 'https://portal.example.test';
export const apiOrigin = 'https://api.example.test';

const startEpochMs = Date.UTC(2026, 4, 4, 8, 30, 0);

/** Grows the capture; the same seed gives the same one. */
export function growContest(seed: number, carriers: readonly Carrier[]): Contest {
  const random = seededRandom(seed);
  const entries: Record<string, unknown>[] = [];
  const plants: Plant[] = [];
  const probes: Probe[] = [];
  const comments: string[] = [];
  const pages = [page('Portal', 0)];
  const grower: Grower = {
    random,
    add: (draft) => {
      entries.push(entryOf(draft, entries.length));
      return entries.length - 1;
    },
    plant: (group, carrier, needles, draft) => {
      const entry = grower.add(draft);
      for (const needle of [needles].flat()) grower.mark(group, carrier, needle, entry);
      return entry;
    },
    mark: (group, carrier, needle, entry) => plants.push({ class: group, carrier, needle, entry }),
    probe: (group, what, holds) => probes.push({ class: group, what, holds }),
    comment: (text) => comments.push(text),
    page: (title) => pages.push(page(title, pages.length)),
  };
  for (const carrier of carriers) carrier(grower);
  return {
    har: {
      log: {
        version: '1.2',
        creator: { name: 'WebInspector', version: '537.36' },
        pages,
        entries,
        ...(comments.length === 0 ? {} : { comment: comments.join(' ') }),
      },
    },
    plants,
    probes,
  };
}

function page(title: string, at: number) {
  return {
    startedDateTime: new Date(startEpochMs + at).toISOString(),
    id: `page_${at + 1}`,
    title,
    pageTimings: { onContentLoad: 412.3, onLoad: 988.1 },
  };
}

function entryOf(draft: Draft, index: number): Record<string, unknown> {
  const url = draft.url ?? `${apiOrigin}/v1/items/${index}`;
  const method = draft.method ?? (draft.sent === undefined ? 'GET' : 'POST');
  const type = draft.type ?? 'xhr';
  const cookies = (draft.cookies ?? []).map(wholeCookie);
  const exchange: Exchange = {
    startEpochMs: startEpochMs + index * 137,
    method,
    url,
    resourceType: type,
    initiator: draft.initiator ?? { type: 'script' },
    requestFields: withFields(
      requestFields(
        {
          url: new URL(url),
          method,
          accept: 'application/json',
          destination: 'empty',
          origin: portalOrigin,
          cookies,
          ...(draft.sent === undefined ? {} : { contentType: draft.sentType ?? 'application/json' }),
        },
        'full',
      ),
      draft.requestFields,
    ),
    cookies,
    ...(draft.sent === undefined
      ? {}
      : { sent: { mimeType: draft.sentType ?? 'application/json', text: draft.sent } }),
    answer: {
      status: draft.status ?? 200,
      ...(draft.statusText === undefined ? {} : { statusText: draft.statusText }),
      fields: withFields(
        responseFields(
          {
            mimeType: draft.mimeType ?? 'application/json',
            dateEpochMs: startEpochMs + index * 137,
            etag: 'W/1',
            origin: portalOrigin,
          },
          'few',
        ),
        draft.responseFields,
      ),
      mimeType: draft.mimeType ?? 'application/json',
      text: draft.body ?? '{"ok":true}',
      ...(draft.encoding === undefined ? {} : { encoding: draft.encoding }),
    },
    phases: { queueing: 1.1, wait: 40 + (index % 17), receive: 2.25 },
    connectionId: '4101',
    serverAddress: '192.0.2.10',
  };
  const entry = chromeEntry(exchange);
  return { ...entry, ...additions(entry, draft), ...draft.extra };
}

function additions(entry: ChromeEntry, draft: Draft): Record<string, unknown> {
  const { request, response } = entry;
  return {
    request: {
      ...request,
      ...(draft.params === undefined ? {} : { postData: { ...request.postData, params: draft.params } }),
    },
    response: {
      ...response,
      cookies: (draft.responseCookies ?? []).map(wholeCookie),
      redirectURL: draft.redirectURL ?? '',
    },
  };
}

/** Fields of a carrier replace those that Chrome sends anyway. */
function withFields(usual: readonly NameValue[], more: readonly NameValue[] = []): NameValue[] {
  const replaced = new Set(more.map(({ name }) => name.toLowerCase()));
  return [...usual.filter(({ name }) => !replaced.has(name)), ...more];
}

function wholeCookie(cookie: Partial<ChromeCookie> & NameValue): ChromeCookie {
  return {
    path: '/',
    domain: 'api.example.test',
    expires: '2026-12-01T00:00:00.000Z',
    httpOnly: true,
    secure: true,
    ...cookie,
  };
}

/** `name: value`, as a list of fields is written. */
export function field(name: string, value: string): NameValue {
  return { name, value };
}
