import type { RecordedExpectation, RecordedTruth } from '@harrier/lab';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { type AnyFinding, predictionOf } from './predictions.ts';
import { scoreByFinding, scoreOf } from './score.ts';

const finding = (ruleId: string, entries: readonly number[], over: Partial<AnyFinding> = {}) =>
  predictionOf({ ruleId, entries, severity: 'error', class: 'proven', facts: {}, ...over });

const truthOf = (over: Partial<RecordedTruth>): RecordedTruth => ({
  dialect: 'chrome',
  file: 'chrome.har',
  entryCount: 9,
  expects: [],
  allows: [],
  phases: [],
  failed: [],
  ...over,
});

const serverError: RecordedExpectation = { finding: 'fail/http-5xx', entries: [4, 5], root: true };

describe('the judge', () => {
  it('counts a finding that names one of the entries', () => {
    const { expected, claimed, root } = judge(truthOf({ expects: [serverError] }), [
      finding('fail/http-5xx', [5]),
    ]);
    expect(expected).toEqual([{ finding: 'fail/http-5xx', found: true }]);
    expect(claimed).toEqual([{ name: 'fail/http-5xx', right: true, isProvenError: true }]);
    expect(root).toEqual({ rank: 1 });
  });

  it('counts the right name about other entries as wrong, and as a miss', () => {
    const { expected, claimed, root } = judge(truthOf({ expects: [serverError] }), [
      finding('fail/http-5xx', [1]),
    ]);
    expect(expected[0]?.found).toBe(false);
    expect(claimed[0]?.right).toBe(false);
    expect(root).toEqual({ rank: undefined });
  });

  it('neither asks for nor excuses what the file cannot show', () => {
    const truth = truthOf({ expects: [{ ...serverError, notObservable: true }] });
    const { expected, claimed, root } = judge(truth, [finding('fail/http-5xx', [4])]);
    expect(expected).toEqual([]);
    expect(claimed[0]?.right).toBe(false);
    expect(root).toBeUndefined();
  });

  it('lets what is true as well pass without counting it', () => {
    const truth = truthOf({ expects: [serverError], allows: ['slow/redirects'] });
    expect(judge(truth, [finding('slow/redirects', [0])]).claimed).toEqual([]);
  });

  it('takes information for no claim', () => {
    expect(judge(truthOf({}), [finding('slow/polling', [0], { severity: 'info' })]).claimed).toEqual([]);
  });

  it('counts false errors only where nothing is wrong', () => {
    const errors = [finding('fail/http-4xx', [0]), finding('slow/server', [1], { severity: 'warning' })];
    expect(judge(truthOf({ healthy: true }), errors).falseErrors).toBe(1);
    expect(judge(truthOf({ expects: [serverError] }), errors).falseErrors).toBeUndefined();
  });

  it('takes a suspicion of CORS for right where the browser refused for some reason of CORS', () => {
    const failed = [
      { entry: 1, errorText: 'net::ERR_FAILED', corsError: 'MissingAllowOriginHeader' },
      { entry: 2, errorText: 'net::ERR_FAILED' },
    ];
    const { claimed } = judge(truthOf({ failed }), [
      finding('cors/suspected', [1]),
      finding('cors/suspected', [2]),
    ]);
    expect(claimed.map(({ right }) => right)).toEqual([true, false]);
  });

  it('looks for the place of a remark on the protocol among the remarks', () => {
    const truth = truthOf({ expects: [{ finding: 'lint/bad-date', entries: [1], root: true }] });
    const remark = finding('lint/bad-date', [1], { severity: 'info' });
    expect(judge(truth, [finding('slow/server', [0])], [remark]).root).toEqual({ rank: 1 });
  });

  it('gives a root that is information its place among all that is shown', () => {
    const truth = truthOf({ expects: [{ finding: 'slow/polling', entries: [1], root: true }] });
    const shown = ['slow/not-cached', 'slow/polling'].map((id) => finding(id, [1], { severity: 'info' }));
    expect(judge(truth, shown).root).toEqual({ rank: 2 });
  });

  it('does not hold a cancelled request for a failure that must be told', () => {
    const failed = [
      { entry: 1, errorText: 'net::ERR_ABORTED' },
      { entry: 2, errorText: 'net::ERR_FAILED' },
      { entry: 3, errorText: 'net::ERR_CONNECTION_RESET' },
    ];
    const { browserFailures } = judge(truthOf({ failed }), [finding('fail/reset', [3])]);
    expect(browserFailures).toEqual([{ told: false }, { told: true }]);
  });

  it('compares reasons of what was found', () => {
    const reason = 'MissingAllowOriginHeader';
    const truth = truthOf({ expects: [{ finding: 'cors/missing-allow-origin', entries: [2], reason }] });
    const told = (corsError: string) =>
      judge(truth, [finding('cors/missing-allow-origin', [2], { facts: { corsError } })]).expected[0]?.reason;
    expect(told(reason)).toEqual({ family: 'cors', right: true });
    expect(told('AllowOriginMismatch')).toEqual({ family: 'cors', right: false });
    expect(judge(truth, []).expected[0]?.reason).toBeUndefined();
  });
});

describe('names of today', () => {
  it.each([
    ['fail/network', { failure: 'protocol' }, ['fail/reset']],
    ['fail/network', { failure: 'none' }, ['fail/empty', 'fail/reset']],
    ['cors/preflight-header', {}, ['cors/preflight-header']],
    ['nobody/knows', {}, []],
  ])('%s %j means %j', (ruleId, facts, names) => {
    expect(finding(ruleId, [0], { facts }).names).toEqual(names);
  });

  it('let a suspicion of CORS mean a preflight or an answer, not both', () => {
    const answer = finding('cors/suspected', [0], { facts: { sign: 'answer-withheld' } }).names;
    expect(answer).toContain('cors/missing-allow-origin');
    expect(answer).not.toContain('cors/preflight-header');
  });
});

describe('the score', () => {
  const judged = (verdict: ReturnType<typeof judge>) => ({
    scenario: 'network/x',
    dialect: 'chrome',
    set: 'develop' as const,
    verdict,
    phases: [{ errorMs: 4, right: true }],
    told: [],
    notObservable: [],
  });

  it('adds up captures', () => {
    const truth = truthOf({ expects: [serverError, { finding: 'slow/server', entries: [6] }] });
    const one = judged(judge(truth, [finding('fail/http-4xx', [0]), finding('fail/http-5xx', [4])]));
    const other = judged(judge(truthOf({ healthy: true }), [finding('fail/http-4xx', [0])]));
    const score = scoreOf([one, other]);
    expect(score.recall).toEqual({ count: 1, of: 2 });
    expect(score.precision).toEqual({ count: 1, of: 3 });
    expect(score.provenPrecision).toEqual({ count: 1, of: 3 });
    expect(score.rootFirst).toEqual({ count: 0, of: 1 });
    expect(score.rootInThree).toEqual({ count: 1, of: 1 });
    expect(score.falseErrors).toEqual({ count: 1, of: 1 });
    expect(score.phaseErrorMs).toBe(4);
    expect(scoreByFinding([one, other]).get('fail/http-4xx')?.precision).toEqual({ count: 0, of: 2 });
  });

  it('says of nothing that there is nothing', () => {
    expect(scoreOf([]).recall).toEqual({ count: 0, of: 0 });
    expect(scoreOf([]).phaseErrorMs).toBeNaN();
  });
});
