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
  [String.raw`^(?:a+)+$`],
  [String.raw`^(?:a|ab)*c`],
  [String.raw`^(?:a?)*c`],
  [String.raw`^\w+\d+x`],
  [String.raw`^.* .* x$`],
  [String.raw`\S+ x`],
  [String.raw`^(?:a|a)*$`],
  [String.raw`^(?<a>\w+)(?=x)`],
  [String.raw`^(?<a>\w)\k<a>`],
  [String.raw`^.{0,200} .{0,200}x`],
])('does not vouch for %s', (source) => {
  expect(provesLinear(source)).toBe(false);
});
