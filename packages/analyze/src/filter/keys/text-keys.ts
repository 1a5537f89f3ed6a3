import type { Entry, Field } from '@harrier/har';
import { extractTrackingIds } from '@harrier/tracking';
import type { TextKey, Texts } from './key.ts';
import { addressOf, hostOf, schemeOf, withoutPort } from './url-parts.ts';

/** Keys that look at texts. */
export const TEXT_KEYS: readonly TextKey[] = [
  {
    kind: 'text',
    key: 'text',
    origin: 'devtools',
    means: 'literal',
    needs: { url: true },
    // The host is part of the address, and columns have it.
    fromColumns: ({ index, i, row }) =>
      row?.url === undefined
        ? { whole: [], part: index.strings.get(index.columns.host[i]!), complete: false }
        : all(addressOf(row.url)),
    fromEntry: ({ entry }) => [addressOf(entry.request.url)],
  },
  {
    kind: 'text',
    key: 'url',
    origin: 'devtools',
    means: 'literal',
    needs: { url: true },
    fromColumns: ({ row }) => (row?.url === undefined ? NOT_HERE : all(row.url)),
    fromEntry: ({ entry }) => [entry.request.url],
  },
  {
    kind: 'text',
    key: 'scheme',
    origin: 'devtools',
    means: 'any-of',
    needs: { url: true },
    fromColumns: ({ row }) => (row?.url === undefined ? NOT_HERE : all(schemeOf(row.url))),
    fromEntry: ({ entry }) => [schemeOf(entry.request.url)],
  },
  {
    kind: 'text',
    key: 'domain',
    aliases: ['host'],
    origin: 'devtools',
    means: 'any-of',
    needs: {},
    fromColumns: ({ index, i }) => hosts(index.strings.get(index.columns.host[i]!)),
    fromEntry: ({ entry }) => hosts(hostOf(entry.request.url)).whole,
  },
  {
    kind: 'text',
    key: 'method',
    origin: 'devtools',
    means: 'any-of',
    needs: {},
    fromColumns: ({ index, i }) => all(index.strings.get(index.columns.method[i]!)),
    fromEntry: ({ entry }) => [entry.request.method],
  },
  {
    kind: 'text',
    key: 'mime-type',
    aliases: ['mime'],
    origin: 'devtools',
    means: 'any-of',
    needs: {},
    fromColumns: ({ index, i }) => all(knownType(index.strings.get(index.columns.mimeType[i]!))),
    fromEntry: ({ entry }) => [knownType((entry.response.content.mimeType ?? '').split(';')[0]!.trim())],
  },
  {
    kind: 'text',
    key: 'resource-type',
    aliases: ['type'],
    origin: 'devtools',
    means: 'any-of',
    needs: { entry: true },
    fromColumns: ({ index, i }) => {
      const written = index.strings.get(index.columns.resourceType[i]!);
      return written === '' ? NOT_HERE : all(written);
    },
    fromEntry: ({ entry }) => present(entry.resourceType),
  },
  {
    kind: 'text',
    key: 'priority',
    origin: 'devtools',
    means: 'any-of',
    needs: { entry: true },
    fromEntry: ({ entry }) => [...present(entry.priority), ...shownPriority(entry.priority)],
  },
  {
    kind: 'text',
    key: 'has-response-header',
    origin: 'devtools',
    means: 'equals',
    needs: { entry: true },
    fromEntry: ({ entry }) => entry.response.headers.map((field) => field.name),
  },
  {
    kind: 'text',
    key: 'has-request-header',
    origin: 'devtools',
    means: 'equals',
    needs: { entry: true },
    fromEntry: ({ entry }) => entry.request.headers.map((field) => field.name),
  },
  {
    kind: 'text',
    key: 'response-header-set-cookie',
    origin: 'devtools',
    means: 'literal',
    needs: { entry: true },
    fromEntry: ({ entry }) => valuesOf(entry.response.headers, 'set-cookie'),
  },
  cookieKey('set-cookie-name', (entry) => entry.response.cookies.map((cookie) => cookie.name)),
  cookieKey('set-cookie-value', (entry) => entry.response.cookies.map((cookie) => cookie.value)),
  cookieKey('set-cookie-domain', (entry) =>
    entry.response.cookies.flatMap((cookie) => withoutDot(cookie.domain ?? hostOf(entry.request.url))),
  ),
  cookieKey('cookie-name', (entry) => entry.request.cookies.map((cookie) => cookie.name)),
  cookieKey('cookie-value', (entry) => entry.request.cookies.map((cookie) => cookie.value)),
  cookieKey('cookie-path', (entry) => entry.request.cookies.flatMap((cookie) => present(cookie.path))),
  cookieKey('cookie-domain', (entry) =>
    entry.request.cookies.flatMap((cookie) => withoutDot(cookie.domain ?? '')),
  ),
  {
    kind: 'text',
    key: 'remote-ip',
    origin: 'firefox',
    means: 'contains',
    needs: { entry: true },
    fromEntry: ({ entry }) => present(entry.serverIPAddress),
  },
  {
    kind: 'text',
    key: 'protocol',
    origin: 'firefox',
    means: 'contains',
    needs: { entry: true },
    fromEntry: ({ entry }) => protocols(entry.response.httpVersion ?? entry.request.httpVersion),
  },
  {
    kind: 'text',
    key: 'cause',
    origin: 'firefox',
    means: 'contains',
    needs: { entry: true },
    fromEntry: ({ entry }) => [...present(entry.initiator?.type), ...present(entry.resourceType)],
  },
  {
    kind: 'text',
    key: 'initiator',
    origin: 'firefox',
    means: 'contains',
    needs: { entry: true },
    fromEntry: ({ entry }) => [
      ...present(entry.initiator?.url),
      ...(entry.initiator?.stack?.callFrames ?? []).map((frame) => frame.url),
    ],
  },
  {
    kind: 'text',
    key: 'header',
    origin: 'harrier',
    means: 'contains',
    named: 'needed',
    needs: { entry: true },
    fromEntry: ({ entry }, name) => [
      ...valuesOf(entry.request.headers, name),
      ...valuesOf(entry.response.headers, name),
    ],
  },
  {
    kind: 'text',
    key: 'req.header',
    origin: 'harrier',
    means: 'contains',
    named: 'needed',
    needs: { entry: true },
    fromEntry: ({ entry }, name) => valuesOf(entry.request.headers, name),
  },
  {
    kind: 'text',
    key: 'res.header',
    origin: 'harrier',
    means: 'contains',
    named: 'needed',
    needs: { entry: true },
    fromEntry: ({ entry }, name) => valuesOf(entry.response.headers, name),
  },
  {
    kind: 'text',
    key: 'query',
    origin: 'harrier',
    means: 'contains',
    named: 'needed',
    needs: { entry: true },
    fromEntry: ({ entry }, name) => valuesOf(entry.request.queryString, name),
  },
  {
    kind: 'text',
    key: 'body',
    origin: 'harrier',
    means: 'literal',
    needs: { entry: true, bodySides: ['request', 'response'] },
    fromEntry: ({ entry, bodies }) => [
      ...present(bodies?.request),
      ...present(bodies?.response),
      ...messages(entry, 'send'),
      ...messages(entry, 'receive'),
    ],
  },
  {
    kind: 'text',
    key: 'req.body',
    origin: 'harrier',
    means: 'literal',
    needs: { entry: true, bodySides: ['request'] },
    fromEntry: ({ entry, bodies }) => [...present(bodies?.request), ...messages(entry, 'send')],
  },
  {
    kind: 'text',
    key: 'res.body',
    origin: 'harrier',
    means: 'literal',
    needs: { entry: true, bodySides: ['response'] },
    fromEntry: ({ entry, bodies }) => [...present(bodies?.response), ...messages(entry, 'receive')],
  },
  {
    kind: 'text',
    key: 'tracking',
    aliases: ['trackingid'],
    origin: 'harrier',
    means: 'tracking',
    needs: { entry: true, row: true },
    // The response may carry another id than the column's, so a column can only say yes.
    fromColumns: ({ index, i, row }) => ({
      whole: [...present(index.strings.get(index.columns.trackingId[i]!)), ...present(row?.trackingId)],
      complete: false,
    }),
    fromEntry: ({ entry, row }) => [...present(row?.trackingId), ...trackingIds(entry)],
  },
  {
    kind: 'text',
    key: 'error',
    origin: 'harrier',
    means: 'contains',
    needs: { entry: true, row: true },
    fromColumns: ({ row }) => (row?.error == null ? NOT_HERE : { whole: [row.error], complete: false }),
    fromEntry: ({ entry, row }) => [...present(row?.error), ...present(entry.error)],
  },
  {
    kind: 'text',
    key: 'org',
    origin: 'harrier',
    means: 'contains',
    needs: { row: true },
    fromColumns: ({ row }) => (row?.org === undefined ? NOT_HERE : all(...present(row.org))),
    fromEntry: ({ row }) => present(row?.org),
  },
  {
    kind: 'text',
    key: 'page',
    origin: 'harrier',
    means: 'contains',
    needs: { entry: true },
    fromEntry: ({ entry }, _name, { pageTitles }) => [
      ...present(entry.pageref),
      ...present(pageTitles.get(entry.pageref ?? '')),
    ],
  },
];

