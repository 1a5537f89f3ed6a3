import { describe, expect, it } from 'vitest';
import { createRandom } from '../testing/random.ts';
import type { Strictness } from './cookie-fields.ts';
import { nameVerdict } from './name-verdict.ts';

const value = createRandom(5).text('abcdefghijklmnopqrstuvwxyz0123456789', 26);

function masked(name: string, field: string, strictness: Strictness = 'default'): string {
  const parts = nameVerdict({ place: 'request-header', name, value: field, strictness })?.parts ?? [];
  return [...parts]
    .reverse()
    .reduce((text, { start, end, kind }) => `${text.slice(0, start)}‹${kind}›${text.slice(end)}`, field);
}

describe('cookies', () => {
  it('keep their names and lose their values', () => {
    expect(masked('Cookie', `JSESSIONID=${value}; _ga=GA1.2.${value}; "q"="x"; b=${value}`)).toBe(
      'JSESSIONID=‹session›; _ga=‹cookie›; "q"="x"; b=‹cookie›',
    );
    expect(masked('cookie', `a="${value}"; b=${value}==`)).toBe('a="‹cookie›"; b=‹cookie›');
    expect(masked('cookie', value)).toBe('‹cookie›');
  });

  it('lose their values where commas join several fields, and where quotation marks hold a semicolon', () => {
    const expires = 'Expires=Wed, 21 Oct 2026 07:28:00 GMT';
    expect(masked('Set-Cookie', `theme=dark; ${expires}; Path=/, foo=${value}; Path=/,bar=${value}`)).toBe(
      `theme=dark; ${expires}; Path=/, foo=‹cookie›; Path=/,bar=‹cookie›`,
    );
    expect(masked('Set-Cookie', `sid="${value};${value}"; Path=/\nfoo=${value}`)).toBe(
      'sid="‹session›"; Path=/\nfoo=‹cookie›',
    );
    expect(masked('Set-Cookie', `foo=${value},b=${value}; Path=/`)).toBe('foo=‹cookie›; Path=/');
  });

  it('lose their values in the fields of gateways, too', () => {
    expect(masked('X-Set-Cookie', `foo=${value}; Path=/`)).toBe('foo=‹cookie›; Path=/');
    expect(masked('X-Original-Cookie', `theme=dark; foo=${value}`)).toBe('theme=dark; foo=‹cookie›');
  });

  it('are spared where they cannot be credentials', () => {
    for (const spared of [
      'dark',
      'en-US',
      'zh_Hans_CN',
      'true',
      '1',
      '10.4.2',
      'granted',
      'accepted',
      'necessary',
      'abc12',
      '',
      'deleted',
      'opt_out',
      'eu-central-1',
      'us-gov-west-1',
      'ap-southeast-2',
      'us-east-1a',
      'europe-west4',
      'northamerica-northeast1',
      'asia-northeast1-b',
    ]) {
      expect(masked('Cookie', `pref=${spared}; sid=${value}`)).toBe(`pref=${spared}; sid=‹session›`);
    }
  });

  it('are not spared for looking like the region of a cloud', () => {
    for (const secret of [
      `eu-central-1-${value}`,
      `${value}-us-east-1`,
      'eu-hunter-1',
      'us-east-1970',
      'us-east-12',
      'xx-central-1',
      'EU-CENTRAL-1',
      'eu-central-1!',
      'europe-west4711',
      'asia-summer1-b',
    ])
      expect(masked('Cookie', `region=${secret}; x=1`), secret).toBe('region=‹cookie›; x=1');
    expect(masked('Cookie', 'password=eu-central-1')).toBe('password=‹password›');
    expect(masked('Cookie', 'region=eu-central-1', 'strict')).toBe('region=‹cookie›');
  });

  it('are never spared under a password name', () => {
    expect(masked('Cookie', 'password=dark; pin=4711')).toBe('password=‹password›; pin=‹pin›');
  });

  it('are none of them spared when the policy is strict', () => {
    expect(masked('Cookie', 'theme=dark; n=1', 'strict')).toBe('theme=‹cookie›; n=‹cookie›');
  });

  it('keep the attributes they are set with, and each line of several', () => {
    expect(
      masked(
        'Set-Cookie',
        `sid=${value}; Path=/; HttpOnly; Secure; SameSite=None\nlang=en; Path=/\nt=${value}; Max-Age=60`,
      ),
    ).toBe('sid=‹session›; Path=/; HttpOnly; Secure; SameSite=None\nlang=en; Path=/\nt=‹cookie›; Max-Age=60');
    expect(masked('set-cookie', `t=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/${value}`)).toBe(
      `t=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/${value}`,
    );
  });

  it('judged one by one give the offsets of the value alone', () => {
    const verdict = nameVerdict({ place: 'set-cookie', name: 'sid', value });
    expect(verdict?.parts).toEqual([{ start: 0, end: value.length, kind: 'session', rule: 'name/session' }]);
  });
});
