import type { Field } from '@harrier/har';

/** One policy: its directives by their names, each with its sources. */
type Policy = ReadonlyMap<string, readonly string[]>;

/** Which directives rule a kind of resource, the exact first. CSP level 3 §6.1, §6.8.3. */
const directives: Readonly<Record<string, readonly string[]>> = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  stylesheet: ['style-src-elem', 'style-src', 'default-src'],
  image: ['img-src', 'default-src'],
  font: ['font-src', 'default-src'],
  media: ['media-src', 'default-src'],
  manifest: ['manifest-src', 'default-src'],
  document: ['frame-src', 'child-src', 'default-src'],
  xhr: ['connect-src', 'default-src'],
  fetch: ['connect-src', 'default-src'],
  websocket: ['connect-src', 'default-src'],
  eventsource: ['connect-src', 'default-src'],
  ping: ['connect-src', 'default-src'],
};

/**
 * The directive of a page's policies that keeps a resource from being loaded; undefined where none does for certain: nonces,
 * hashes and `strict-dynamic` may allow what the list of sources does not. Policies that only report do not count.
 */
export function refusingDirective(
  fields: readonly Field[],
  pageUrl: string,
  resourceType: string,
  url: string,
): string | undefined {
  if (!URL.canParse(url) || !URL.canParse(pageUrl)) return undefined;
  for (const policy of policiesIn(fields)) {
    const name = (directives[resourceType] ?? []).find((directive) => policy.has(directive));
    const sources = name === undefined ? undefined : policy.get(name);
    if (name === undefined || sources === undefined) continue;
    if (sources.some((source) => /^'(?:nonce-|sha\d{3}-|strict-dynamic)/i.test(source))) continue;
    if (!sources.some((source) => matches(source, new URL(url), new URL(pageUrl)))) return name;
  }
  return undefined;
}

function policiesIn(fields: readonly Field[]): Policy[] {
  return fields
    .filter(({ name }) => name.toLowerCase() === 'content-security-policy')
    .flatMap(({ value }) => value.slice(0, 16_384).split(','))
    .map((text) => {
      const policy = new Map<string, readonly string[]>();
      for (const part of text.split(';')) {
        const [name = '', ...sources] = part.trim().split(/\s+/);
        // The first of two equal directives counts. CSP §4.1.
        if (name !== '' && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
      }
      return policy;
    });
}

/** CSP §6.7.2. */
function matches(source: string, url: URL, page: URL): boolean {
  const text = source.toLowerCase();
  if (text === '*') return /^(?:https?|wss?):$/.test(url.protocol) || url.protocol === page.protocol;
  if (text === "'self'")
    return url.hostname === page.hostname && samePort(url, page) && mayUpgrade(page, url);
  if (text.startsWith("'")) return false;
  if (/^[a-z][a-z0-9+.-]*:$/.test(text)) return mayUpgrade({ protocol: text }, url);
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^:/*]+)(?::(\d+|\*))?(\/[^?#]*)?$/.exec(text);
  if (match === null) return true;
  const [, scheme, host = '', port, path] = match;
  if (!mayUpgrade({ protocol: scheme === undefined ? page.protocol : `${scheme}:` }, url)) return false;
  const isHost =
    host === '*' || (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host);
  if (!isHost || !(port === '*' || (port === undefined ? url.port === '' : portOf(url) === port)))
    return false;
  if (path === undefined || path === '/') return true;
  return path.endsWith('/')
    ? url.pathname.toLowerCase().startsWith(path)
    : url.pathname.toLowerCase() === path;
}

function samePort(url: URL, page: URL): boolean {
  return portOf(url) === portOf(page) || (url.port === '' && page.port === '');
}

function portOf({ port, protocol }: URL): string {
  return port === '' ? (/^(?:https|wss):$/.test(protocol) ? '443' : '80') : port;
}

/** `http` allows `https`, both allow their WebSocket. CSP §6.7.2.10. */
function mayUpgrade({ protocol }: Pick<URL, 'protocol'>, url: URL): boolean {
  if (protocol === url.protocol) return true;
  const allowed: Readonly<Record<string, readonly string[]>> = {
    'http:': ['https:', 'ws:', 'wss:'],
    'https:': ['wss:'],
    'ws:': ['wss:', 'http:', 'https:'],
    'wss:': ['https:'],
  };
  return allowed[protocol]?.includes(url.protocol) ?? false;
}
