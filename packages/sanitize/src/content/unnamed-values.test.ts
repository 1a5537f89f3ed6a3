import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { createRandom } from '../testing/random.ts';
import { bytesToLatin1 } from './bytes.ts';
import { ContentRewriter } from './content-rewriter.ts';

const seed = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);
const random = createRandom(seed);
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const drawn = `${random.text(letters, 27)}7`;
const hex = `${random.text('0123456789abcdef', 30)}a7`;
const dotted = [0, 1, 2].map(() => `k${random.text(letters, 18)}4`).join('.');
const chosen = 'Kestrel-31moss';
const words = 'cedarindigoember';

function rewriter(): ContentRewriter {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  return new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} });
}

const json = JSON.stringify;

/** Texts in which a credential has no name beside or above it. */
const places: Readonly<Record<string, [text: string, mimeType?: string]>> = {
  'an argument of a call that signs in': [
    json({ jsonrpc: '2.0', method: 'login', params: ['ann', chosen], id: 1 }),
  ],
  'an argument of a call of Odoo': [
    json({ params: { service: 'common', method: 'login', args: ['db', 'admin', words] } }),
  ],
  'an argument that unlocks a wallet': [json({ method: 'walletpassphrase', params: [words, 60] })],
  'the only argument of a hub': [json({ type: 1, target: 'Authenticate', arguments: [drawn] })],
  'the session of a call to ubus': [json({ method: 'call', params: [hex, 'system', 'board', {}] })],
  'an argument of a call that changes a password': [
    json({ method: 'user.changePassword', params: [chosen, words] }),
  ],
  'an argument of Ext Direct': [
    json({ action: 'Auth', method: 'login', data: ['ann', chosen], type: 'rpc' }),
  ],
  'a change of Vaadin': [json({ rpc: [['1', 'v', 'v', ['password', ['s', words]]]], syncId: 1 })],
  'a secret of Azure': [json({ value: drawn, id: 'https://v.vault.azure.net/secrets/mine/1' })],
  'a secret of Google': [
    json({ name: 'projects/1/secrets/x', payload: { data: btoa(chosen), dataCrc32c: '1' } }),
  ],
  'a masked variable of GitLab': [
    json([{ key: 'MY', variable_type: 'env_var', value: drawn, masked: true }]),
  ],
  'a secure parameter of AWS': [
    json({ Parameters: [{ Name: '/prod/x', Type: 'SecureString', Value: chosen }] }),
  ],
  'an argument of XML-RPC': [
    `<?xml version="1.0"?><methodCall><methodName>wp.getUsersBlogs</methodName><params><param><value><string>admin</string></value></param><param><value><string>${words}</string></value></param></params></methodCall>`,
    'text/xml',
  ],
  'an argument of GWT-RPC': [
    `7|0|8|https://app.example.com/app/|7D6A8BC0F1E2D3C4B5A6978812345678|com.example.LoginService|login|java.lang.String/2004016611|java.lang.String/2004016611|ann|${chosen}|1|2|3|4|2|5|6|7|8|`,
    'text/x-gwt-rpc; charset=utf-8',
  ],
  'an argument of DWR': [
    `callCount=1\npage=/x\nc0-scriptName=LoginBean\nc0-methodName=login\nc0-id=0\nc0-param0=string:ann\nc0-param1=string:${chosen}\nbatchId=1\n`,
    'text/plain',
  ],
  'a variable that a query gives to a password': [
    json({
      query: 'mutation L($a: String!, $b: String!) { login(user: $a, password: $b) { id } }',
      variables: { a: 'ann', b: words },
    }),
  ],
  'a variable of a batch': [
    json([
      {
        variables: { u: 'ann', p: words },
        query: 'mutation($u:String!,$p:String!){login(user:$u,password:$p){id}}',
      },
    ]),
  ],
  'a map of Transit': [json(['^ ', '~:user', 'ann', '~:password', words])],
  'data of SvelteKit': [
    json({ nodes: [{ type: 'data', data: [{ session: 1 }, { access_token: 2, user: 3 }, drawn, 'ann'] }] }),
  ],
  'data of React Router': [json([{ _1: 3, _2: 4 }, 'user', 'accessToken', 'ann', drawn])],
  'bytes of MongoDB': [json({ password: { $binary: { base64: btoa(words), subType: '00' } } })],
  'a secret of Kubernetes': [
    json({ apiVersion: 'v1', kind: 'Secret', data: { mine: btoa(chosen), other: drawn } }),
  ],
  'a list of secrets of Kubernetes': [
    json({ kind: 'SecretList', items: [{ stringData: { mine: chosen } }] }),
  ],
  'a secret of Kubernetes in YAML': [
    `apiVersion: v1\ndata:\n  mine: ${drawn}\n  conf: |\n    ${drawn}\nkind: Secret\nmetadata:\n  name: a\n`,
    'application/yaml',
  ],
  'a store of secrets': [
    json({
      lease_id: '',
      data: { data: { mine: drawn }, metadata: { created_time: '2026-01-01', version: 1 } },
    }),
  ],
  'a concealed field': [json([{ id: 'x', type: 'CONCEALED', label: 'thing', value: chosen }])],
  'an attribute of a trace': [json([{ key: 'db.password', value: { stringValue: words } }])],
  'items of a page of APEX': [json({ pageItems: { itemsToSubmit: [{ n: 'P9_PASSWORD', v: words }] } })],
  'a code that activates a device': [json({ code: '5414011256173816', expiryTime: '2026-01-01T00:00:00Z' })],
  'a list of fields': [json({ Header: [`X-Key: ${drawn}`, `Cookie: app=${drawn}`] })],
  'a table that a console draws': [
    `+----+-------+------------------+\n| id | user  | password         |\n+----+-------+------------------+\n|  1 | ann   | ${chosen} |\n|  2 | bob   | ${words} |\n+----+-------+------------------+\n`,
  ],
  'a table of psql': [
    ` id | usename | api_token \n----+---------+----------\n  1 | ann     | ${drawn}\n(1 row)\n`,
  ],
  'a table of Markdown': [
    `# Accounts\n\n| Name | API key |\n|------|:-------:|\n| ci | \`${drawn}\` |\n`,
    'text/markdown',
  ],
  'rows that are copied': [
    `COPY public.users (id, name, password) FROM stdin;\n1\tann\t${chosen}\n2\tbob\t${words}\n\\.\n`,
  ],
  'a list in settings written as code': [
    `DEBUG = False\nSECRET_KEY_FALLBACKS = [\n    '${drawn}',\n    "${hex}",\n]\n`,
  ],
  'a list in code': [`module.exports = { apiKeys: ['${drawn}', '${hex}'] };`, 'text/javascript'],
  'a list of words of Ruby': [`config.secret_tokens = %w[${drawn} ${hex}]`],
  'a bare value in parts': [`INFO session opened, access_token=${dotted} for ann`],
  'an event that is called after it': [`event: access_token\ndata: ${drawn}\n\n`, 'text/event-stream'],
  'an object written out beside its user': [
    `LoginRequest{username='ann', password='${words}', rememberMe=true} Creds(user='bob', password='${words}')`,
  ],
  'a line of a log beside its user': [`level=info user=ann password="${words}"`],
  'a pair of EDN': [`{:user "ann" :password "${chosen}"}`],
  'a message in bold behind a fixed blank': [`<p>Password:&nbsp;<b>${chosen}</b></p>`, 'text/html'],
  "an argument of a page's state": [
    `<script>window.__NUXT__=(function(a,b,c){return {user:a,auth:{accessToken:c},n:b}}("ann",{a:"}(,"},"${drawn}"))</script>`,
    'text/html',
  ],
  'an argument of a state in a script': [
    `window.__NUXT__=(function(a,b){return {user:a,accessToken:b}}("ann","${drawn}"));`,
    'text/javascript',
  ],
  'an address with a session of ASP.NET': [
    `https://x.example.com/(S(${random.text('abcdefghijklmnopqrstuvwxyz012345', 23)}7))/a.aspx`,
  ],
};

