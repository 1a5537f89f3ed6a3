import { expect, it } from 'vitest';
import { headerSources } from './header-name.ts';

/** The fields that RFC 9110 §18.4, RFC 9111 §8.1 and RFC 9112 §12.1 register, each with its section. */
const registry = {
  9110: `accept 12.5.1, accept-charset 12.5.2, accept-encoding 12.5.3, accept-language 12.5.4, accept-ranges 14.3, allow 10.2.1,
    authentication-info 11.6.3, authorization 11.6.2, connection 7.6.1, content-encoding 8.4, content-language 8.5,
    content-length 8.6, content-location 8.7, content-range 14.4, content-type 8.3, date 6.6.1, etag 8.8.3, expect 10.1.1,
    host 7.2, if-match 13.1.1, if-modified-since 13.1.3, if-none-match 13.1.2, if-range 13.1.5, if-unmodified-since 13.1.4,
    last-modified 8.8.2, location 10.2.2, max-forwards 7.6.2, proxy-authenticate 11.7.1, proxy-authorization 11.7.2,
    range 14.2, referer 10.1.3, retry-after 10.2.3, server 10.2.4, te 10.1.4, trailer 6.6.2, upgrade 7.8,
    user-agent 10.1.5, vary 12.5.5, via 7.6.3, www-authenticate 11.6.1`,
  9111: 'age 5.1, cache-control 5.2, expires 5.3, pragma 5.4',
  9112: 'transfer-encoding 6.1',
} as const;

const fields = Object.entries(registry).flatMap(([rfc, list]) =>
  list.split(',').map((field) => {
    const [name, section] = field.trim().split(' ');
    return [name!, `RFC ${rfc} §${section}`] as const;
  }),
);

it.each(fields)('names the section of %s', (name, source) => {
  expect(headerSources).toHaveProperty([name], source);
});

it('names those three documents for no other field', () => {
  const named = Object.entries(headerSources).filter(([, source]) => /^RFC 911[012]\b/.test(source));
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(fields));
});
