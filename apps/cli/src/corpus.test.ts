import { describe, expect, it } from 'vitest';
import { tabs } from './arguments/option-table.ts';
import { corpusFile, corpusNames } from './testing/corpus.ts';
import { runCli } from './testing/run-cli.ts';

/** What a terminal could obey or be deceived by; line feeds are ours. */
const obeyed = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

it('finds captures to run over', () => {
  expect(corpusNames.length).toBeGreaterThan(20);
});

/** Damaged before their first whole request. */
const beyondReading = ['mitmproxy+mitmproxy--brokenfile.har'];

describe.each(corpusNames.filter((name) => !beyondReading.includes(name)))('%s', (name) => {
  const file = corpusFile(name);

  it('has an answer in its first line, and nothing that a terminal obeys', async () => {
    for (const columns of [undefined, 80]) {
      const { code, out, err } = await runCli(['triage', file], columns === undefined ? {} : { columns });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.split('\n')[0]).toMatch(/\S+ \S+/);
      expect(out).not.toMatch(obeyed);
    }
  });

  it('is triaged for a program in the documented shape', async () => {
    const { code, out } = await runCli(['triage', '--json', file]);
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(report)).toEqual(['capture', 'findings', 'lint', 'notes']);
    for (const finding of report.findings) {
      expect(finding).toMatchObject({
        ruleId: expect.stringMatching(/^[a-z]+\/[a-z0-9-]+$/),
        severity: expect.stringMatching(/^(info|warning|error)$/),
        class: expect.stringMatching(/^(proven|strong|hint)$/),
        verdict: expect.stringMatching(/\S/),
      });
      for (const entry of finding.entries) expect(entry).toBeLessThan(report.capture.entries);
      for (const { entry, pointer } of finding.evidence) {
        expect(finding.entries.length === 0 || Number.isInteger(entry)).toBe(true);
        expect(pointer).toMatch(/^(\/.*)?$/s);
      }
    }
  });

  it('is the same table as text, JSON and CSV', async () => {
    const json = await runCli(['table', '--json', file]);
    const rows = JSON.parse(json.out);
    expect(json.code).toBe(0);
    for (const row of rows)
      expect(Object.keys(row)).toEqual([
        'index',
        'startedDateTime',
        'url',
        'method',
        'status',
        'trackingId',
        'error',
        'org',
        'timeMs',
      ]);
    const csv = await runCli(['table', '--csv', file]);
    expect(csv.out.split('\r\n')).toHaveLength(rows.length + 2);
    expect(csv.out.replaceAll('\r\n', '')).not.toMatch(obeyed);
    const text = await runCli(['table', file]);
    expect(text.out.split('\n').filter((line) => /^ *\d+ {2}/.test(line))).toHaveLength(rows.length);
    for (const columns of [80, 160]) {
      const { out } = await runCli(['table', file], { columns });
      expect(out).not.toMatch(obeyed);
    }
  });

  it('shows its first and last request in every tab', async () => {
    const { length } = JSON.parse((await runCli(['table', '--json', file])).out);
    for (const index of new Set([0, length - 1].filter((at) => at >= 0))) {
      for (const tab of [undefined, ...tabs]) {
        const argv = ['show', file, String(index), ...(tab === undefined ? [] : ['--tab', tab])];
        const text = await runCli(argv, { columns: 80 });
        expect({ argv, code: text.code, err: text.err }).toEqual({ argv, code: 0, err: '' });
        expect(text.out).not.toMatch(obeyed);
        JSON.parse((await runCli([...argv, '--json'])).out);
      }
    }
    expect((await runCli(['show', file, String(length)])).code).toBe(2);
  });

  it('accounts for every millisecond of a request', async () => {
    const { length } = JSON.parse((await runCli(['table', '--json', file])).out);
    if (length === 0) return;
    const timing = JSON.parse((await runCli(['show', '--tab', 'timing', '--json', file, '0'])).out);
    const inPhases = timing.phases
      .filter((span: { within?: string }) => span.within === undefined)
      .reduce((sum: number, span: { durationMs: number }) => sum + span.durationMs, 0);
    expect(inPhases + timing.unaccountedMs).toBeCloseTo(timing.timeMs, 3);
  });

  it('converts to a HAR with the same table', async () => {
    const { code, out } = await runCli(['convert', file, '-o', '-']);
    expect(code).toBe(0);
    expect(JSON.parse(out).log.version).toBe('1.2');
    const before = JSON.parse((await runCli(['table', '--json', file])).out);
    const after = JSON.parse((await runCli(['table', '--json', '-'], { stdin: out })).out);
    // A HAR must have a date where the input has none that a calendar knows: convert takes a neighbour's.
    for (const [index, row] of before.entries())
      if (Number.isNaN(Date.parse(row.startedDateTime))) after[index].startedDateTime = row.startedDateTime;
    // And a duration, where the table leaves what is not written open: convert takes the sum of the phases.
    for (const [index, row] of before.entries()) if (row.timeMs === null) after[index].timeMs = null;
    expect(after).toEqual(before);
  });
});

it.each(beyondReading)('says where %s ceases to be a capture and what to do', async (name) => {
  for (const argv of [
    ['triage'],
    ['triage', '--json'],
    ['table'],
    ['table', '--csv'],
    ['convert', '-o', '-'],
  ]) {
    const { code, out, err } = await runCli([...argv, corpusFile(name)]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/byte \d+ .*\(line \d+, column \d+\).*\nNext: /);
  }
});
