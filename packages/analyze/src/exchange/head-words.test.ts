import { expect, it } from 'vitest';
import { vendors } from '../rules/block/interception/vendors.ts';
import { harOf } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { api } from '../testing/names.ts';
import { buildFields } from '../version/build-fields.ts';
import { openExchange } from './exchange.ts';
import { HeadSign, headSignsIn } from './head-words.ts';

const signsOf = (text: string) => headSignsIn(new TextEncoder().encode(text));

it.each([
  ['_error', '{"_error": "net::ERR_FAILED"}', HeadSign.error],
  ['_failureText', '{"_failureText":"reset"}', HeadSign.error],
  ['an error that is an object', '{"_error": {"code": 1}}', HeadSign.error],
  ['SAMLResponse', '{"name": "SAMLResponse"}', HeadSign.saml],
  ['the status of a gRPC call', '{"name":"Grpc-Status"}', HeadSign.grpc],
  ['Origin', '{"name":"Origin"}', HeadSign.origin],
  ['a frame that closes', '{"opcode": 8, "data": ""}', HeadSign.closeFrame],
  ['a grant', '"grant_type"', HeadSign.grant],
  ['a cookie', '"Cookie"', HeadSign.cookie],
  ['a cookie that is set', '"Set-Cookie"', HeadSign.setCookie],
  ['a cookie that was not kept', '"_blockedResponseCookies"', HeadSign.setCookie | HeadSign.blockedCookies],
  ['a cookie that was not sent', '"_blockedRequestCookies"', HeadSign.blockedCookies],
  ['another site', '"Sec-Fetch-Site", "value": "cross-site"', HeadSign.crossSite],
  ['a token against forgery', '"X-XSRF-TOKEN"', HeadSign.csrf],
  ['a credential of a proxy', '"Proxy-Authorization"', HeadSign.authorization],
  ['a key', '"X-Api-Key"', HeadSign.key],
  ['a page', '{"name":"Content-Type","value":"text/html"}', HeadSign.htmlAnswer],
  [
    'a page whose value stands first',
    '{"value":"text/html; charset=utf-8","name":"content-type"}',
    HeadSign.htmlAnswer,
  ],
  ['an error of the console', '"_consoleErrors"', HeadSign.consoleErrors],
  ['an issue', '"_issues"', HeadSign.issues],
  ['a deprecation', '"Sunset"', HeadSign.deprecation],
  ['base64', '"encoding": "base64"', HeadSign.base64],
  ['a letter that is written as an escape', String.raw`"\u0043ookie"`, HeadSign.hidden],
])('sees %s in a head, in any case of its letters', (_, text, sign) => {
  expect(signsOf(text) & sign).toBe(sign);
  expect(signsOf(`{"log":  ${text}}`) & sign).toBe(sign);
});

it.each([
  ['no error', '{"_error": null}'],
  ['an error that is empty', '{"_error":  ""}'],
  ['a frame that holds text', '{"opcode": 1, "data": "8"}'],
  ['a field of a page and another one', '{"name":"Content-Type"},{"value":"html"}'],
  ['nothing of all that', '{"name":"Accept","value":"text/html"}'],
])('sees no sign in %s', (_, text) => {
  expect(signsOf(text)).toBe(0);
});

it('knows every field in which services name their build', () => {
  for (const name of buildFields) expect(signsOf(`"name":"${name.toUpperCase()}"`)).toBe(HeadSign.build);
});

it('knows every maker of a gateway that its finding names', () => {
  for (const [pattern] of vendors)
    for (const word of pattern.source.replaceAll('\\b', '').split('|'))
      for (const written of [word.replace(' ?', ' '), word.replace(' ?', '')])
        expect(signsOf(`"Via", "value": "1.1 ${written}"`) & HeadSign.gateway).toBe(HeadSign.gateway);
});

it('takes a head in which letters are written as escapes for one that may hold anything', async () => {
  const text = JSON.stringify(harOf([{ url: `${api}/things`, body: { a: 1 } }]));
  const plain = await openExchange(await captureOf(text), 0);
  const hidden = await openExchange(await captureOf(text.replace('"GET"', String.raw`"\u0047ET"`)), 0);
  expect([plain, hidden].map((exchange) => exchange.mentions(HeadSign.issues))).toEqual([false, true]);
});
