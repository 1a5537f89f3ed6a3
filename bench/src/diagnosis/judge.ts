import type { FindingName, RecordedExpectation, RecordedTruth } from '@harrier/lab';
import { type Prediction, suspectedCors } from './predictions.ts';

/** How the findings about one capture compare with the truth about it. */
export interface Verdict {
  /** Each expectation that the file can show, and whether a finding with one of its entries met it. */
  readonly expected: readonly {
    readonly finding: FindingName;
    readonly found: boolean;
    readonly reason?: ReasonVerdict;
  }[];
  /** Each finding that claims something: true, or not true of these entries. */
  readonly claimed: readonly Claim[];
  /** Place of the first finding that names the root, from 1; undefined: none does. Absent where there is no root. */
  readonly root?: { readonly rank: number | undefined };
  /** Findings of severity `error` about a capture in which nothing is wrong. */
  readonly falseErrors?: number;
  /** Entries that the browser reported as failed, and whether a finding is about them. */
  readonly browserFailures: readonly { readonly told: boolean }[];
}

/** What a finding of more than information says. */
export interface Claim {
  readonly name: string;
  readonly right: boolean;
  /** An error that the capture's own fields prove; everything else says itself that it may be wrong. */
  readonly isProvenError: boolean;
}

/** The exact reason, of what was found. */
export interface ReasonVerdict {
  readonly family: 'cors' | 'network' | 'other';
  readonly right: boolean;
}

/**
 * Findings in the order in which they are shown, and the remarks on the protocol, which are a list of their own. A root
 * that is itself such a remark has its place there.
 */
export function judge(
  truth: RecordedTruth,
  findings: readonly Prediction[],
  lint: readonly Prediction[] = [],
): Verdict {
  const predictions = [...findings, ...lint];
  const claims = findings.filter(({ severity }) => severity !== 'info');
  const observable = truth.expects.filter(({ notObservable }) => notObservable === undefined);
  const root = observable.find((expectation) => expectation.root);
  const shown = root?.finding.startsWith('lint/') ? lint : findings;
  const rank = root === undefined ? -1 : shown.findIndex((finding) => meets(finding, root));
  return {
    expected: observable.map((expectation) => judgeExpectation(expectation, predictions)),
    claimed: claims
      .filter((claim) => !isAllowed(truth, claim))
      .map((claim) => {
        const met = observable.find((expectation) => meets(claim, expectation));
        return {
          name: met?.finding ?? (claim.names.length === 1 ? claim.names[0] : undefined) ?? claim.ruleId,
          right: met !== undefined || isKnownSuspicion(truth, claim),
          isProvenError: claim.severity === 'error' && claim.class === 'proven',
        };
      }),
    ...(root === undefined ? {} : { root: { rank: rank === -1 ? undefined : rank + 1 } }),
    ...(truth.healthy ? { falseErrors: claims.filter(({ severity }) => severity === 'error').length } : {}),
    browserFailures: truth.failed
      .filter(({ errorText, entry }) => errorText !== 'net::ERR_ABORTED' && !isBeyondProxies(truth, entry))
      .map(({ entry }) => ({ told: findings.some((finding) => tellsFailure(finding, entry)) })),
  };
}

function judgeExpectation(
  expectation: RecordedExpectation,
  predictions: readonly Prediction[],
): Verdict['expected'][number] {
  const { finding, reason } = expectation;
  const met = predictions.filter((prediction) => meets(prediction, expectation));
  return {
    finding,
    found: met.length > 0,
    ...(reason === undefined || met.length === 0
      ? {}
      : { reason: { family: familyOf(reason, finding), right: met.some((one) => one.reason === reason) } }),
  };
}

/** The right name, and at least one of the entries that show it. */
function meets({ names, entries }: Prediction, expectation: RecordedExpectation): boolean {
  if (!names.includes(expectation.finding)) return false;
  return expectation.entries.length === 0 || expectation.entries.some((entry) => entries.includes(entry));
}

/** A suspicion, and the browser did refuse for a reason of CORS: right wherever the exact one cannot be seen. */
function isKnownSuspicion({ failed }: RecordedTruth, claim: Prediction): boolean {
  const { ruleId, entries } = claim;
  return (
    (ruleId === suspectedCors || (ruleId.startsWith('cors/') && claim.class === 'hint')) &&
    failed.some(({ entry, corsError }) => corsError !== undefined && entries.includes(entry))
  );
}

/** What the browser did with an answer in which nothing forbids it, no proxy sees. */
function isBeyondProxies({ dialect, expects }: RecordedTruth, entry: number): boolean {
  return (
    dialect === 'fiddler' &&
    expects.some(({ notObservable, entries }) => notObservable === true && entries.includes(entry))
  );
}

/** However mildly: an advertisement that was blocked is worth a line. What is slow about an entry is no word of its failure. */
function tellsFailure({ ruleId, entries }: Prediction, entry: number): boolean {
  return entries.includes(entry) && !/^(?:slow|capture|lint)\//.test(ruleId);
}

/** True as well, though not asked for. What the file cannot show is no excuse: that would be a guess. */
function isAllowed({ allows }: RecordedTruth, { names }: Prediction): boolean {
  return names.some((name) => allows.includes(name));
}

function familyOf(reason: string, finding: FindingName): ReasonVerdict['family'] {
  if (finding.startsWith('cors/')) return 'cors';
  return reason.startsWith('net::') ? 'network' : 'other';
}