/** DevTools compares cookies' parts as a whole. */
function cookieKey(key: string, read: (entry: Entry) => readonly string[]): TextKey {
  const needs = { entry: true } as const;
  return {
    kind: 'text',
    key,
    origin: 'devtools',
    means: 'equals',
    needs,
    fromEntry: ({ entry }) => read(entry),
  };
}

const NOT_HERE: Texts = { whole: [], complete: false };

function all(...whole: readonly string[]): Texts {
  return { whole, complete: true };
}

function present(text: string | null | undefined): string[] {
  return text == null || text === '' ? [] : [text];
}

/** DevTools knows hosts without their port; with one, the port is meant, too. */
function hosts(host: string): Texts {
  const bare = withoutPort(host);
  return bare === host ? all(host) : all(bare, host);
}

/** Chrome's placeholder for "no type". */
function knownType(type: string): string {
  return type.toLowerCase() === 'x-unknown' ? '' : type;
}

/** DevTools shows `VeryHigh` as Highest, and takes what it shows. */
function shownPriority(priority: string | undefined): string[] {
  const shown = { veryhigh: 'Highest', verylow: 'Lowest' }[priority?.toLowerCase() ?? ''];
  return present(shown);
}

/** Exporters write `h2`, `HTTP/2` or `http/2.0`; people search for any of them. */
function protocols(version: string | undefined): string[] {
  const match = /^(?:h|http\/)([23])(?:\.0)?$/i.exec(version ?? '');
  return match === null ? present(version) : [`h${match[1]}`, `http/${match[1]}.0`];
}

/** `.example.com` and `example.com` are the same cookie domain. RFC 6265 §5.2.3. */
function withoutDot(domain: string): string[] {
  return domain === '' ? [] : [domain, domain.startsWith('.') ? domain.slice(1) : `.${domain}`];
}

/** Values of a field in any case; an empty value is a value. */
function valuesOf(fields: readonly Field[], name: string): string[] {
  const wanted = name.toLowerCase();
  return fields.filter((field) => field.name.toLowerCase() === wanted).map((field) => field.value);
}

/** WebSocket and event-stream messages are bodies that came in pieces. */
function messages(entry: Entry, type: 'send' | 'receive'): string[] {
  const frames = (entry.webSocketMessages ?? []).filter((message) => message.type === type);
  const events = type === 'receive' ? (entry.eventSourceMessages ?? []) : [];
  return [...frames.map((frame) => frame.data), ...events.flatMap((event) => present(event.data))];
}

function trackingIds(entry: Entry): string[] {
  const { ids } = extractTrackingIds({
    requestHeaders: entry.request.headers,
    responseHeaders: entry.response.headers,
  });
  return ids.map(({ id }) => id.text);
}
