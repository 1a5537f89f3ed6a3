import type { AnyHar } from '../contest-capture.ts';
import { type Members, mapEntries } from './members.ts';

/**
 * Names that a careful person would put on a list: those that the well-known web sanitizers tick from the start, and those
 * that their users asked for. Compared without case, `-`, `_` and brackets.
 */
const words = new Set(
  [
    'authorization proxy-authorization cookie set-cookie x-api-key api-key apikey x-auth-token x-access-token',
    'x-csrf-token x-xsrf-token csrf-token xsrf-token authenticity_token access_token id_token refresh_token token',
    'auth_token session_token bearer_token auth session session_id sid jsessionid phpsessid connect.sid password passwd',
    'pwd passphrase passcode pin otp new_password current_password user[password] secret client_secret private_key',
    'code code_verifier code_challenge assertion client_assertion SAMLRequest SAMLResponse state email appID challenge',
    'facetID fcParams serverData shdf usg vses2 x-client-data jwt key sig signature credential credentials',
  ]
    .join(' ')
    .split(' ')
    .map(folded),
);

function folded(name: string): string {
  return name.toLowerCase().replace(/[-_[\]]/g, '');
}

function isListed(name: unknown): boolean {
  return typeof name === 'string' && words.has(folded(name));
}

/**
 * A sanitizer as most are: a list of names, applied to header fields, cookies, parameters, URLs and JSON, and a constant in
 * place of what it finds. A JWT keeps its claims and loses its signature wherever it stands.
 */
export function wordList(har: AnyHar): AnyHar {
  const clean = mapEntries(har, (entry) => {
    const request = entry.request as Members;
    const response = entry.response as Members;
    const content = response.content as Members;
    const postData = request.postData as Members | undefined;
    return {
      ...entry,
      request: {
        ...request,
        url: cleanUrl(request.url),
        headers: cleanList(request.headers),
        cookies: cleanCookies(request.cookies),
        queryString: cleanList(request.queryString),
        ...(postData === undefined
          ? {}
          : {
              postData: { ...postData, text: cleanText(postData.text), params: cleanList(postData.params) },
            }),
      },
      response: {
        ...response,
        redirectURL: cleanUrl(response.redirectURL),
        headers: cleanList(response.headers),
        cookies: cleanCookies(response.cookies),
        content: { ...content, text: cleanText(content.text) },
      },
    };
  });
  return JSON.parse(JSON.stringify(clean).replace(/(eyJ[\w-]+\.eyJ[\w-]+\.)[\w-]+/g, '$1redacted'));
}

function constantFor(name: string): string {
  return `[${name} redacted]`;
}

function cleanList(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((item) => {
    const { name, value } = item as { name: string; value: unknown };
    if (isListed(name)) return { ...item, value: constantFor(name) };
    return {
      ...item,
      value: typeof value === 'string' && /^https?:|^\//.test(value) ? cleanUrl(value) : value,
    };
  });
}

/** The field `cookie` is on the list, so what was read out of it goes as a whole. */
function cleanCookies(cookies: unknown): unknown {
  if (!Array.isArray(cookies)) return cookies;
  return cookies.map((cookie: { name: string }) => ({ ...cookie, value: constantFor(cookie.name) }));
}

function cleanUrl(url: unknown): unknown {
  if (typeof url !== 'string') return url;
  return url.replace(/([?&#;])([^=&#?/;]+)=([^&#;]*)/g, (whole, sign: string, name: string) =>
    isListed(decoded(name)) ? `${sign}${name}=${encodeURIComponent(constantFor(name))}` : whole,
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function cleanText(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.stringify(cleanJson(JSON.parse(text)));
  } catch {
    return /^[\w.%+[\]-]+=/.test(text) ? String(cleanUrl(`?${text}`)).slice(1) : text;
  }
}

function cleanJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleanJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      isListed(name) && typeof child !== 'object' ? constantFor(name) : cleanJson(child),
    ]),
  );
}
