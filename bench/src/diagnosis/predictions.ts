import { type FindingName, findingNames } from '@harrier/lab';

/** One finding of Harrier in the lab's words. */
export interface Prediction {
  readonly ruleId: string;
  /** What it may mean; several where the rule does not tell them apart. */
  readonly names: readonly FindingName[];
  readonly severity: 'error' | 'warning' | 'info';
  readonly class: 'proven' | 'strong' | 'hint';
  readonly entries: readonly number[];
  /** The browser's own name for it, where the finding knows one. */
  readonly reason?: string;
}

/** As much of a finding as is judged; ids are plain texts, so that rules may come and go. */
export interface AnyFinding {
  readonly ruleId: string;
  readonly severity: Prediction['severity'];
  readonly class: Prediction['class'];
  readonly entries: readonly number[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A finding's meaning in the vocabulary of the lab, which is that of the rules but for two. */
export function predictionOf(finding: AnyFinding): Prediction {
  const { ruleId, severity, entries, facts } = finding;
  const reason = [facts.corsError, facts.reason, facts.code].find((fact) => typeof fact === 'string');
  return {
    ruleId,
    names: namesOf(ruleId, facts),
    severity,
    class: finding.class,
    entries,
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

const known: ReadonlySet<string> = new Set(findingNames);

/** A request that the browser kept from the page, and nothing in the file says why. */
export const suspectedCors = 'cors/suspected';

function namesOf(ruleId: string, facts: AnyFinding['facts']): readonly FindingName[] {
  switch (ruleId) {
    case 'fail/network':
      return networkNames[String(facts.failure)] ?? [];
    case suspectedCors:
      return cors.filter((name) => name.startsWith('cors/preflight-') === (facts.sign !== 'answer-withheld'));
    default:
      return known.has(ruleId) ? [ruleId as FindingName] : [];
  }
}

const cors = findingNames.filter((name) => name.startsWith('cors/'));

/** What `fail/network` tells where no exact rule does, by its kind of failure. */
const networkNames: Readonly<Record<string, readonly FindingName[]>> = {
  // Broken HTTP/2 counts as a connection that was cut.
  protocol: ['fail/reset'],
  blocked: findingNames.filter((name) => name.startsWith('block/')),
  none: ['fail/empty', 'fail/reset'],
};
