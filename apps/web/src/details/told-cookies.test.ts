import type { Cookie, EntryRequest, EntryResponse } from '@harrier/har';
import { expect, it } from 'vitest';
import { sentCookies, setCookies } from './told-cookies.ts';

const cookie = (name: string): Cookie => ({ name, value: '1', custom: {} });
const answer = (cookies: readonly Cookie[], ...fields: readonly string[]) =>
  ({ cookies, headers: fields.map((value) => ({ name: 'Set-Cookie', value })) }) as unknown as EntryResponse;

it('tells of a cookie that only the field of the answer sets, with its attributes', () => {
  const told = setCookies(answer([cookie('kept')], 'kept=1', 'refused=a=b; Path=/in; SameSite=None; Secure'));
  expect(told.map(({ name }) => name)).toEqual(['kept', 'refused']);
  expect(told[1]).toMatchObject({
    value: 'a=b',
    path: '/in',
    sameSite: 'None',
    secure: true,
    httpOnly: false,
  });
});

it('tells of each cookie once, and of a name that is set for two paths twice', () => {
  const twice = answer([cookie('sid')], 'sid=1; Path=/a\nsid=1; Path=/b', 'not a cookie');
  expect(setCookies(twice).map(({ name }) => name)).toEqual(['sid', 'sid']);
});

it('tells of the cookies of a request whose list is empty', () => {
  const request = {
    cookies: [],
    headers: [{ name: 'cookie', value: 'a=1; b=2' }],
  } as unknown as EntryRequest;
  expect(sentCookies(request).map(({ name, value }) => `${name}=${value}`)).toEqual(['a=1', 'b=2']);
});
