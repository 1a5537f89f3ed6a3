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

/** Names that count what failed, and what may stand under them. */
const underNames = [
  ...[
    'failed',
    'errors',
    'hasErrors',
    'default_of_every_setting',
    '"',
    '\\"',
    ' ',
    '\u00a0',
    '     ',
    ':',
    ',',
  ],
  ...['0', '0.', '00', 'null', 'NULL', 'nul', 'false', 'fals', '[', ']', '{', '}', '""', '\\"\\"', '\\'],
];

it('sees a sign of failures under whatever name and value the pattern finds one', () => {
  const parts = fc.array(fc.constantFrom(...underNames), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(parts, (some) => {
      const text = some.join('');
      if (failureWords.test(text)) expect(signsIn(bytesOf(text)) & Sign.failure).toBe(Sign.failure);
    }),
    { numRuns: 5000 },
  );
});

it.each([
  '{"failed":0,"done":9}',
  String.raw`{\"errors\" : [ ],\"hasErrors\":false}`,
  '{"errors": { }, "error":"", "faults":null}',
  '{"errorMessage":\\"\\"}',
])('sees no sign of failures where %s says that there are none', (text) => {
  expect(signsIn(bytesOf(text)) & Sign.failure).toBe(0);
});

it('takes a letter of ASCII that is written as an escape for what any word may hide behind', () => {
  expect(signsIn(bytesOf(String.raw`{\"l\\u0069cence\":\"x\"}`)) & Sign.hidden).toBe(Sign.hidden);
});

it('sees none in an ordinary answer', () => {
  const text = JSON.stringify({ status: 200, code: 0, items: [{ id: 404, name: 'Robin', state: 'ACTIVE' }] });
  expect(signsIn(bytesOf(text))).toBe(0);
});
