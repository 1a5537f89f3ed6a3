import { expect, it } from 'vitest';
import { type MethodName, methodFacts } from './method-facts.ts';

/** IANA's HTTP Method Registry for the methods that have a page: safe, idempotent, reference. */
const registry: Readonly<Record<MethodName, readonly [safe: boolean, idempotent: boolean, source: string]>> =
  {
    CONNECT: [false, false, 'RFC 9110 §9.3.6'],
    DELETE: [false, true, 'RFC 9110 §9.3.5'],
    GET: [true, true, 'RFC 9110 §9.3.1'],
    HEAD: [true, true, 'RFC 9110 §9.3.2'],
    OPTIONS: [true, true, 'RFC 9110 §9.3.7'],
    PATCH: [false, false, 'RFC 5789 §2'],
    POST: [false, false, 'RFC 9110 §9.3.3'],
    PUT: [false, true, 'RFC 9110 §9.3.4'],
    TRACE: [true, true, 'RFC 9110 §9.3.8'],
  };

const methods = Object.keys(registry) as MethodName[];

it.each(methods)('says of %s what the registry says', (name) => {
  const { safe, idempotent, source } = methodFacts[name];
  expect([safe, idempotent, source]).toEqual(registry[name]);
});

it('lets caches keep GET and HEAD, POST and PATCH when marked, and nothing else (RFC 9110 §9.3, RFC 5789 §2)', () => {
  const cacheable = (is: string) => methods.filter((name) => methodFacts[name].cacheable === is);
  expect(cacheable('yes')).toEqual(['GET', 'HEAD']);
  expect(cacheable('marked')).toEqual(['PATCH', 'POST']);
});

it('gives no content to requests with CONNECT and TRACE, nor to responses to CONNECT and HEAD (RFC 9110 §6.4.1, §9.3)', () => {
  expect(methods.filter((name) => methodFacts[name].requestContent === 'no')).toEqual(['CONNECT', 'TRACE']);
  expect(methods.filter((name) => methodFacts[name].responseContent === 'no')).toEqual(['CONNECT', 'HEAD']);
});
