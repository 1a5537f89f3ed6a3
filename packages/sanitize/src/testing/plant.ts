import { deflateSync, gzipSync, zlibSync } from 'fflate';
import { grow, growJwt, growUuid } from './grow.ts';
import { nameStyles } from './name-styles.ts';
import type { Random } from './random.ts';

/** A secret in a capture, and by which way it went in. */
export interface Planted {
  readonly needle: string;
  readonly carrier: string;
}

/** A capture with secrets of which everything is known. */
export interface PlantedCapture {
  readonly har: { log: { entries: Record<string, unknown>[] } & Record<string, unknown> };
  readonly planted: readonly Planted[];
}

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');

/** A name that says credential, with a value such a name has. */
interface NamedSecret {
  readonly name: string;
  readonly value: string;
  /** What of the value must not be found again. */
  readonly needles: readonly string[];
}

interface NameRow {
  readonly words: string;
  readonly value: (random: Random) => string;
  /** What of a value must not be found again; without it the whole. */
  readonly needles?: (value: string) => string[];
}

const NAMES: readonly NameRow[] = [
  { words: 'password', value: (random) => `${random.text(ALNUM, 7)}!${random.below(90) + 10}` },
  { words: 'new password', value: (random) => `Aa1${random.text(ALNUM, 9)}` },
  { words: 'access token', value: (random) => random.text(ALNUM, 40) },
  { words: 'refresh token', value: (random) => random.text(ALNUM, 48) },
  { words: 'session token', value: (random) => random.text(ALNUM, 32) },
  { words: 'client secret', value: (random) => random.text(`${ALNUM}-_~`, 36) },
  { words: 'api key', value: (random) => random.text('0123456789abcdef', 32) },
  { words: 'auth token', value: (random) => random.text(`${ALNUM}+/`, 43) },
  { words: 'csrf token', value: (random) => random.text(ALNUM, 24) },
  { words: 'id token', value: (random) => growJwt(random), needles: jwtNeedles },
  { words: 'session id', value: (random) => growUuid(random) },
  { words: 'private key', value: (random) => random.text(`${ALNUM}+/`, 64) },
  { words: 'code verifier', value: (random) => random.text(`${ALNUM}-._~`, 43) },
  { words: 'passcode', value: (random) => `${random.text(ALNUM, 6)}#${random.below(10)}x` },
];

function namedSecret(random: Random, style?: string): NamedSecret {
  const { words, value: grown, needles } = random.pick(NAMES);
  const { spell } = nameStyles.find((row) => row.style === style) ?? random.pick(nameStyles.slice(0, 4));
  const value = grown(random);
  return { name: spell(words.split(' ')), value, needles: needles?.(value) ?? [value] };
}

/** Of a JWT its header and its issuer may stay; subject and signature must not be found again. */
function jwtNeedles(token: string): string[] {
  const [, claims = '', signature = ''] = token.split('.');
  const { sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string };
  return [sub, signature];
}

/** How a text is hidden inside another one. */
const WRAPPINGS: Readonly<Record<string, (text: string, random: Random) => string>> = {
  plain: (text) => text,
  'percent-encoded': (text) => encodeURIComponent(text),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'JSON string': (text) => JSON.stringify(text),
  'JSON in JSON': (text) => JSON.stringify({ payload: JSON.stringify({ data: text }) }),
  base64: (text) => base64(text),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'gzip, base64': (text) => base64(gzipSync(Buffer.from(text))),
  'zlib, base64': (text) => base64(zlibSync(Buffer.from(text))),
  'data URL': (text) => `data:application/json;base64,${base64(text)}`,
  'escaped slashes': (text) => JSON.stringify({ inner: text }).replaceAll('/', '\\/'),
};

