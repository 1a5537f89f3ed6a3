import type { Field } from '../../entry/model.ts';
import { fieldValue } from './http-message.ts';

/** A request line taken apart. */
export interface RequestLine {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
}

/** `GET http://example.com/ HTTP/1.1`; blanks inside the target belong to it. RFC 9112 §3. */
export function parseRequestLine(line: string): RequestLine {
  const [, method, rest = ''] = /^(\S+) +(.*)/s.exec(line.trimEnd()) ?? [];
  if (method === undefined) return { method: line.trim(), target: '', httpVersion: '' };
  const blank = rest.lastIndexOf(' ');
  const httpVersion = rest.slice(blank + 1);
  return blank >= 0 && /^HTTP\/[\d.]+$/.test(httpVersion)
    ? { method, target: rest.slice(0, blank).trimEnd(), httpVersion }
    : { method, target: rest, httpVersion: '' };
}

/**
 * The absolute URL of a request, without fragment. A proxy sees the absolute form; CONNECT has
 * host and port; a request inside a tunnel or to a reverse proxy has only the path. `isSecure`: the
 * session's flags or its tunnel say so.
 */
export function requestUrl(
  { method, target }: RequestLine,
  fields: readonly Field[],
  isSecure: boolean,
  hostIP: string | undefined,
): string {
  const withoutFragment = target.replace(/#.*$/s, '');
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(withoutFragment)) return withoutFragment;
  if (method === 'CONNECT') {
    const [, host = withoutFragment, port] = /^(.*):(\d+)$/.exec(withoutFragment) ?? [];
    if (port === '80') return `http://${host}/`;
    return port === undefined || port === '443' ? `https://${host}/` : `https://${host}:${port}/`;
  }
  const host = fieldValue(fields, 'host') ?? fieldValue(fields, ':authority') ?? hostIP;
  if (host === undefined || host === '') return withoutFragment;
  const path = withoutFragment === '*' ? '/' : withoutFragment;
  return `${isSecure ? 'https' : 'http'}://${host}${path.startsWith('/') ? '' : '/'}${path}`;
}

/** The query's parameters as they stand in the URL, not decoded. */
export function queryString(url: string): Field[] {
  const start = url.indexOf('?');
  if (start < 0 || start === url.length - 1) return [];
  return url
    .slice(start + 1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0
        ? { name: pair, value: '' }
        : { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
    });
}
