/** A path as facts name it: no query, ids as `{id}`, so that requests for two users have one. */
export interface UrlPlace {
  /** Host and port, lower case; `''` where the URL has none. */
  readonly host: string;
  /** Begins with `/`; `''` where the URL has no host. */
  readonly path: string;
}

/** A longer path is cut in the middle of nowhere anyway. */
const MAX_PATH_CHARS = 160;

/**
 * Host and path template of a URL. Holds no credential: no userinfo, query or fragment; segments that look like ids,
 * tokens, addresses of people or telephone numbers become `{id}`. Never throws.
 */
export function urlPlace(url: string): UrlPlace {
  const match = /^[a-z][\w+.-]{0,30}:\/\/([^/?#]{0,1000})([^?#]*)/i.exec(url);
  if (match === null) return { host: '', path: '' };
  const authority = match[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const path = (match[2] ?? '')
    .slice(0, 4 * MAX_PATH_CHARS)
    .split('/')
    .map((segment) => (looksLikeId(segment) ? '{id}' : segment))
    .join('/');
  const shown = path === '' ? '/' : path;
  return { host, path: shown.length > MAX_PATH_CHARS ? `${shown.slice(0, MAX_PATH_CHARS - 1)}…` : shown };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{11,12}$/i;

/** Digits, the signs of an address and of matrix parameters: a segment without any is a word. */
const unlikeAWord = /[\d@;%]/;

function looksLikeId(segment: string): boolean {
  if (!unlikeAWord.test(segment)) return false;
  if (/^\d+$/.test(segment) || uuid.test(segment)) return true;
  const decoded = segment.replace(/%40/gi, '@').replace(/%2B/gi, '+');
  // A person's address, or a telephone number.
  if (/^[^@\s]+@[^@\s]+$/.test(decoded) || /^\+?\d[\d().\s-]{5,}$/.test(decoded)) return true;
  // Matrix parameters carry session ids: `;jsessionid=…`.
  if (segment.includes(';')) return true;
  if (/^[0-9a-f]{12,}$/i.test(segment) && /\d/.test(segment)) return true;
  // Names of files keep their dot, words their vowels; tokens mix digits and both cases over a long run.
  const run = segment.replace(/\.[a-z0-9]{1,5}$/i, '');
  return run.length >= 20 && /\d/.test(run) && /[A-Z]/.test(run) && /[a-z]/.test(run);
}
