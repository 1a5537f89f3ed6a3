/** Which organisation a request concerns, and where it says so. */
export interface OrganisationRef {
  /** The organisation's UUID, lower case. */
  readonly id: string;
  readonly source: 'url' | 'query' | 'token' | 'body';
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const inPath = new RegExp(
  `/(?:customers|organizations|organisations|orgs|org|tenants)/(${uuid})(?=[/?#]|$)`,
  'i',
);
const restIdInPath = /\/(?:organizations|orgs)\/(Y2lzY29zcGFyazovL[A-Za-z0-9+/_-]{20,200}={0,2})(?=[/?#]|$)/;
const inQuery = new RegExp(
  `[?&](?:orgId|org_id|organizationId|organisationId|customerId|tenantId)=(${uuid})(?=[&#]|$)`,
  'i',
);
const restIdInQuery = /[?&](?:orgId|organizationId)=(Y2lzY29zcGFyazovL[\w%+/-]{20,300})(?=[&#]|$)/;
/** The tail of a bearer that names the organisation; only the tail is looked at. */
const tokenTail = new RegExp(`_[A-Za-z0-9]{4}_(${uuid})$`, 'i');
const inBody = new RegExp(
  `"(?:orgId|organizationId|organisationId|customerId)"\\s{0,8}:\\s{0,8}"(${uuid})"`,
  'i',
);

/** What the organisation is read from; bodies as text, where they are at hand. */
export interface OrganisationInput {
  readonly url: string;
  readonly authorization?: string;
  readonly requestText?: string;
  readonly responseText?: string;
}

/** The organisation of a request: the URL says it best, then its query, the token's tail, the bodies. */
export function findOrganisation(input: OrganisationInput): OrganisationRef | undefined {
  const fromUrl = organisationOfUrl(input.url);
  if (fromUrl !== undefined) return fromUrl;
  const tail = tokenTail.exec((input.authorization ?? '').trim().slice(-60));
  if (tail?.[1] !== undefined) return { id: tail[1].toLowerCase(), source: 'token' };
  for (const text of [input.requestText, input.responseText]) {
    const match = text === undefined ? null : inBody.exec(text.slice(0, 64 * 1024));
    if (match?.[1] !== undefined) return { id: match[1].toLowerCase(), source: 'body' };
  }
  return undefined;
}

/** The organisation that a URL alone names. */
export function organisationOfUrl(url: string): OrganisationRef | undefined {
  const path = inPath.exec(url)?.[1] ?? uuidOfRestId(restIdInPath.exec(url)?.[1]);
  if (path !== undefined) return { id: path.toLowerCase(), source: 'url' };
  const query = inQuery.exec(url)?.[1] ?? uuidOfRestId(restIdInQuery.exec(url)?.[1]);
  return query === undefined ? undefined : { id: query.toLowerCase(), source: 'query' };
}

/** REST ids are base64 of `ciscospark://<region>/ORGANIZATION/<uuid>`. */
function uuidOfRestId(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  try {
    const text = atob(decodeURIComponent(id).replaceAll('-', '+').replaceAll('_', '/'));
    return new RegExp(`/ORGANIZATION/(${uuid})$`, 'i').exec(text)?.[1];
  } catch {
    return undefined;
  }
}
