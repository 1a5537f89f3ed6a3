import { expect, it } from 'vitest';
import { provesLinear } from './linear-pattern.ts';

it.each([
  [String.raw`^(?<a>\S+) (?<b>[^|]*)\| (?<c>.*)$`],
  [String.raw`^"(?:[^"\\]|\\.)*"$`],
  [String.raw`^\[(?:(?<a>\w+):)?(?<b>\w+)\]`],
  [String.raw`Completed (?<status>\d{3}) .{0,40} in`],
  [String.raw`^.{0,200}\] - x`],
])('proves %s', (source) => {
  expect(provesLinear(source)).toBe(true);
});

it.each([
  ['^(?:a+)+$'],
  ['^(?:a|ab)*c'],
  ['^(?:a?)*c'],
  [String.raw`^\w+\d+x`],
  ['^.* .* x$'],
  [String.raw`\S+ x`],
  ['^(?:a|a)*$'],
  [String.raw`^(?<a>\w+)(?=x)`],
  [String.raw`^(?<a>\w)\k<a>`],
  ['^.{0,200} .{0,200}x'],
])('does not vouch for %s', (source) => {
  expect(provesLinear(source)).toBe(false);
});