/** Documents that hold a named secret. */
const DOCUMENTS: Readonly<Record<string, (secret: NamedSecret, random: Random) => string>> = {
  JSON: ({ name, value }) => JSON.stringify({ ok: true, count: 3, data: { [name]: value, list: [1, 2] } }),
  'JSON, indented': ({ name, value }) => JSON.stringify({ user: { id: 7, [name]: value } }, null, 2),
  'JSON array': ({ name, value }) => JSON.stringify([{ a: 1 }, { [name]: [value] }]),
  'name beside value': ({ name, value }, random) =>
    JSON.stringify({ fields: [{ id: 7 }, random.below(2) === 0 ? { name, value } : { value, key: name }] }),
  GraphQL: ({ name, value }) =>
    JSON.stringify({
      query: 'mutation M($v: String!) { m(v: $v) { id } }',
      variables: { input: { [name]: value } },
    }),
  form: ({ name, value }) => `a=1&${encodeURIComponent(name)}=${encodeURIComponent(value)}&z=last`,
  XML: ({ name, value }) =>
    `<?xml version="1.0"?><r xmlns="urn:x"><${xmlName(name)}>${value}</${xmlName(name)}><n>1</n></r>`,
  SOAP: ({ name, value }) =>
    `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><q ${xmlName(name)}="${value}"/></soap:Body></soap:Envelope>`,
  HTML: ({ name, value }) =>
    `<!doctype html><html><body><form><input type="hidden" name="${name}" value="${value}"></form></body></html>`,
  'HTML meta': ({ name, value }) =>
    `<html><head><meta name="${name}" content="${value}"></head><p>Hello</p></html>`,
  'script in HTML': ({ name, value }) =>
    `<html><script>window.state = {"user":1,"${name}":"${value}"};</script></html>`,
  'JSON in HTML': ({ name, value }) =>
    `<html><script type="application/json">${JSON.stringify({ props: { [name]: value } })}</script></html>`,
  'event stream': ({ name, value }) => `event: update\ndata: ${JSON.stringify({ [name]: value })}\n\n`,
  'JSON lines': ({ name, value }) => `{"n":1}\n${JSON.stringify({ [name]: value })}\n`,
  'guarded JSON': ({ name, value }) => `)]}',\n${JSON.stringify({ [name]: value })}`,
  URL: ({ name, value }) => `https://api.example.com/v1/things?x=1&${name}=${encodeURIComponent(value)}`,
  fragment: ({ name, value }) => `https://app.example.com/cb#state=1&${name}=${encodeURIComponent(value)}`,
  properties: ({ name, value }) => `app.name=portal\n${name}=${value}\napp.pool = 5\n`,
  environment: ({ name, value }) =>
    `export NODE_ENV=production\nexport ${name.replace(/\W/g, '_').toUpperCase()}='${value}'\n`,
  YAML: ({ name, value }) => `app:\n  name: portal\n  ${name}: ${value}\n  pool: 5\n`,
  'block in YAML': ({ name, value }) => `app:\n  ${name}: |\n    ${value}\n  pool: 5\n`,
  'header fields in a row': ({ name, value }) =>
    JSON.stringify({ rawHeaders: ['Host', 'a', name, value, 'Accept', '*/*'] }),
  'cookies of a test tool': ({ value }) =>
    JSON.stringify({ cookies: [{ name: 'app', value, path: '/', sameSite: 'Lax' }], origins: [] }),
  'message of HTTP': ({ name, value }) => `GET / HTTP/1.1\r\nHost: a\r\n${name}: ${value}\r\n\r\n`,
  'argument of GraphQL': ({ name, value }) =>
    `mutation { login(user: "ann", ${name.replace(/\W/g, '_')}: ${JSON.stringify(value)}) { id } }`,
  multipart: ({ name, value }) =>
    `--b0\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b0\r\nContent-Disposition: form-data; name="n"\r\n\r\n1\r\n--b0--\r\n`,
};

function xmlName(name: string): string {
  return name.replace(/[^A-Za-z0-9_.-]/g, '-');
}

/** A text with one named secret in it, as a body, a message or a header could be. */
export function plantText(random: Random): string {
  const [, write] = random.pick(Object.entries(DOCUMENTS));
  const [, wrap] = random.pick(Object.entries(WRAPPINGS));
  return wrap(write(namedSecret(random), random), random);
}

