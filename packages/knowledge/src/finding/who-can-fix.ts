import type { FindingId, FindingToTell, NetworkFailure } from './finding-facts.ts';

/**
 * Who can mend what a finding says. `customer-network` whoever runs the way from browser to service ·
 * `customer-administrator` whoever sets up users and features · `browser` the person at the browser ·
 * `service-team` whoever runs the service · `third-party` somebody behind the service · `recorder` whoever recorded the
 * capture · `nobody` there is nothing to mend.
 */
export type Fixer =
  | 'customer-network'
  | 'customer-administrator'
  | 'browser'
  | 'service-team'
  | 'third-party'
  | 'recorder'
  | 'nobody';

const networkFixer: Readonly<Record<NetworkFailure, Fixer>> = {
  dns: 'customer-network',
  refused: 'customer-network',
  unreachable: 'customer-network',
  timeout: 'customer-network',
  reset: 'customer-network',
  empty: 'service-team',
  tls: 'customer-network',
  'client-certificate': 'customer-administrator',
  offline: 'customer-network',
  proxy: 'customer-network',
  blocked: 'browser',
  aborted: 'nobody',
  cut: 'customer-network',
  'redirect-loop': 'service-team',
  protocol: 'service-team',
  'web-socket': 'customer-network',
  none: 'customer-network',
};

/** Who is asked first. The person reading may know better: the capture shows one side only. */
export function whoCanFix(finding: FindingToTell): Fixer {
  switch (finding.ruleId) {
    case 'fail/upstream':
      return finding.facts.party === undefined ? 'service-team' : 'third-party';
    case 'fail/network':
      return networkFixer[finding.facts.failure];
    case 'auth/unauthorized':
      if (finding.facts.healed) return 'nobody';
      if (finding.facts.status === 407) return 'customer-network';
      return finding.facts.status === 403 ? 'customer-administrator' : 'browser';
    default:
      return usualFixer[finding.ruleId];
  }
}

const usualFixer: Readonly<
  Record<Exclude<FindingId, 'fail/upstream' | 'fail/network' | 'auth/unauthorized'>, Fixer>
> = {
  'fail/http-4xx': 'service-team',
  'fail/http-5xx': 'service-team',
  'fail/in-body': 'service-team',
  'fail/cors-suspected': 'service-team',
  'fail/pending': 'recorder',
  'slow/wait-dominates': 'service-team',
  'slow/stalled': 'browser',
  'permission/feature-no-access': 'customer-administrator',
  'capture/no-content': 'recorder',
  'capture/truncated': 'recorder',
  'capture/damaged': 'recorder',
};
