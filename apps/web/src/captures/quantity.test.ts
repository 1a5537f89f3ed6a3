import { expect, it } from 'vitest';
import { durationText } from './quantity.ts';

it.each([
  [0, '0 ms'],
  [999.7, '1.00 s'],
  [1842, '1.84 s'],
  [101_810, '101.81 s'],
  [119_600, '2 min 0 s'],
  [3_599_800, '1 h 0 min'],
  [10_213_460, '2 h 50 min'],
])('%s ms reads %s', (ms, text) => expect(durationText(ms)).toBe(text));