/** Providers' tokens, which need no name. */
const SHAPES: readonly string[] = [
  'ghp_<alnum:36>',
  'glpat-<alnum:20>',
  'xoxb-<digit:12>-<digit:12>-<alnum:24>',
  'sk_live_<alnum:24>',
  'AKIA<b32:16>',
  'AIza<b64u:35>',
  'SG.<b64u:22>.<b64u:43>',
  'npm_<alnum:36>',
];

/** Places of an entry that take any text. */
const PLACES: Readonly<Record<string, (entry: Entry, text: string) => void>> = {
  'response body': (entry, text) => setBody(entry, text, false),
  'response body, base64': (entry, text) => setBody(entry, text, true),
  'request body': (entry, text) => {
    entry.request.postData = { mimeType: mimeOf(text), text };
  },
  'WebSocket message': (entry, text) => {
    entry._webSocketMessages = [{ type: 'send', time: 1, opcode: 1, data: text }];
  },
  'event message': (entry, text) => {
    entry._eventSourceMessages = [{ time: 1, eventName: 'x', data: text }];
  },
  'header of no name': (entry, text) =>
    entry.request.headers.push({
      name: 'X-Context',
      value: /[\r\n]/.test(text) ? JSON.stringify(text) : text,
    }),
  'query parameter': (entry, text) => {
    entry.request.url += `${entry.request.url.includes('?') ? '&' : '?'}q=${encodeURIComponent(text)}`;
    entry.request.queryString.push({ name: 'q', value: text });
  },
  comment: (entry, text) => {
    entry.comment = text;
  },
  'vendor field': (entry, text) => {
    entry._vendor = { deep: [{ note: text }] };
  },
};

interface Entry extends Record<string, unknown> {
  request: Record<string, unknown> & {
    url: string;
    headers: { name: string; value: string }[];
    cookies: { name: string; value: string }[];
    queryString: { name: string; value: string }[];
  };
  response: Record<string, unknown> & {
    headers: { name: string; value: string }[];
    cookies: { name: string; value: string }[];
    content: Record<string, unknown>;
  };
}

function mimeOf(text: string): string {
  if (text.startsWith('--b0')) return 'multipart/form-data; boundary=b0';
  if (text.startsWith('<')) return 'text/html';
  if (/^a=1&/.test(text)) return 'application/x-www-form-urlencoded';
  return 'application/json';
}

function setBody(entry: Entry, text: string, encoded: boolean): void {
  entry.response.content = {
    size: text.length,
    mimeType: mimeOf(text),
    text: encoded ? base64(text) : text,
    ...(encoded ? { encoding: 'base64' } : {}),
  };
}

function emptyEntry(at: number): Entry {
  return {
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString(),
    time: 12,
    request: {
      method: 'POST',
      url: `https://api.example.com/v1/items/${at}`,
      httpVersion: 'h2',
      cookies: [],
      headers: [{ name: 'accept', value: 'application/json' }],
      queryString: [],
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'h2',
      cookies: [],
      headers: [{ name: 'content-type', value: 'application/json' }],
      content: { size: 0, mimeType: 'text/plain' },
      redirectURL: '',
      headersSize: -1,
      bodySize: 0,
    },
    cache: {},
    timings: { send: 1, wait: 10, receive: 1 },
  };
}

