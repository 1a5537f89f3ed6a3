import { expect, it } from 'vitest';
import { withoutTokens } from './without-tokens.ts';

const token = (subject: string) =>
  [{ alg: 'HS256', typ: 'JWT' }, { sub: subject }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2lnbmVk')
    .join('.');

it('gives one token one name, wherever it stands', () => {
  const [a, b] = [token('avery@example.com'), token('robin@example.com')];
  const { text, tokens } = withoutTokens(`"Bearer ${a}" {\\"access_token\\":\\"${b}\\"} ${a}`);
  expect(text).toBe('"Bearer lab-token-1" {\\"access_token\\":\\"lab-token-2\\"} lab-token-1');
  expect(tokens).toBe(2);
});

it('leaves alone what merely begins so', () => {
  expect(withoutTokens('eyJhbGciOiJIUzI1NiJ9 is a header')).toEqual({
    text: 'eyJhbGciOiJIUzI1NiJ9 is a header',
    tokens: 0,
  });
});