describe(`a credential without a name of its own (seed ${seed})`, () => {
  it.each(Object.entries(places))('is found in %s', (_, [text, mimeType = 'application/json']) => {
    const secrets = [drawn, hex, dotted, chosen, words, btoa(words), btoa(chosen), '5414011256173816'];
    const address = /\(S\((\w+)\)\)/.exec(text)?.[1];
    const held = [...secrets, address ?? ''].filter((secret) => secret !== '' && text.includes(secret));
    expect(held).not.toEqual([]);
    // Long enough to be looked over first, too; and in a string of JSON.
    const isJson = /^[[{]"/.test(text);
    const padding = isJson
      ? ''
      : `${mimeType === 'text/event-stream' ? ':' : '\n'}${' ordinary words'.repeat(30)}`;
    const long = isJson ? json([JSON.parse(text), 'ordinary words '.repeat(30)]) : text + padding;
    for (const sample of [
      text,
      text.startsWith('7|') || /^https/.test(text) ? text : long,
      json({ a: long }),
    ]) {
      const rewritten = rewriter().rewriteText(
        sample,
        sample.startsWith('{"a":') ? 'application/json' : mimeType,
      );
      for (const secret of held) expect(rewritten).not.toContain(secret);
      expect(rewriter().rewriteText(rewritten, mimeType)).toBe(rewritten);
    }
  });

  it('is found in bytes between lengths, which are written anew', () => {
    const java = (value: string) => `t\0${String.fromCharCode(value.length)}${value}`;
    const amf0 = (value: string) => `\x02\0${String.fromCharCode(value.length)}${value}`;
    const amf3 = (value: string, mark = '') => `${mark}${String.fromCharCode(2 * value.length + 1)}${value}`;
    const map = (name: string, value: string) =>
      `\n${String.fromCharCode(name.length)}${name}\x12${String.fromCharCode(value.length)}${value}`;
    const forms: ((password: string) => string)[] = [
      (password) =>
        `\xac\xed\0\x05sr\0\x11java.util.HashMap\x05\x07\xda\xc1w\x08\0\0\0\x10\0\0\0\x02${java('user')}${java('ann')}${java('password')}${java(password)}x`,
      (password) =>
        `\0\0\0\0\0\x01\0\x05login\0\x02/1\0\0\0\x3c\x03\0\x04user${amf0('ann')}\0\x08password${amf0(password)}\0\0\x09`,
      (password) =>
        `\0\x03\0\0\0\x01\0\x04null\0\x02/1\0\0\0\x3c\x11\n\x0b\x01${amf3('username')}${amf3('ann', '\x06')}${amf3('password')}${amf3(password, '\x06')}\x01`,
      (password) => `\x08\x96\x01\x12\xff\x00${map('user', 'ann')}${map('password', password)}`,
    ];
    for (const form of forms) {
      const bytes = Uint8Array.from(form(chosen), (sign) => sign.charCodeAt(0));
      const rewritten = rewriter().rewriteBytes(bytes, 'application/octet-stream') as Uint8Array;
      const [pseudonym = ''] = /hx-pwd-[a-z0-9]{13}/.exec(bytesToLatin1(rewritten)) ?? [];
      expect(pseudonym).not.toBe('');
      expect(bytesToLatin1(rewritten)).toBe(form(pseudonym));
      expect(rewriter().rewriteBytes(rewritten, 'application/octet-stream')).toEqual(rewritten);
    }
  });
});

describe('what only looks like one', () => {
  it.each([
    [json({ jsonrpc: '2.0', method: 'getLocations', params: ['ann', 'Kestrel-31moss'], id: 1 })],
    [json({ method: 'login', params: ['ann@example.com', 'en-US', true], id: 1 })],
    [
      json({
        action: 'login',
        args: ['https://app.example.com/home', '0f8fad5b-d9cb-469f-a165-70867728950e'],
      }),
    ],
    [json({ target: 'PresenceChanged', arguments: ['ann', 'do-not-disturb-2'] })],
    [json({ method: 'call', params: [7, 'session', 'login'] })],
    [json({ query: '{ users(token: $after, first: $n) { id } }', variables: { after: 'next', n: 20 } })],
    [json({ query: 'query($id: ID!) { user(id: $id) { name } }', variables: { id: 'b2a7c9e1d3f5a7b9' } })],
    [json(['^ ', '~:status', 'FAILED', '~:token-type', 'bearer'])],
    [json([{ total: 1, id: 2 }, 'b2a7c9e1d3f5a7b9', 'c2a7c9e1d3f5a7b9'])],
    [json({ Parameters: [{ Name: '/prod/x', Type: 'String', Value: 'b2a7c9e1d3f5a7b9' }] })],
    [json([{ key: 'MY', variable_type: 'env_var', value: 'b2a7c9e1d3f5a7b9', masked: false }])],
    [json({ rpc: [['1', 'v', 'v', ['scrollTop', ['s', 'b2a7c9e1d3f5a7b9']]]] })],
    [json({ action: 'Users', method: 'list', data: ['ann', 'b2a7c9e1d3f5a7b9'] })],
    [json({ kind: 'ConfigMap', data: { mine: 'b2a7c9e1d3f5a7b9' } })],
    [json({ kind: 'SecretPolicy', data: { mine: 'b2a7c9e1d3f5a7b9' } })],
    [json({ lease_id: '', data: { display_name: 'b2a7c9e1d3f5a7b9', policies: ['default'] } })],
    [json([{ n: 'P9_LOCATION', v: 'b2a7c9e1d3f5a7b9' }])],
    [json({ code: '4040000112', message: 'not found' })],
    [json({ errorCode: '1234567890123456', code: 'LOCATION_NOT_FOUND' })],
    [json({ headers: ['Content-Type: application/json', 'TrackingID: WEB_0f8fad5b-d9cb'] })],
    [
      '| Parameter | Type | Required |\n|---|---|---|\n| password | string | yes |\n| token | string | no |\n',
    ],
    [
      '| Feature | Password | Token |\n|---|:-:|---|\n| sign-in | required | optional |\n| api | none | Bearer |\n',
    ],
    [
      '+------+----------+\n| host | requests |\n+------+----------+\n| b2a7c9e1d3f5 | 17 |\n+------+----------+\n',
    ],
    ['COPY public.jobs (id, state, trackingid) FROM stdin;\n1\tFAILED\tWEB_0f8fad5b-d9cb-469f\n\\.\n'],
    ["tokens = ['identifier', 'whitespace', 'number_literal']\nkeyTokens: [Token.first, Token.last]\n"],
    ['x.token = window.session1.current2.token3; y(password: this.form.password1.value2)'],
    ['window.__NUXT__=(function(a,b){return {id:a,token:null,tokenType:b}}("b2a7c9e1d3f5a7b9","bearer"));'],
    ['event: token\ndata: Hello\n\nevent: token\ndata: internationalisation\n\n'],
    ["form({ username: 'Username', password: 'Password' }, { user: 'Benutzer', password: 'Kennwort' })"],
    [
      "schema = { user: 'string', password: 'string' }; rules = { email: 'required', password: 'required|confirmed' }",
    ],
    ['the password for this account has expired; credentials: include; check user and password again'],
    ["https://example.com/odata/Items(S('a'))?x=(A(b))"],
    [
      '7|0|5|https://app.example.com/app/|7D6A8BC0F1E2D3C4|com.example.MapService|getTiles|b2a7c9e1d3f5a7b9|1|2|3|4|1|5|',
    ],
  ])('stays: %j', (text) => {
    const padding = 'ordinary words follow here and go on '.repeat(12);
    const isJson = /^[[{]"/.test(text);
    const long = isJson ? json([JSON.parse(text), padding]) : `${text}\n${padding}`;
    for (const sample of [text, /^(?:7\||https)/.test(text) ? text : long])
      expect(rewriter().rewriteText(sample, isJson ? 'application/json' : 'text/plain')).toBe(sample);
  });
});