/** Places with rules of their own: headers, cookies, links, userinfo, SAML, and values that come again elsewhere. */
const SPECIALS: Readonly<Record<string, (entry: Entry, random: Random) => readonly string[]>> = {
  'Authorization: Bearer': (entry, random) => {
    const value = random.text(ALNUM, 40);
    entry.request.headers.push({
      name: random.pick(['Authorization', 'authorization', 'AUTHORIZATION']),
      value: `Bearer ${value}`,
    });
    return [value];
  },
  'Authorization: Basic, and the password again': (entry, random) => {
    const password = `pw-${random.text(ALNUM, 12)}`;
    entry.request.headers.push({ name: 'Authorization', value: `Basic ${base64(`ann:${password}`)}` });
    entry.response.content = {
      size: 1,
      mimeType: 'text/plain',
      text: `login failed for ann with ${password}`,
    };
    return [password];
  },
  'cookies in all four places': (entry, random) => {
    const value = random.text(ALNUM, 26);
    entry.request.headers.push({
      name: 'Cookie',
      value: `theme=dark; app_${random.below(99)}=${value}; n=1`,
    });
    entry.request.cookies.push({ name: 'app', value });
    entry.response.headers.push({
      name: 'Set-Cookie',
      value: `app=${value}; Path=/; HttpOnly; SameSite=Lax\nlang=en; Path=/`,
    });
    entry.response.cookies.push({ name: 'app', value });
    return [value];
  },
  'a cookie that comes again in every spelling': (entry, random) => {
    const value = `${random.text(ALNUM, 12)}/+=${random.text(ALNUM, 14)}"&<`;
    entry.request.cookies.push({ name: 'sid', value });
    entry._again = [
      encodeURIComponent(value),
      encodeURIComponent(encodeURIComponent(value)),
      JSON.stringify({ s: value }),
      base64(`a${value}`),
      base64(`ab${value}z`),
      base64(`abc${value}zz`),
      Buffer.from(value).toString('hex'),
      Buffer.from(value).toString('hex').toUpperCase(),
      value.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`),
      value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
      Array.from(value, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
      Array.from(value, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      Array.from(value, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`).join(''),
      `in the middle of ${value} a sentence`,
    ];
    return [value];
  },
  'a token as a path segment elsewhere': (entry, random) => {
    const value = random.text(ALNUM, 30);
    entry.request.headers.push({ name: 'X-Auth-Token', value });
    entry.request.url = `https://api.example.com/sessions/${value}/items`;
    entry._initiator = {
      type: 'script',
      url: `https://app.example.com/x?y=${value}`,
      stack: { callFrames: [{ url: `https://app.example.com/${value}.js` }] },
    };
    return [value];
  },
  'userinfo of a URL': (entry, random) => {
    const value = random.text(ALNUM, 14);
    entry.request.url = `https://ann:${value}@api.example.com/`;
    return [value];
  },
  'reset link': (entry, random) => {
    const value = random.text(ALNUM, 32);
    entry.response.headers.push({ name: 'Location', value: `/account/reset-password/${value}` });
    entry.response.redirectURL = `/account/reset-password/${value}`;
    return [value];
  },
  'JWT anywhere': (entry, random) => {
    const secrets: string[] = [];
    const token = growJwt(random, secrets);
    entry._trace = `token was ${token}, refused`;
    return secrets;
  },
  'SAML response': (entry, random) => {
    const nameId = `nid-${random.text(ALNUM, 16)}`;
    const signature = random.text(`${ALNUM}+/`, 60);
    const xml = samlResponse(nameId, signature);
    entry.request.postData = {
      mimeType: 'application/x-www-form-urlencoded',
      text: `SAMLResponse=${encodeURIComponent(base64(xml))}&RelayState=home`,
      params: [{ name: 'SAMLResponse', value: base64(xml) }],
    };
    return [nameId, signature];
  },
  'SAML request in a redirect': (entry, random) => {
    const nameId = `nid-${random.text(ALNUM, 16)}`;
    const deflated = base64(deflateSync(Buffer.from(samlResponse(nameId, random.text(ALNUM, 40)))));
    entry.request.url = `https://idp.example.com/sso?SAMLRequest=${encodeURIComponent(deflated)}`;
    entry.request.queryString.push({ name: 'SAMLRequest', value: deflated });
    return [nameId];
  },
  'PIN as a number': (entry, random) => {
    const value = String(100_000_000 + random.below(800_000_000));
    setBody(entry, `{"user":1,"pin":${value}}`, false);
    return [value];
  },
  'card number in prose': (entry, random) => {
    const value = cardNumber(random);
    setBody(entry, JSON.stringify({ note: `paid with ${value} yesterday` }), false);
    return [value];
  },
  'private key': (entry, random) => {
    const value = random.text(`${ALNUM}+/`, 64);
    const label = ['PRIVATE', 'KEY'].join(' ');
    setBody(
      entry,
      JSON.stringify({ file: `-----BEGIN ${label}-----\n${value}\n${value}\n-----END ${label}-----\n` }),
      false,
    );
    return [value];
  },
  'latin-1 body': (entry, random) => {
    const value = random.text(ALNUM, 20);
    const bytes = Buffer.from(`{"name":"J\u00f6rg","password":"${value}"}`, 'latin1');
    entry.response.content = {
      size: 1,
      mimeType: 'application/json; charset=iso-8859-1',
      encoding: 'base64',
      text: bytes.toString('base64'),
    };
    return [value];
  },
  'duplicate header lines in an array': (entry, random) => {
    const value = random.text(ALNUM, 26);
    (entry.request.headers as unknown[]).push({ value: [`a=1; sid=${value}`], name: 'cookie' });
    return [value];
  },
  'headers as an object': (entry, random) => {
    const value = random.text(ALNUM, 40);
    entry._sent = { headers: { Authorization: `Bearer ${value}`, Accept: '*/*' } };
    return [value];
  },
};

