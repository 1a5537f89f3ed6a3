/** What is known of a status code beyond words. */
export interface StatusFacts {
  /** The reason phrase, or the name that its maker gave it. Never translated. */
  readonly phrase: string;
  /** Who defines it: `IANA` for the registry of HTTP, else a product. */
  readonly by: string;
  readonly source: string;
  /**
   * Whether the same request may well succeed when it is sent again unchanged: `later` after a wait, `yes` at once.
   * Only for methods that may be repeated.
   */
  readonly retry: 'yes' | 'later' | 'no' | undefined;
}

const registered = (phrase: string, source: string, retry?: StatusFacts['retry']): StatusFacts => ({
  phrase,
  by: 'IANA',
  source,
  retry,
});

/** Several products use it, and none of them defined it. */
const convention = 'de facto';

const vendor = (by: string, phrase: string, retry?: StatusFacts['retry']): StatusFacts => ({
  phrase,
  by,
  source: by === convention ? 'de facto' : `${by}, documentation`,
  retry,
});

/** The HTTP status codes that IANA has registered, by their number. The registration of 104 runs out unless it is renewed. */
const registeredStatuses = {
  '100': registered('Continue', 'RFC 9110 §15.2.1'),
  '101': registered('Switching Protocols', 'RFC 9110 §15.2.2'),
  '102': registered('Processing', 'RFC 2518 §10.1'),
  '103': registered('Early Hints', 'RFC 8297 §2'),
  '104': registered('Upload Resumption Supported', 'draft-ietf-httpbis-resumable-upload'),
  '200': registered('OK', 'RFC 9110 §15.3.1'),
  '201': registered('Created', 'RFC 9110 §15.3.2'),
  '202': registered('Accepted', 'RFC 9110 §15.3.3'),
  '203': registered('Non-Authoritative Information', 'RFC 9110 §15.3.4'),
  '204': registered('No Content', 'RFC 9110 §15.3.5'),
  '205': registered('Reset Content', 'RFC 9110 §15.3.6'),
  '206': registered('Partial Content', 'RFC 9110 §15.3.7'),
  '207': registered('Multi-Status', 'RFC 4918 §11.1'),
  '208': registered('Already Reported', 'RFC 5842 §7.1'),
  '226': registered('IM Used', 'RFC 3229 §10.4.1'),
  '300': registered('Multiple Choices', 'RFC 9110 §15.4.1'),
  '301': registered('Moved Permanently', 'RFC 9110 §15.4.2'),
  '302': registered('Found', 'RFC 9110 §15.4.3'),
  '303': registered('See Other', 'RFC 9110 §15.4.4'),
  '304': registered('Not Modified', 'RFC 9110 §15.4.5'),
  '305': registered('Use Proxy', 'RFC 9110 §15.4.6'),
  '306': registered('(Unused)', 'RFC 9110 §15.4.7'),
  '307': registered('Temporary Redirect', 'RFC 9110 §15.4.8'),
  '308': registered('Permanent Redirect', 'RFC 9110 §15.4.9'),
  '400': registered('Bad Request', 'RFC 9110 §15.5.1', 'no'),
  '401': registered('Unauthorized', 'RFC 9110 §15.5.2', 'no'),
  '402': registered('Payment Required', 'RFC 9110 §15.5.3', 'no'),
  '403': registered('Forbidden', 'RFC 9110 §15.5.4', 'no'),
  '404': registered('Not Found', 'RFC 9110 §15.5.5', 'no'),
  '405': registered('Method Not Allowed', 'RFC 9110 §15.5.6', 'no'),
  '406': registered('Not Acceptable', 'RFC 9110 §15.5.7', 'no'),
  '407': registered('Proxy Authentication Required', 'RFC 9110 §15.5.8', 'no'),
  '408': registered('Request Timeout', 'RFC 9110 §15.5.9', 'yes'),
  '409': registered('Conflict', 'RFC 9110 §15.5.10', 'no'),
  '410': registered('Gone', 'RFC 9110 §15.5.11', 'no'),
  '411': registered('Length Required', 'RFC 9110 §15.5.12', 'no'),
  '412': registered('Precondition Failed', 'RFC 9110 §15.5.13', 'no'),
  '413': registered('Content Too Large', 'RFC 9110 §15.5.14', 'no'),
  '414': registered('URI Too Long', 'RFC 9110 §15.5.15', 'no'),
  '415': registered('Unsupported Media Type', 'RFC 9110 §15.5.16', 'no'),
  '416': registered('Range Not Satisfiable', 'RFC 9110 §15.5.17', 'no'),
  '417': registered('Expectation Failed', 'RFC 9110 §15.5.18', 'no'),
  '418': registered('(Unused)', 'RFC 9110 §15.5.19', 'no'),
  '421': registered('Misdirected Request', 'RFC 9110 §15.5.20', 'yes'),
  '422': registered('Unprocessable Content', 'RFC 9110 §15.5.21', 'no'),
  '423': registered('Locked', 'RFC 4918 §11.3', 'later'),
  '424': registered('Failed Dependency', 'RFC 4918 §11.4', 'no'),
  '425': registered('Too Early', 'RFC 8470 §5.2', 'yes'),
  '426': registered('Upgrade Required', 'RFC 9110 §15.5.22', 'no'),
  '428': registered('Precondition Required', 'RFC 6585 §3', 'no'),
  '429': registered('Too Many Requests', 'RFC 6585 §4', 'later'),
  '431': registered('Request Header Fields Too Large', 'RFC 6585 §5', 'no'),
  '451': registered('Unavailable For Legal Reasons', 'RFC 7725 §3', 'no'),
  '500': registered('Internal Server Error', 'RFC 9110 §15.6.1', 'later'),
  '501': registered('Not Implemented', 'RFC 9110 §15.6.2', 'no'),
  '502': registered('Bad Gateway', 'RFC 9110 §15.6.3', 'later'),
  '503': registered('Service Unavailable', 'RFC 9110 §15.6.4', 'later'),
  '504': registered('Gateway Timeout', 'RFC 9110 §15.6.5', 'later'),
  '505': registered('HTTP Version Not Supported', 'RFC 9110 §15.6.6', 'no'),
  '506': registered('Variant Also Negotiates', 'RFC 2295 §8.1', 'no'),
  '507': registered('Insufficient Storage', 'RFC 4918 §11.5', 'later'),
  '508': registered('Loop Detected', 'RFC 5842 §7.2', 'no'),
  '510': registered('Not Extended', 'RFC 2774 §7', 'no'),
  '511': registered('Network Authentication Required', 'RFC 6585 §6', 'no'),
} as const;

