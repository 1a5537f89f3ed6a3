/** Pages of the case area that need nothing but their name. */
export const plainPages = [
  'cases',
  'exceptions',
  'vault',
  'connectors',
  'audit',
  'administration',
  'account',
] as const;
export type PlainPage = (typeof plainPages)[number];

/**
 * Where somebody is in the case area. `setup`, `password`, `upload` and `consent` come by a link that holds a
 * token; `sign-in` is where the server sends a browser whose sign-in elsewhere was refused, with the code of the reason.
 */
export type CasePlace =
  | { readonly page: PlainPage }
  | { readonly page: 'case'; readonly id: string }
  | { readonly page: 'exception'; readonly id: string }
  | { readonly page: 'sign-in'; readonly code: string }
  | { readonly page: TokenPage; readonly token: string };

const tokenPages = ['setup', 'password', 'upload', 'consent'] as const;
type TokenPage = (typeof tokenPages)[number];

/** The part of an address behind its `#`. Browsers send it to nobody, so tokens are safe in it. */
export function hashOf(place: CasePlace): string {
  switch (place.page) {
    case 'case':
    case 'exception':
      return `#${place.page}=${encodeURIComponent(place.id)}`;
    case 'sign-in':
      return `#sign-in=${place.code}`;
    case 'setup':
    case 'password':
    case 'upload':
    case 'consent':
      return `#${place.page}=${place.token}`;
    default:
      return `#${place.page}`;
  }
}

/** Reads it; undefined = it leads to somewhere else. */
export function readPlace(hash: string): CasePlace | undefined {
  const [, name = '', value] = /^#([a-z-]+)(?:=(.{1,300}))?$/s.exec(hash) ?? [];
  if (value === undefined) {
    const page = plainPages.find((one) => one === name);
    return page === undefined ? undefined : { page };
  }
  const tokenPage = tokenPages.find((one) => one === name);
  if (tokenPage !== undefined) return /^[\w-]+$/.test(value) ? { page: tokenPage, token: value } : undefined;
  if (name === 'sign-in') return /^[a-z/-]+$/.test(value) ? { page: name, code: value } : undefined;
  if (name !== 'case' && name !== 'exception') return undefined;
  const id = decoded(value);
  return id === undefined ? undefined : { page: name, id };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
