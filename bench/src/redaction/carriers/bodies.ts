import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Random } from '../../generate/random.ts';
import type { Carrier, Draft } from '../contest-capture.ts';
import { draw, jwt, password } from '../tokens.ts';

/** A name that tells what stands under it, and how such a value looks. */
interface Named {
  readonly name: string;
  readonly value: (random: Random) => string;
}

const token = (length: number) => (random: Random) => draw(random, 'alphanumeric', length);

const named: readonly Named[] = [
  { name: 'password', value: password },
  { name: 'accessToken', value: token(44) },
  { name: 'refresh_token', value: token(52) },
  { name: 'client-secret', value: (random) => draw(random, 'base64url', 40) },
  { name: 'ApiKey', value: (random) => draw(random, 'hex', 32) },
  { name: 'sessionId', value: token(30) },
  { name: 'new_password', value: password },
  { name: 'authToken', value: (random) => draw(random, 'base64', 44) },
  { name: 'SIPPassword', value: password },
  { name: 'csrf_token', value: token(32) },
  { name: 'private_key', value: (random) => draw(random, 'base64', 64) },
  { name: 'otpSecret', value: (random) => draw(random, 'base32', 32) },
  { name: 'currentPassword', value: password },
  { name: 'bearerToken', value: token(40) },
  { name: 'webhookSecret', value: token(36) },
  { name: 'TURN_credential', value: (random) => draw(random, 'base64', 28) },
  { name: 'recoveryCode', value: (random) => `${draw(random, 'lower', 5)}-${draw(random, 'lower', 5)}` },
  { name: 'passphrase', value: (random) => `${password(random)} ${draw(random, 'lower', 6)}` },
];

