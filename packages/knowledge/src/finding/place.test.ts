import { expect, it } from 'vitest';
import { durationOf, place, sizeOf } from './place.ts';

it('names a request by its host and the end of its path', () => {
  const request = { method: 'GET', host: 'api.example.test' };
  expect(place({ ...request, path: '/v1/customers/{id}/locations/{id}/numbers' })).toBe(
    'GET api.example.test/…/{id}/numbers',
  );
  expect(place({ ...request, path: '/v1/users/{id}' })).toBe('GET api.example.test/v1/users/{id}');
  expect(place({ ...request, path: '/' })).toBe('GET api.example.test');
  expect(place({ method: 'GET', host: '', path: '' })).toBe('GET');
});

it('writes durations with their unit and the point of the language', () => {
  expect(durationOf(842.4)).toBe('842 ms');
  expect(durationOf(6017)).toBe('6.0 s');
  expect(durationOf(6017, ',')).toBe('6,0 s');
});

it('writes sizes with their unit and the point of the language', () => {
  expect(sizeOf(840)).toBe('840 B');
  expect(sizeOf(61_400)).toBe('61 kB');
  expect(sizeOf(2_150_000)).toBe('2.1 MB');
  expect(sizeOf(2_150_000, ',')).toBe('2,1 MB');
});
