import { nameMeaning } from '../names/name-meaning.ts';
import { parseBasic } from '../pseudonyms/basic.ts';
import { isChosenOrDrawn } from '../values/chosen.ts';
import { looksRandom } from '../values/looks-random.ts';
import { isPlaceholder } from '../values/placeholder.ts';
import { isPlainWords } from '../values/plain-words.ts';
import type { ShapeRow, ShapeScan } from './shape-row.ts';

const SCHEMES = 'https://www.rfc-editor.org/rfc/rfc9110#section-11';
const OAUTH = 'https://www.rfc-editor.org/rfc/rfc6749';

/** Code and prose follow these names too (`access_token=e.token`); a value must look drawn by a machine. */
const isDrawn = (secret: string): boolean => looksRandom(secret) && !isPlaceholder(secret);

/** What settings in pairs of quoted words call a credential. */
const QUOTED_NAMES = ['password', 'passwd', 'token', 'secret', 'apikey', 'api_key'];

const COOKIE_FIELD = /cookie: [a-z0-9_.$-]{1,80}=/iy;
const COOKIE_OPTION = /(?: -b|--cookie) (?:\\{0,7}["'])?[a-z0-9_.$-]{1,80}=/iy;

/** Browsers send no more. */
const MAX_PAIRS = 8192;

/**
 * The cookies behind the name of the first one, half-open. A blank ends them unless it stands behind a semicolon, so that
 * a text in which the field stands a thousand times is gone through once.
 */
function pairsBehind(text: string, at: number, head: RegExp): { start: number; end: number } | undefined {
  head.lastIndex = at;
  if (!head.test(text)) return undefined;
  const start = head.lastIndex;
  const stop = Math.min(text.length, start + MAX_PAIRS);
  let end = start;
  for (; end < stop; end++) {
    const sign = text[end] as string;
    if (sign === ' ' ? text[end - 1] !== ';' : /[\s"'\\]/.test(sign)) break;
  }
  return end - start < 8 ? undefined : { start, end };
}

/** `s:8:"password";s:13:"…"`: the name stands in front of the sign, and the length of its value behind it. */
const scanSerialized: ShapeScan = (text, at) => {
  const name = /"([^"\\]{2,64})\\{0,7}$/.exec(text.slice(Math.max(0, at - 80), at))?.[1];
  if (name === undefined || nameMeaning('json', name) === undefined) return undefined;
  SERIALIZED.lastIndex = at;
  const value = SERIALIZED.exec(text)?.[1];
  return value === undefined
    ? undefined
    : { start: SERIALIZED.lastIndex - value.length, end: SERIALIZED.lastIndex };
};

const SERIALIZED = /";s:\d{1,6}:\\{0,7}"([^"\\]{6,4096})/y;

/** Of cookies: what begins with harmless ones can end with a session. */
const hasDrawnPair = (pairs: string): boolean =>
  pairs.split(';').some((pair) => looksRandom(pair.slice(pair.indexOf('=') + 1)));

/**
 * Credentials in the notations of HTTP, met in free text: log lines, error pages, code samples, a request
 * echoed in a response. In a real header or query the names decide and no randomness is asked for.
 */
export const httpTextShapes: readonly ShapeRow[] = [
  {
    id: 'shape/bearer-in-text',
    kind: 'access-token',
    provider: 'HTTP authentication',
    source: 'https://www.rfc-editor.org/rfc/rfc6750',
    literals: ['bearer ', 'bearer%20', 'bearer+'],
    anyCase: true,
    pattern: /bearer(?: {1,4}|%20|\+)([a-z0-9._~+/=-]{16,8192})/,
    isValid: isDrawn,
    leak: [
      'Authorization: Bearer <b64u:40>',
      'curl -H "authorization: bearer <alnum:32>"',
      'auth=Bearer%20<alnum:32>',
      'h=Bearer+<alnum:24>',
    ],
    ok: [
      'Bearer authentication required',
      'Bearer realm="example"',
      'the bearer of-this-very-long-letter-is',
      'Bearer undefined',
    ],
  },
  {
    id: 'shape/basic-in-text',
    kind: 'basic',
    provider: 'HTTP authentication',
    source: 'https://www.rfc-editor.org/rfc/rfc7617',
    literals: ['basic ', 'basic%20'],
    anyCase: true,
    pattern: /basic(?: {1,4}|%20)([a-z0-9+/]{8,1024}={0,2})/,
    isValid: (secret) => parseBasic(secret) !== undefined,
    leak: ['Authorization: Basic <basic>', 'curl -H "authorization: basic <basic>"', 'auth=Basic%20<basic>'],
    ok: ['Basic authentication', 'Basic realm="example"', 'a basic understanding of HTTP'],
  },
  {
    id: 'shape/api-token-in-text',
    kind: 'access-token',
    provider: 'HTTP authentication',
    source: SCHEMES,
    literals: [
      'authorization: token ',
      'authorization: apikey ',
      'authorization: api-key ',
      'authorization: key ',
      'authorization: digest ',
    ],
    anyCase: true,
    pattern:
      /authorization: (?:token|apikey|api-key|key|digest) (?:[^\r\n]{0,400}?response=\\{0,7}"|(?:token|key)=)?(?:\\{0,7}")?([a-z0-9._~+/=-]{16,1024})/,
    isValid: isDrawn,
    leak: [
      'Authorization: Token <hex:40>',
      'authorization: apikey <alnum:32>',
      'Authorization: Api-Key <alnum:32>',
      'Authorization: key <alnum:40>',
      'Authorization: Digest username="ann", realm="r", response="<hex:32>"',
    ],
    ok: ['Authorization: Token required-for-this', 'authorization: key value pairs'],
  },
  {
    id: 'shape/named-argument',
    kind: 'access-token',
    provider: 'fetch, XMLHttpRequest and Web Storage',
    source: 'https://xhr.spec.whatwg.org/#the-setrequestheader()-method',
    literals: [
      'setrequestheader(',
      'setitem(',
      'headers.set(',
      'headers.append(',
      'setheader(',
      'cookies.set(',
      '$.cookie(',
      'preauthorizeapikey(',
    ],
    anyCase: true,
    pattern:
      /(?:setrequestheader|setitem|headers\.set|headers\.append|setheader|cookies\.set|\$\.cookie|preauthorizeapikey)\(\\{0,7}["'][a-z0-9_-]{0,40}(?:token|key|secret|password|passwd|jwt|session|sessionid|auth|sid|ticket)\\{0,7}["'] {0,4}, {0,4}\\{0,7}["']([^"'\\\s]{8,8192})/,
    isValid: isDrawn,
    leak: [
      'xhr.setRequestHeader("X-Api-Key", "<alnum:32>")',
      "localStorage.setItem('token','<b64u:40>')",
      'headers.set("X-Auth-Token", "<hex:40>")',
      'headers.append("x-session","<alnum:32>")',
      'request.setHeader("X-Auth-Ticket", "<alnum:32>")',
      "Cookies.set('session', '<alnum:32>', { expires: 7 })",
      '$.cookie("auth_token","<alnum:32>",{path:"/"})',
      'ui.preauthorizeApiKey("api_key", "<alnum:32>")',
    ],
    ok: ['localStorage.setItem("token", response.token)', 'headers.set("X-Api-Key", "your-api-key-here")'],
  },
  {
    id: 'shape/cookie-in-code',
    kind: 'cookie',
    provider: 'programs in pages',
    source: 'https://html.spec.whatwg.org/multipage/dom.html#dom-document-cookie',
    literals: ['document.cookie'],
    begins: 'anywhere',
    pattern: /document\.cookie ?= ?\\{0,7}["'`][A-Za-z0-9_.$-]{1,80}=([^"'`;\s\\]{8,8192})/,
    isValid: isDrawn,
    leak: [
      'document.cookie="NSC_AAAC=<hex:32>;path=/;secure";',
      "document.cookie = 'app=<alnum:28>; path=/; max-age=3600'",
      'document.cookie=`app=<alnum:28>; path=/`',
    ],
    ok: [
      'document.cookie="theme=dark; path=/"',
      'document.cookie = "consent=" + value',
      'document.cookie.split',
    ],
  },
  {
    id: 'shape/quoted-pair',
    kind: 'password',
    provider: 'settings in pairs of quoted words',
    source: 'https://developer.valvesoftware.com/wiki/KeyValues',
    literals: QUOTED_NAMES.flatMap((name) => [`${name}"`, `${name}\\`]),
    anyCase: true,
    begins: 'anywhere',
    minEntropy: 0,
    pattern:
      /(?:password|passwd|token|secret|api_?key)\\{0,7}"(?:[ \t]|\\{1,7}t){1,8}\\{0,7}"([^"\\\s]{6,1024})\\{0,7}"/,
    ends: 'exact',
    isValid: isChosenOrDrawn,
    leak: QUOTED_NAMES.flatMap((name) => [`"db_${name}"\t\t"<alnum:20>"`, `\\"${name}\\" \\"<alnum:20>\\"`]),
    ok: ['"password" "required"', '"token","<alnum:20>"', 'the "token" "expired"'],
  },
  {
    id: 'shape/keyword-pair',
    kind: 'password',
    provider: 'EDN and Lisp',
    source: 'https://github.com/edn-format/edn',
    literals: QUOTED_NAMES.flatMap((name) => [
      `:${name.replace('_', '-')} "`,
      `:${name.replace('_', '-')} \\`,
    ]),
    anyCase: true,
    begins: 'anywhere',
    minEntropy: 0,
    pattern: /:(?:password|passwd|token|secret|api-?key) \\{0,7}"([^"\\\s]{6,1024})\\{0,7}"/,
    ends: 'exact',
    isValid: isChosenOrDrawn,
    leak: QUOTED_NAMES.map((name) => name.replace('_', '-')).flatMap((name) => [
      `{:user "ann" :${name} "<alnum:20>"}`,
      `{:user \\"ann\\" :${name} \\"<alnum:20>\\"}`,
    ]),
    ok: ['{:password "required"}', ':token "expired"', ':secret "a b"'],
  },
  {
    id: 'shape/proxy-header',
    kind: 'api-key',
    provider: 'nginx, HAProxy',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header',
    literals: ['proxy_set_header ', 'add_header ', 'set-header '],
    begins: 'anywhere',
    pattern:
      /(?:proxy_set_header|add_header|set-header) [A-Za-z0-9_-]{0,60}(?:[Kk]ey|[Tt]oken|[Ss]ecret|[Aa]uth|[Pp]assword) \\{0,7}["']?([A-Za-z0-9._~+/=-]{12,1024})/,
    isValid: isDrawn,
    leak: [
      'proxy_set_header X-Api-Key <alnum:32>;',
      'add_header X-Auth-Token "<hex:32>";',
      'http-request set-header X-Api-Key <alnum:32>',
    ],
    ok: ['proxy_set_header X-Auth-Token $http_x_auth_token;', 'add_header X-Cache-Key $uri;'],
  },
  {
    id: 'shape/php-serialized',
    kind: 'password',
    provider: 'PHP',
    source: 'https://www.php.net/manual/function.serialize.php',
    literals: ['";s:'],
    begins: 'anywhere',
    minEntropy: 0,
    pattern: scanSerialized,
    isValid: isChosenOrDrawn,
    leak: ['a:1:{s:8:"password";s:13:"a1<alnum:11>";}', 's:9:\\"api_token\\";s:32:\\"<alnum:32>\\";'],
    ok: ['a:1:{s:8:"username";s:13:"<alnum:13>";}', 's:8:"password";s:8:"required";', 's:8:"password";i:1;'],
  },
  {
    id: 'shape/php-define',
    kind: 'password',
    provider: 'PHP',
    source: 'https://developer.wordpress.org/advanced-administration/wordpress/wp-config/',
    literals: ['define('],
    minEntropy: 0,
    pattern:
      /define\( ?\\{0,7}["'][A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|SECRET|AUTH_KEY|AUTH_SALT|_TOKEN|API_KEY)\\{0,7}["'] ?, ?\\{0,7}["']([^"'\\\r\n]{3,256})/,
    isValid: (secret) => !isPlaceholder(secret) && !isPlainWords(secret),
    leak: ["define('DB_PASSWORD', '<letter:12>');", 'define("AUTH_KEY", "<alnum:40>");'],
    ok: [
      "define('DB_HOST', 'localhost');",
      "define('password', ['require'])",
      "define('DB_PASSWORD', '****')",
    ],
  },
  {
    id: 'shape/set-credential',
    kind: 'access-token',
    provider: 'programs in pages',
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html',
    literals: ['settoken(', 'setaccesstoken(', 'setauthtoken(', 'setapikey(', 'setpassword(', 'setsecret('],
    anyCase: true,
    pattern: /set(?:token|accesstoken|authtoken|apikey|password|secret)\(\\{0,7}["'`]([^"'`\\\s]{8,8192})/,
    isValid: isDrawn,
    leak: [
      'setToken("<alnum:32>")',
      'auth.setAccessToken("<b64u:40>")',
      "setAuthToken('<alnum:32>')",
      'setApiKey("<hex:32>")',
      'setPassword("<alnum:24>")',
      'setSecret("<alnum:24>")',
    ],
    ok: ['setToken(response.token)', 'setToken("access_token_from_storage")'],
  },
  {
    id: 'shape/command-option',
    kind: 'password',
    provider: 'command lines',
    source: 'https://www.gnu.org/prep/standards/html_node/Option-Table.html',
    literals: [
      '--password',
      '--passwd',
      '--token',
      '--secret',
      '--api-key',
      '--apikey',
      '--access-token',
      '--client-secret',
      '--auth-token',
    ],
    anyCase: true,
    pattern:
      /--(?:password|passwd|token|secret|api-?key|access-token|client-secret|auth-token)[ =](?:\\{0,7}["'])?([^\s"'\\]{6,1024})/,
    isValid: isChosenOrDrawn,
    leak: [
      'mysql --password=<alnum:20>',
      'run --passwd <alnum:20>',
      'cli --token <b64u:32>',
      'x --secret <alnum:32>',
      'x --api-key <hex:32>',
      'x --apikey "<hex:32>"',
      'x --access-token <alnum:40>',
      'x --client-secret <alnum:40>',
      'x --auth-token <alnum:40>',
    ],
    ok: ['--password is required', '--token-color: red', '--secret manager'],
  },
  {
    id: 'shape/curl-user',
    kind: 'password',
    provider: 'curl',
    source: 'https://curl.se/docs/manpage.html#-u',
    literals: ['curl -u ', 'curl --user ', 'curl -su '],
    anyCase: true,
    pattern: /curl -(?:-user|s?u) (?:\\{0,7}["'])?[^\s:"'\\]{1,64}:([^\s"'\\]{4,256})/,
    isValid: (secret) => !isPlaceholder(secret),
    leak: [
      'curl -u bob:<alnum:20> https://example.com',
      'curl --user "bob:<alnum:20>"',
      "curl -su 'a:<alnum:20>'",
    ],
    ok: ['curl -u USER https://example.com'],
  },
  {
    id: 'shape/user-option',
    kind: 'password',
    provider: 'curl, behind other options',
    source: 'https://curl.se/docs/manpage.html#-u',
    literals: [' -u ', '--user ', '--user=', '--proxy-user '],
    anyCase: true,
    begins: 'anywhere',
    pattern: /(?: -u|--user|--proxy-user)[ =](?:\\{0,7}["'])?[^\s:"'\\]{1,64}:([^\s"'\\]{6,256})/,
    isValid: isChosenOrDrawn,
    leak: [
      "curl https://example.com -u 'bob:<alnum:20>'",
      'curl -k --user bob:<alnum:20>',
      'curl --user=bob:<alnum:20>',
      'curl --proxy-user "bob:<alnum:20>"',
    ],
    ok: ['docker run -u 1000:1000 image', 'git push -u origin main', 'useradd --user name'],
  },
  {
    id: 'shape/cookie-option',
    kind: 'cookie',
    provider: 'curl',
    source: 'https://curl.se/docs/manpage.html#-b',
    literals: [' -b ', '--cookie '],
    anyCase: true,
    begins: 'anywhere',
    pattern: (text, at) => pairsBehind(text, at, COOKIE_OPTION),
    minEntropy: 2.5,
    isValid: hasDrawnPair,
    leak: ["curl https://example.com -b 'theme=dark; sid=<alnum:32>'", 'curl --cookie "sid=<alnum:32>" x'],
    ok: ["curl -b 'theme=dark; lang=en' x", 'git checkout -b name'],
  },
  {
    id: 'shape/sip-userinfo',
    kind: 'sip-credential',
    provider: 'SIP',
    source: 'https://www.rfc-editor.org/rfc/rfc3261#section-19.1.1',
    literals: ['sip:', 'sips:'],
    anyCase: true,
    pattern: /sips?:[^\s:@;?"'<>]{1,64}:([^\s@"'<>]{4,128})@/,
    leak: ['call sip:bob:<alnum:20>@example.test', 'sips:alice:<alnum:20>@pbx.example.test'],
    ok: ['sip:bob@example.test:5060', 'sips:bob@example.test;transport=tls'],
  },
  {
    id: 'shape/element-in-text',
    kind: 'password',
    provider: 'XML in logs',
    source: 'https://www.w3.org/TR/xml/#sec-starttags',
    literals: [
      '<password>',
      '<passwd>',
      '<pwd>',
      '<token>',
      '<secret>',
      '<apikey>',
      '<api_key>',
      '<accesstoken>',
      '<access_token>',
      '<sessionid>',
    ],
    anyCase: true,
    pattern: /<(?:password|passwd|pwd|token|secret|api_?key|access_?token|sessionid)>([^<>\s]{6,8192})</,
    isValid: isChosenOrDrawn,
    leak: [
      'x <password><alnum:20></password>',
      'x <passwd><alnum:20></passwd>',
      'x <pwd><alnum:20></pwd>',
      'x <token><alnum:32></token>',
      'x <secret><alnum:32></secret>',
      'x <apiKey><hex:32></apiKey>',
      'x <api_key><hex:32></api_key>',
      'x <accessToken><b64u:40></accessToken>',
      'x <access_token><b64u:40></access_token>',
      'x <sessionId><hex:32></sessionId>',
    ],
    ok: ['<password>required</password>', '<token>string</token>'],
  },
  {
    id: 'shape/token-assignment',
    kind: 'access-token',
    provider: 'OAuth 2.0 and sessions',
    source: OAUTH,
    literals: [
      'access_token=',
      'accesstoken=',
      'auth_token=',
      'authtoken=',
      'id_token=',
      'session_token=',
      'sessiontoken=',
      'jwt=',
      'x-amz-security-token=',
      'bearer_token=',
    ], // prettier-ignore
    anyCase: true,
    pattern:
      /(?:access_?token|auth_?token|id_token|session_?token|jwt|x-amz-security-token|bearer_token)=([a-z0-9._~+/%=-]{12,8192})/,
    isValid: isDrawn,
    leak: [
      'see https://example.com/cb#access_token=<b64u:40>&state=1',
      'accessToken=<alnum:30>',
      'auth_token=<hex:32>',
      'authToken=<hex:32>',
      '#id_token=<b64u:60>',
      'session_token=<b64u:32>',
      'sessionToken=<b64u:32>',
      '?jwt=<b64u:40>',
      '&X-Amz-Security-Token=<b64:100>',
      'bearer_token=<alnum:40>',
    ], // prettier-ignore
    ok: ['access_token=response.data.token', 'auth_token=required', 'id_token=token+code', 'jwt=true'],
  },
  {
    id: 'shape/refresh-token-assignment',
    kind: 'refresh-token',
    provider: 'OAuth 2.0',
    source: OAUTH,
    literals: ['refresh_token=', 'refreshtoken='],
    anyCase: true,
    pattern: /refresh_?token=([a-z0-9._~+/%=-]{12,8192})/,
    isValid: isDrawn,
    leak: ['grant_type=refresh_token&refresh_token=<b64u:40>', 'refreshToken=<alnum:40>'],
    ok: ['grant_type=refresh_token', 'refresh_token=expired'],
  },
  {
    id: 'shape/secret-assignment',
    kind: 'client-secret',
    provider: 'OAuth 2.0',
    source: OAUTH,
    literals: [
      'client_secret=',
      'clientsecret=',
      'secret_key=',
      'secretkey=',
      'aws_secret_access_key=',
      'app_secret=',
    ],
    anyCase: true,
    pattern:
      /(?:client_?secret|(?:aws_)?secret_(?:access_)?key|secretkey|app_secret)=([a-z0-9._~+/%=-]{12,2048})/,
    isValid: isDrawn,
    leak: [
      'client_id=abc&client_secret=<b64u:40>',
      'clientSecret=<alnum:32>',
      'secret_key=<alnum:32>',
      'secretKey=<alnum:32>',
      'AWS_SECRET_ACCESS_KEY=<b64:40>',
      'app_secret=<hex:32>',
    ], // prettier-ignore
    ok: ['client_secret=client_secret_post', 'secret_key=settings.SECRET_KEY'],
  },
  {
    id: 'shape/api-key-assignment',
    kind: 'api-key',
    provider: 'API keys',
    source: 'https://swagger.io/docs/specification/v3_0/authentication/api-keys/',
    literals: ['api_key=', 'apikey=', 'api-key=', 'api-key:', 'subscription-key='],
    anyCase: true,
    begins: 'anywhere',
    pattern: /(?:api[_-]?key|subscription-key)[=:] ?([a-z0-9._~+/%=-]{12,1024})/,
    isValid: isDrawn,
    leak: [
      '?api_key=<hex:32>',
      '&apikey=<alnum:24>',
      'api-key=<alnum:32>',
      'X-Api-Key: <alnum:32>',
      'x-api-key:<hex:32>',
      '?subscription-key=<hex:32>',
    ], // prettier-ignore
    ok: ['api_key=undefined', 'x-api-key: required-header', 'apikey=config.apiKey'],
  },
  {
    id: 'shape/session-assignment',
    kind: 'session',
    provider: 'Servlet, PHP, ASP sessions',
    source: 'https://jakarta.ee/specifications/servlet/6.0/',
    literals: [
      'jsessionid=',
      'phpsessid=',
      'aspsessionid',
      'sessionid=',
      'session_id=',
      'asp.net_sessionid=',
    ],
    anyCase: true,
    begins: 'anywhere',
    pattern: /(?:jsessionid|phpsessid|aspsessionid[a-z]{0,12}|session_?id)=([a-z0-9._~+/%!=-]{12,512})/,
    isValid: isDrawn,
    leak: [
      'https://example.com/shop;jsessionid=<HEX:32>?x=1',
      '?PHPSESSID=<lower:26>',
      'ASPSESSIONIDCQTRSBAB=<upper:24>',
      '&sessionid=<lower:32>',
      '?session_id=<alnum:32>',
      'ASP.NET_SessionId=<lower:24>',
    ], // prettier-ignore
    ok: ['sessionid=undefined', 'session_id=window.session.id'],
  },
  {
    id: 'shape/signature-assignment',
    kind: 'signature',
    provider: 'Presigned URLs (AWS, Google Cloud, CloudFront)',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html',
    literals: ['x-amz-signature=', 'x-goog-signature=', '&signature=', '?signature=', ', signature='],
    anyCase: true,
    begins: 'anywhere',
    pattern: /(?:x-amz-signature|x-goog-signature|[?&]signature|, signature)=([a-z0-9%+/=_~-]{20,2048})/,
    isValid: isDrawn,
    leak: [
      '?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=<hex:64>',
      '&X-Goog-Signature=<hex:512>',
      '?AWSAccessKeyId=x&Signature=<b64:27>%3D',
      '?Signature=<b64u:340>__&Key-Pair-Id=K',
      'AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=<hex:64>',
    ], // prettier-ignore
    ok: ['&signature=required', '?signature=rsa-sha256-with-a-long-name'],
  },
  {
    id: 'shape/saml-assignment',
    kind: 'saml',
    provider: 'SAML 2.0 bindings',
    source: 'https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf',
    literals: ['samlresponse=', 'samlrequest=', 'samlart='],
    anyCase: true,
    begins: 'anywhere',
    pattern: /saml(?:response|request|art)=([a-z0-9%+/=_-]{40,65536})/,
    leak: ['SAMLResponse=<b64:800>%3D', 'SAMLRequest=<b64:400>', 'SAMLart=<b64:60>'],
    ok: ['SAMLResponse=', 'samlRequest=invalid'],
  },
  {
    id: 'shape/cookie-in-text',
    kind: 'cookie',
    provider: 'HTTP cookies',
    source: 'https://www.rfc-editor.org/rfc/rfc6265',
    literals: ['cookie: '],
    anyCase: true,
    begins: 'anywhere',
    pattern: (text, at) => pairsBehind(text, at, COOKIE_FIELD),
    minEntropy: 2.5,
    isValid: hasDrawnPair,
    leak: [
      'HTTP/1.1 200 OK\r\nSet-Cookie: sid=<alnum:32>; Path=/',
      "curl -H 'Cookie: sid=<alnum:32>; b=<alnum:20>'",
      'GET / HTTP/1.1\ncookie: sid=<alnum:32>',
      '\\ncookie: sid=<hex:32>',
      '"Cookie: sid=<hex:32>"',
      "curl -H 'cookie: theme=dark; sid=<alnum:32>'",
    ],
    ok: ['Set-Cookie: theme=dark; Path=/', 'cookie: string'],
  },
];
