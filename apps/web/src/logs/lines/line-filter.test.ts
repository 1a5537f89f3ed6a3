import { type RecordJson, readRecordJson } from '@harrier/logs/for-pages';
import { describe, expect, it } from 'vitest';
import { everyLine, filterLines, type LineFilter } from './line-filter.ts';

const json: RecordJson = {
  time: '2026-01-15T09:30:06.500Z',
  source: 'us',
  region: '',
  service: 'cpapi',
  host: '',
  level: 'info',
  ids: [],
  direction: null,
  peer: '',
  status: null,
  durationMs: null,
  file: 'cpapi.log',
  line: 1,
  format: 'text',
  text: 'Rx PATCH /users',
  fields: { thread: 'exec-5' },
};
const records = [
  readRecordJson(json, 0n),
  readRecordJson(
    { ...json, time: '2026-01-15T09:30:07Z', level: 'error', text: 'refused', source: 'eu' },
    0n,
  ),
  readRecordJson({ ...json, time: null, level: null, text: 'no time' }, 0n),
];
const shown = (filter: Partial<LineFilter>) =>
  filterLines(records, { ...everyLine, ...filter }).map(({ body }) => body);

describe('the lines that are shown', () => {
  it('are all of them without a wish', () => expect(shown({})).toHaveLength(3));

  it.each([
    ['a word in any case', { text: 'patch' }, ['Rx PATCH /users']],
    ['a named value', { text: 'EXEC-5' }, ['Rx PATCH /users', 'refused', 'no time']],
    ['a level and worse', { level: 'warn' }, ['refused']],
    ['a source', { source: 'eu' }, ['refused']],
    ['a moment', { from: '2026-01-15T09:30:06.6Z' }, ['refused']],
    ['a time of the day of the first line', { from: '9:30:06.6' }, ['refused']],
    ['a stretch', { from: '09:30:00', until: '09:30:07' }, ['Rx PATCH /users']],
    ['a time that is half typed', { from: '09:' }, ['Rx PATCH /users', 'refused', 'no time']],
  ] as const)('fit %s', (_what, filter, bodies) => {
    expect(shown(filter)).toEqual(bodies);
  });
});
