import { parseFilter } from '@harrier/analyze';
import { expect, it } from 'vitest';
import { narrows } from './narrows.ts';

const isNarrower = (before: string, next: string): boolean =>
  narrows(parseFilter(before).ast, parseFilter(next).ast);

it.each([
  ['body~ab', 'body~abc'],
  ['body~b', 'body~ABC'],
  ['', 'body~a'],
  ['method:POST body~a', 'body~a method:POST error:x'],
  ['error:ab', 'error:abc'],
  ['header[a]~b', 'header[a]~bc'],
])('%s lets through all that %s does', (before, next) => expect(isNarrower(before, next)).toBe(true));

it.each([
  ['body~abc', 'body~ab'],
  ['-body~ab', '-body~abc'],
  ['body~a', 'body~a OR status:200'],
  ['header[a]~b', 'header[c]~bc'],
  ['body~/a/', 'body~/ab?/'],
  ['status:2', 'status:200'],
  ['domain:a', 'domain:ab'],
  ['error:abc', 'error:*'],
  ['tracking:ab', 'tracking:abc'],
])('%s may let less through than %s', (before, next) => expect(isNarrower(before, next)).toBe(false));
