import { expect, it } from 'vitest';
import { chooseStyle } from './style.ts';

const terminal = { isTerminal: true };
const pipe = { isTerminal: false };

it.each([
  ['a terminal', {}, terminal, true],
  ['a pipe', {}, pipe, false],
  ['a terminal with NO_COLOR', { NO_COLOR: '1' }, terminal, false],
  ['a terminal with an empty NO_COLOR', { NO_COLOR: '' }, terminal, true],
  ['a dumb terminal', { TERM: 'dumb' }, terminal, false],
  ['a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, pipe, true],
  ['a terminal with FORCE_COLOR=0', { FORCE_COLOR: '0' }, terminal, false],
])('colours %s as the conventions say', (_name, env, sink, coloured) => {
  expect(chooseStyle(env, sink).failed('x') !== 'x').toBe(coloured);
});

it('closes what it opens', () => {
  expect(chooseStyle({}, terminal).slow('late')).toBe('\x1b[33mlate\x1b[0m');
});
