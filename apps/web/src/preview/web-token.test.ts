import { describe, expect, it } from 'vitest';
import { webTokens } from './web-token.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = [
  part({ alg: 'ES256', typ: 'JWT' }),
  part({ sub: 'Zoë', iat: 1_767_225_600, exp: 1_767_229_200 }),
  'c2ln',
].join('.');

describe('a web token', () => {
  it('is taken apart, its times told', () => {
    const [found] = webTokens(`Bearer ${token}`);
    expect(found).toMatchObject({
      at: 7,
      claims: '{"sub":"Zoë","iat":1767225600,"exp":1767229200}',
      times: [
        { claim: 'iat', epochMs: Date.UTC(2026, 0, 1) },
        { claim: 'exp', epochMs: Date.UTC(2026, 0, 1, 1) },
      ],
    });
  });

  it('is found with its signature masked', () => {
    expect(webTokens(`${token.slice(0, -4)}hx-jwt-7k3m9qp2rt5w6`)[0]?.times).toHaveLength(2);
  });

  it('is not seen in what only looks like one', () => {
    expect(webTokens('eyJub3QganNvbg.e30.x')).toEqual([]);
    expect(webTokens('eyJ'.repeat(30_000))).toEqual([]);
  });
});