function samlResponse(nameId: string, signature: string): string {
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Destination="https://sp.example.com/acs" IssueInstant="2026-01-01T00:00:00Z"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://idp.example.com</saml:Issuer><ds:SignatureValue>${signature}</ds:SignatureValue><saml:Subject><saml:NameID>${nameId}</saml:NameID></saml:Subject></samlp:Response>`;
}

function cardNumber(random: Random): string {
  const digits = `4${random.text('0123456789', 14)}`;
  for (let check = 0; check < 10; check++) {
    let sum = 0;
    const whole = `${digits}${check}`;
    for (let at = 0; at < 16; at++) {
      const digit = Number(whole[15 - at]) * (at % 2 === 1 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    if (sum % 10 === 0) return whole;
  }
  return digits;
}

/** A capture with at least `count` planted secrets in places, documents and encodings drawn at random. */
export function plantCapture(random: Random, count: number): PlantedCapture {
  const entries: Entry[] = [];
  const planted: Planted[] = [];
  while (planted.length < count) {
    const entry = emptyEntry(entries.length);
    const kind = random.below(10);
    if (kind < 5) {
      const secret = namedSecret(random);
      const [document, write] = random.pick(Object.entries(DOCUMENTS));
      const [wrapping, wrap] = random.pick(Object.entries(WRAPPINGS));
      const [place, put] = random.pick(Object.entries(PLACES));
      put(entry, wrap(write(secret, random), random));
      for (const needle of secret.needles)
        planted.push({ needle, carrier: `${place} ‹ ${wrapping} ‹ ${document} ‹ ${secret.name}` });
    } else if (kind < 7) {
      const { text, secrets } = grow(random.pick(SHAPES), random);
      const [wrapping, wrap] = random.pick(Object.entries(WRAPPINGS));
      const [place, put] = random.pick(Object.entries(PLACES));
      put(entry, wrap(JSON.stringify({ note: `see ${text} for it` }), random));
      for (const needle of secrets.filter((secret) => secret.length >= 12))
        planted.push({ needle, carrier: `${place} ‹ ${wrapping} ‹ prose ‹ ${text.slice(0, 4)}` });
    } else {
      const [name, plant] = random.pick(Object.entries(SPECIALS));
      for (const needle of plant(entry, random)) planted.push({ needle, carrier: name });
    }
    entries.push(entry);
  }
  const har = {
    log: {
      version: '1.2',
      creator: { name: 'plant', version: '1' },
      pages: [
        {
          startedDateTime: '2026-01-01T00:00:00Z',
          id: 'p',
          title: 'https://app.example.com/',
          pageTimings: {},
        },
      ],
      entries,
    },
  };
  return { har, planted };
}
