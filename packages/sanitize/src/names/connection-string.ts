/** Keywords whose values are secret, without blanks, in lower case. Source: ADO.NET, ODBC, Azure connection strings. */
const SECRET_KEYWORDS = new Set(
  'password pwd passwd accountkey sharedaccesskey sharedaccesssignature accesskey apikey'.split(' '),
);

/**
 * Where the secrets of a connection string stand, half-open: the password of a URL's userinfo, the values of
 * secret keywords; all of it when it shows neither form. Hosts, databases and user names stay.
 */
export function connectionSecrets(value: string): { readonly start: number; readonly end: number }[] {
  const scheme = value.indexOf('://');
  if (scheme >= 0) return userinfoPassword(value, scheme + 3);
  const found: { start: number; end: number }[] = [];
  let at = 0;
  for (const pair of value.split(';')) {
    const equals = pair.indexOf('=');
    const keyword = pair.slice(0, Math.max(0, equals)).replaceAll(' ', '').toLowerCase();
    if (SECRET_KEYWORDS.has(keyword)) {
      const text = pair.slice(equals + 1);
      const start = at + equals + 1 + text.length - text.trimStart().length;
      found.push({ start, end: start + text.trim().length });
    }
    at += pair.length + 1;
  }
  if (found.length === 0 && !value.includes(';')) found.push({ start: 0, end: value.length });
  return found;
}

function userinfoPassword(value: string, from: number): { start: number; end: number }[] {
  const stop = value.slice(from).search(/[\s?#]/);
  const authority = stop < 0 ? value.slice(from) : value.slice(from, from + stop);
  const end = authority.lastIndexOf('@');
  const colon = authority.indexOf(':');
  return colon < 0 || colon >= end ? [] : [{ start: from + colon + 1, end: from + end }];
}
