import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNumber } from './parse-number.ts';

function parse(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return parseNumber(bytes, 0, bytes.length);
}

const spelled = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => JSON.stringify(value)),
  fc
    .tuple(
      fc.constantFrom('', '-'),
      fc.bigInt({ min: 0n, max: 10n ** 22n }),
      fc.constantFrom('', '0', '5', '000', '25', '123456789', '00000000000000001'),
      fc.constantFrom('', 'e0', 'e5', 'E+12', 'e-7', 'e-30', 'e300', 'e-400', 'e99999999999'),
    )
    .map(([sign, whole, fraction, power]) => `${sign}${whole}${fraction && `.${fraction}`}${power}`),
);

it('reads every number exactly as JSON.parse does', () => {
  fc.assert(
    fc.property(spelled, (text) => {
      expect(parse(text)).toBe(JSON.parse(text));
    }),
    { numRuns: 3000 },
  );
});

it.each([
  '0',
  '-0',
  '0.0',
  '-0.000e5',
  '9007199254740993',
  '9007199254740992.5',
  '196.30000000043655',
  '9223372036854775807',
  '0.30000000000000004',
  '5e-324',
  '1.7976931348623157e308',
])('reads %s', (text) => {
  expect(parse(text)).toBe(JSON.parse(text));
});
