import { type FindingName, findingNames } from '@harrier/lab';

/** One finding of Harrier in the lab's words. */
export interface Prediction {
  readonly ruleId: string;
  /** What it may mean; several where the rule does not tell them apart. */
  readonly names: readonly FindingName[];
  readonly severity: 'error' | 'warning' | 'info';
  readonly entries: readonly number[];
  /** The browser's own name for it, where the finding knows one. */
  readonly reason?: string;
}

/** As much of a finding as is judged; ids are plain texts, so that rules may come and go. */
export interface AnyFinding {
  readonly ruleId: string;
  readonly severity: Prediction['severity'];
  readonly entries: readonly number[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A finding's meaning in the vocabulary of the lab. Ids that both know mean themselves. */
export function predictionOf({ ruleId, severity, entries, facts }: AnyFinding): Prediction {
  const reason = [facts.corsError, facts.reason, facts.code].find((fact) => typeof fact === 'string');
  return {
    ruleId,
    names: namesOf(ruleId, facts),
    severity,
    entries,
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

const known: ReadonlySet<string> = new Set(findingNames);
const cors = findingNames.filter((name) => name.startsWith('cors/'));

/** What rules are called by the lab that have a wider name than its vocabulary. */
function namesOf(ruleId: string, facts: AnyFinding['facts']): readonly FindingName[] {
  switch (ruleId) {
    case 'fail/network':
      return networkNames[String(facts.failure)] ?? [];
    case 'fail/cors-suspected':
      return cors.filter((name) => name.startsWith('cors/preflight-') === (facts.sign !== 'answer-withheld'));
    case 'fail/in-body':
      return facts.inRedirect === true
        ? ['auth/oauth-error']
        : ['fail/error-in-success', 'fail/graphql', 'fail/batch-item', 'fail/soap-fault', 'fail/oci-error'];
    case 'fail/upstream':
      return ['fail/upstream', 'permission/vendor-refused'];
    case 'auth/unauthorized':
      return facts.credentials === 'missing'
        ? ['auth/missing-credentials', 'auth/unauthorized']
        : ['auth/unauthorized'];
    case 'slow/wait-dominates':
      return [waitNames[String(facts.place)] ?? 'slow/wait-unexplained'];
    case 'slow/stalled':
      return facts.connectionLimit === true ? ['slow/six-connections'] : ['slow/queueing', 'slow/proxy'];
    default:
      return known.has(ruleId) ? [ruleId as FindingName] : [];
  }
}

/** By the kind of failure that `fail/network` tells. */
const networkNames: Readonly<Record<string, readonly FindingName[]>> = {
  dns: ['fail/dns'],
  refused: ['fail/refused'],
  unreachable: ['fail/unreachable'],
  timeout: ['fail/timeout'],
  reset: ['fail/reset'],
  // Broken HTTP/2 counts as a connection that was cut.
  protocol: ['fail/reset'],
  empty: ['fail/empty'],
  tls: ['fail/tls'],
  'client-certificate': ['auth/client-certificate'],
  offline: ['fail/offline'],
  proxy: ['block/proxy-authentication'],
  blocked: findingNames.filter((name) => name.startsWith('block/')),
  aborted: ['fail/aborted-by-user', 'fail/aborted-by-timeout'],
  cut: ['fail/truncated-body'],
  'redirect-loop': ['fail/redirect-loop', 'auth/redirect-loop'],
  'web-socket': ['fail/web-socket'],
  none: ['fail/empty', 'fail/reset'],
};

const waitNames: Readonly<Record<string, FindingName>> = {
  service: 'slow/server',
  'before-service': 'slow/network',
  'not-observable': 'slow/wait-unexplained',
};
