import fc from 'fast-check';
import { expect, it } from 'vitest';
import { failureWords, flagWords, licenceWords, Sign, signsIn } from './body-words.ts';

const bytesOf = (latin1: string) => Uint8Array.from(latin1, (char) => char.charCodeAt(0) & 0xff);
const utf8 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

/** Pieces of which the patterns are made, whole and broken, in an order that chance decides. */
const pieces = [
  ...[
    'err',
    'Err',
    'ERR',
    'fault',
    'Fail',
    'fehler',
    'aborted',
    '__type',
    'HTTP/1.1 503',
    'HTTP\\/2 404',
    'fallo',
  ],
  ...[
    '"status"',
    '"statusCode\\"',
    '"httpStatus"',
    '"code"',
    ' : ',
    ':',
    '"404"',
    '\\"503\\"',
    '404 ',
    ' 500,',
  ],
  ...[
    '"success"',
    '"ok"',
    '"erfolgreich"',
    '"exito"',
    'false',
    'FALSE',
    '"returnCode"',
    '"ret_code":',
    '"resultCode" :',
  ],
  ...[
    ...[
      '": "rejected"',
      '>NG<',
      '="KO"',
      utf8('"成功"'),
      '"Success"',
      '"rslt_cd":',
      'http/1.1 404',
      '"fout',
      '"false"',
    ],
    ...[
      utf8('"ÉCHEC"'),
      '":"echec"',
      '"data": null',
      '"Data\\":null',
      '"ok":0',
      '"success\\": \\"N\\"',
      '"code":-1',
      utf8('ОШИБКА'),
      'xception',
      'FEHLGESCHLAGEN',
      '"code":40017',
    ],
    '": "NG"',
    '":"KO"',
    '" : \\"NOK\\"',
    utf8('"失敗"'),
    ':"\\u5931\\u6557"',
    utf8(':"échec"'),
    '\\\\u00e9chec',
  ],
  ...[
    'Licen',
    'licencE',
    'SUBSCRIPTION',
    utf8('ライセンス'),
    '\\u30E9\\u30a4',
    'Flag',
    'permission',
    'eNtitlement',
    'x',
    ' ',
    '{',
    '"',
  ],
];
const made = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

it.each([
  ['failures', failureWords, Sign.failure],
  ['licences', licenceWords, Sign.licence],
  ['features', flagWords, Sign.flag],
] as const)('sees a sign of %s wherever the pattern finds one', (_what, pattern, sign) => {
  fc.assert(
    fc.property(made, (text) => {
      if (pattern.test(text)) expect(signsIn(bytesOf(text)) & sign).toBe(sign);
    }),
    { numRuns: 3000 },
  );
});

it('sees none in an ordinary answer', () => {
  const text = JSON.stringify({ status: 200, code: 0, items: [{ id: 404, name: 'Robin', state: 'ACTIVE' }] });
  expect(signsIn(bytesOf(text))).toBe(0);
});
