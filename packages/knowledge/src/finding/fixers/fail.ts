import type { NetworkFailure } from '../finding-facts.ts';
import type { Fixer, GroupFixers } from './fixer.ts';

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

export const failFixers: GroupFixers<'fail'> = {
  'fail/network': ({ failure }) => networkFixer[failure],
  'fail/upstream': ({ party }) => (party === undefined ? 'service-team' : 'third-party'),
  'fail/http-4xx': 'service-team',
  'fail/http-5xx': 'service-team',
  'fail/in-body': 'service-team',
  'fail/pending': 'recorder',
};