/** A document that holds one named value. */
interface Document {
  readonly id: string;
  readonly mimeType: string;
  readonly write: (name: string, value: string) => string;
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const boundary = '----WebKitFormBoundaryh4rR1eR0';

const documents: readonly Document[] = [
  {
    id: 'JSON',
    mimeType: 'application/json',
    write: (name, value) => JSON.stringify({ id: 17, active: true, [name]: value, tags: ['a', 'b'] }),
  },
  {
    id: 'JSON, deep',
    mimeType: 'application/json; charset=utf-8',
    write: (name, value) =>
      JSON.stringify({ data: { users: [{ id: 1 }, { id: 2, login: { [name]: value } }] } }, null, 2),
  },
  {
    id: 'JSON, name and value as members',
    mimeType: 'application/json',
    write: (name, value) =>
      JSON.stringify({
        fields: [
          { name: 'locale', value: 'pl' },
          { name, value },
        ],
      }),
  },
  {
    id: 'JSON string in JSON',
    mimeType: 'application/vnd.api+json',
    write: (name, value) => JSON.stringify({ payload: JSON.stringify({ inner: { [name]: value } }), v: 3 }),
  },
  {
    id: 'GraphQL variables',
    mimeType: 'application/json',
    write: (name, value) =>
      JSON.stringify({
        query: 'mutation M($i: In!) { m(i: $i) { ok } }',
        variables: { i: { [name]: value } },
      }),
  },
  {
    id: 'JSON lines',
    mimeType: 'application/x-ndjson',
    write: (name, value) => `{"n":1}\n${JSON.stringify({ [name]: value })}\n{"n":2}\n`,
  },
  {
    id: 'form',
    mimeType: 'application/x-www-form-urlencoded',
    write: (name, value) =>
      new URLSearchParams([
        ['a', '1'],
        [name, value],
        ['z', 'ok'],
      ]).toString(),
  },
  {
    id: 'multipart',
    mimeType: `multipart/form-data; boundary=${boundary}`,
    write: (name, value) =>
      [
        `--${boundary}`,
        'Content-Disposition: form-data; name="note"',
        '',
        'hello',
        `--${boundary}`,
        `Content-Disposition: form-data; name="${name}"`,
        '',
        value,
        `--${boundary}--`,
        '',
      ].join('\r\n'),
  },
  {
    id: 'XML element',
    mimeType: 'application/xml',
    write: (name, value) => `<?xml version="1.0"?><user><id>7</id><${name}>${xml(value)}</${name}></user>`,
  },
  {
    id: 'SOAP attribute',
    mimeType: 'text/xml; charset=utf-8',
    write: (name, value) =>
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><login user="anna" ${name}="${xml(value)}"/></s:Body></s:Envelope>`,
  },
  {
    id: 'HTML form',
    mimeType: 'text/html',
    write: (name, value) =>
      `<!doctype html><form><input type="hidden" name="${name}" value="${xml(value)}"><p>Welcome</p></form>`,
  },
  {
    id: 'script in HTML',
    mimeType: 'text/html; charset=utf-8',
    write: (name, value) =>
      `<html><script>window.__STATE__ = {"user":"anna","${name}":${JSON.stringify(value)}};</script></html>`,
  },
];

/** How a body is wrapped before it is stored. */
interface Wrapping {
  readonly id: string;
  readonly wrap: (text: string) => string;
}

const json = (value: unknown) => JSON.stringify(value);
const base64 = (data: string | Buffer) => Buffer.from(data).toString('base64');

const wrappings: readonly Wrapping[] = [
  { id: 'base64 in JSON', wrap: (text) => json({ blob: base64(text) }) },
  { id: 'base64url in JSON', wrap: (text) => json({ blob: Buffer.from(text).toString('base64url') }) },
  { id: 'gzip, base64 in JSON', wrap: (text) => json({ z: base64(gzipSync(text)) }) },
  { id: 'zlib, base64 in JSON', wrap: (text) => json({ z: base64(deflateSync(text)) }) },
  { id: 'raw deflate, base64 in JSON', wrap: (text) => json({ z: base64(deflateRawSync(text)) }) },
  { id: 'brotli, base64 in JSON', wrap: (text) => json({ z: base64(brotliCompressSync(text)) }) },
  { id: 'hex in JSON', wrap: (text) => json({ hex: Buffer.from(text).toString('hex') }) },
  { id: 'data: URL in JSON', wrap: (text) => json({ href: `data:application/json;base64,${base64(text)}` }) },
  { id: 'percent-encoded in JSON', wrap: (text) => json({ href: encodeURIComponent(text) }) },
  { id: 'three strings deep', wrap: (text) => json({ a: json({ b: json({ c: text }) }) }) },
  { id: 'CDATA', wrap: (text) => `<event><![CDATA[${text}]]></event>` },
  { id: 'entities in XML', wrap: (text) => `<event>${xml(text)}</event>` },
];

/** Named values in every document, in both directions; then in wrappings, and bodies that HAR keeps as base64. */
export const bodies: Carrier = ({ random, plant }) => {
  const families: Readonly<Record<string, string>> = { form: 'forms', multipart: 'forms' };
  let next = 0;
  for (const document of documents) {
    const family =
      families[document.id] ??
      (document.mimeType.includes('json') ? 'JSON bodies' : 'XML, SOAP and HTML bodies');
    // Seven and eighteen share no factor: every document meets other names, and in the end all of them.
    for (let turn = 0; turn < 7; turn++) {
      const { name, value } = named[next++ % named.length]!;
      const needle = value(random);
      const text = document.write(name, needle);
      const isSent = turn % 2 === 0 || family === 'forms';
      plant(family, `${document.id}, ${isSent ? 'sent' : 'received'}: ${name}`, needle, {
        ...(isSent
          ? {
              sentType: document.mimeType,
              sent: text,
              ...(document.id === 'form'
                ? {
                    params: [...new URLSearchParams(text)].map(([key, item]) => ({ name: key, value: item })),
                  }
                : {}),
            }
          : { mimeType: document.mimeType, body: text }),
      });
    }
  }
  for (const { id, wrap } of wrappings)
    for (const document of [documents[0]!, documents[6]!, documents[8]!]) {
      if (id === 'CDATA' && document.id !== 'JSON') continue;
      const { name, value } = named[next++ % named.length]!;
      const needle = value(random);
      const text = wrap(document.write(name, needle));
      const mimeType = text.startsWith('<') ? 'application/xml' : 'application/json';
      plant('encoded bodies', `${document.id} ‹ ${id}: ${name}`, needle, { mimeType, body: text });
    }
  const stored: readonly [string, (bytes: Buffer) => Buffer][] = [
    ['as base64', (bytes) => bytes],
    ['as base64 of gzip', (bytes) => gzipSync(bytes)],
    ['as base64 of deflate', (bytes) => deflateSync(bytes)],
  ];
  for (const [how, pack] of stored)
    for (const document of [documents[1]!, documents[7]!, documents[8]!, documents[11]!]) {
      const { name, value } = named[next++ % named.length]!;
      const needle = value(random);
      const draft: Draft = {
        mimeType: document.mimeType,
        body: base64(pack(Buffer.from(document.write(name, needle)))),
        encoding: 'base64',
      };
      plant('encoded bodies', `content kept ${how}, ${document.id}: ${name}`, needle, draft);
    }
  for (const charset of ['utf16le', 'latin1'] as const) {
    const needle = password(random);
    plant('encoded bodies', `content in ${charset}: password`, needle, {
      mimeType: `application/json; charset=${charset === 'latin1' ? 'iso-8859-1' : 'utf-16le'}`,
      body: base64(Buffer.from(json({ name: 'Jörg', password: needle }), charset)),
      encoding: 'base64',
    });
  }
  const { token: bearer, signature } = jwt(random);
  plant('JWT and JWE', 'in JSON under a neutral name', signature, {
    body: json({ result: { value: bearer } }),
  });
};
