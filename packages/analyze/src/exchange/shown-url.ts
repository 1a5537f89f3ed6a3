/**
 * A URL without what may be a credential: no userinfo, no query, no fragment, and path segments that look like
 * tokens blanked. For facts and sentences; the table shows the URL itself.
 */
export function shownUrl(url: string): string {
  if (/^(?:data|blob|javascript):/i.test(url)) return `${url.slice(0, url.indexOf(':') + 1)}…`;
  const plain = url.replace(/[?#][\s\S]*$/, '').replace(/^([a-z][\w+.-]{0,30}:\/\/)[^/@]{0,500}@/i, '$1');
  const segments = plain.split('/').map((segment) => (looksLikeToken(segment) ? '…' : segment));
  const shown = segments.join('/');
  return shown.length > 200 ? `${shown.slice(0, 199)}…` : shown;
}

function looksLikeToken(segment: string): boolean {
  return (
    segment.length >= 24 &&
    /\d/.test(segment) &&
    /[A-Za-z]/.test(segment) &&
    !/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(segment) &&
    !/[.]/.test(segment) &&
    /^[\w~%+=-]+$/.test(segment)
  );
}
