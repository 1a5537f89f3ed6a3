/** Scheme of an absolute URL, lower case; `''` = none. */
export function schemeOf(url: string): string {
  return /^([A-Za-z][A-Za-z0-9+.-]{0,30}):/.exec(url)?.[1]?.toLowerCase() ?? '';
}

/** Host and port, lower case, without userinfo. RFC 3986 §3.2. */
export function hostOf(url: string): string {
  const authority = /^[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/([^/?#\\]*)/.exec(url)?.[1] ?? '';
  return authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
}

/** A host without its port. */
export function withoutPort(host: string): string {
  return host.replace(/:[0-9]{0,5}$/, '');
}

/** What free text looks at: host, path and query, without scheme and fragment. */
export function addressOf(url: string): string {
  const at = url.indexOf('://');
  const start = at === -1 || at > 30 ? 0 : at + 3;
  const end = url.indexOf('#', start);
  return url.slice(start, end === -1 ? undefined : end);
}