/** What products answer without having registered it. `0` is no status: captures write it where no response came. */
const otherStatuses = {
  '0': { phrase: '(no response)', by: 'HAR', source: 'HAR 1.2, response', retry: undefined },
  '419': vendor('Laravel', 'Page Expired', 'no'),
  '420': vendor('Twitter', 'Enhance Your Calm', 'later'),
  '430': vendor('Shopify', 'Shopify Security Rejection', 'no'),
  '440': vendor('Microsoft IIS', 'Login Time-out', 'no'),
  '444': vendor('nginx', 'No Response', 'no'),
  '449': vendor('Microsoft', 'Retry With', 'no'),
  '450': vendor('Microsoft', 'Blocked by Windows Parental Controls', 'no'),
  '460': vendor('AWS Elastic Load Balancing', 'Client closed connection', 'later'),
  '463': vendor('AWS Elastic Load Balancing', 'X-Forwarded-For with too many addresses', 'no'),
  '464': vendor('AWS Elastic Load Balancing', 'Incompatible protocol', 'no'),
  '494': vendor('nginx', 'Request Header Too Large', 'no'),
  '495': vendor('nginx', 'SSL Certificate Error', 'no'),
  '496': vendor('nginx', 'SSL Certificate Required', 'no'),
  '497': vendor('nginx', 'HTTP Request Sent to HTTPS Port', 'no'),
  '498': vendor('Esri ArcGIS', 'Invalid Token', 'no'),
  '499': vendor('nginx', 'Client Closed Request', 'later'),
  '509': vendor('cPanel', 'Bandwidth Limit Exceeded', 'later'),
  '520': vendor('Cloudflare', 'Web Server Returned an Unknown Error', 'later'),
  '521': vendor('Cloudflare', 'Web Server Is Down', 'later'),
  '522': vendor('Cloudflare', 'Connection Timed Out', 'later'),
  '523': vendor('Cloudflare', 'Origin Is Unreachable', 'later'),
  '524': vendor('Cloudflare', 'A Timeout Occurred', 'later'),
  '525': vendor('Cloudflare', 'SSL Handshake Failed', 'no'),
  '526': vendor('Cloudflare', 'Invalid SSL Certificate', 'no'),
  '527': vendor('Cloudflare', 'Railgun Error', 'later'),
  '529': vendor('Qualys SSL Labs', 'Site is overloaded', 'later'),
  '530': vendor('Cloudflare', 'Error 1xxx', 'later'),
  '540': vendor('Shopify', 'Temporarily Disabled', 'later'),
  '561': vendor('AWS Elastic Load Balancing', 'Unauthorized', 'no'),
  '598': vendor(convention, 'Network Read Timeout Error', 'later'),
  '599': vendor(convention, 'Network Connect Timeout Error', 'later'),
} as const;

export const statusFacts = { ...registeredStatuses, ...otherStatuses };

/** A status code that has a page. */
export type StatusCode = keyof typeof statusFacts;

export const registeredStatusCodes = Object.keys(registeredStatuses) as readonly StatusCode[];

/** Interim responses, 204, 205 and 304 end with their header. Spec: RFC 9110 §6.4.1, §15.3.6. */
const withoutContent = /^1|^20[45]$|^304$/;

/** Caches may keep these even when the response names no lifetime. Spec: RFC 9110 §15.1, RFC 7725 §3. */
const keptByDefault = /^20[0346]$|^30[018]$|^4(?:0[45]|10|14|51)$|^501$/;

/** Caches must not keep these. Spec: RFC 6585 §3 to §6; an interim response is none that could be kept. */
const neverKept = /^1|^42[89]$|^431$|^511$/;

/** Whether a response with this code may carry content; undefined = its maker alone knows. */
export function mayCarryContent(code: StatusCode): boolean | undefined {
  return isRegistered(code) ? !withoutContent.test(code) : undefined;
}

/**
 * Whether a cache may keep a response with this code to a `GET`: `marked` only when the response says so; undefined where no
 * standard says it, and for `304`, which renews what the cache has.
 */
export function cacheability(code: StatusCode): 'yes' | 'marked' | 'no' | undefined {
  if (!isRegistered(code) || code === '304') return undefined;
  if (neverKept.test(code)) return 'no';
  return keptByDefault.test(code) ? 'yes' : 'marked';
}

/** In use, and with a meaning that a standard gives it. */
function isRegistered(code: StatusCode): boolean {
  return Object.hasOwn(registeredStatuses, code) && statusFacts[code].phrase !== '(Unused)';
}
