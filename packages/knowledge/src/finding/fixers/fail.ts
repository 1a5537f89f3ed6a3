import { endsBelow } from '../close-code.ts';
import type { NetworkFailure, TlsFault } from '../finding-facts.ts';
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
  browser: 'browser',
  aborted: 'nobody',
  cut: 'customer-network',
  'redirect-loop': 'service-team',
  protocol: 'service-team',
  'web-socket': 'customer-network',
  none: 'customer-network',
};

/** Who shows or checks the certificate. */
const tlsFixer: Readonly<Record<TlsFault, Fixer>> = {
  dates: 'service-team',
  name: 'service-team',
  authority: 'customer-network',
  revoked: 'service-team',
  weak: 'service-team',
  pinned: 'customer-network',
  version: 'service-team',
  certificate: 'service-team',
  handshake: 'customer-network',
};

export const failFixers: GroupFixers<'fail'> = {
  'fail/network': ({ failure }) => networkFixer[failure],
  'fail/dns': networkFixer.dns,
  'fail/refused': networkFixer.refused,
  'fail/unreachable': networkFixer.unreachable,
  'fail/timeout': networkFixer.timeout,
  'fail/reset': networkFixer.reset,
  'fail/empty': networkFixer.empty,
  'fail/offline': networkFixer.offline,
  'fail/tls': ({ fault }) => tlsFixer[fault],
  'fail/truncated-body': networkFixer.cut,
  'fail/aborted-by-user': networkFixer.aborted,
  'fail/aborted-by-timeout': 'service-team',
  // Refused by its status: the service's word. Nothing, or broken off: mostly a proxy that knows no WebSockets.
  'fail/web-socket': ({ trouble, status, closeCode }) =>
    trouble !== 'said' && status === undefined && (closeCode === undefined || endsBelow(closeCode))
      ? 'customer-network'
      : 'service-team',
  'fail/redirect-loop': networkFixer['redirect-loop'],
  'fail/upstream': ({ party }) => (party === undefined ? 'service-team' : 'third-party'),
  'fail/rate-limited': ({ healed }) => (healed ? 'nobody' : 'service-team'),
  'fail/too-large': ({ what, cookieBytes }) =>
    what === 'fields' && cookieBytes !== undefined ? 'browser' : 'service-team',
  'fail/method-not-allowed': 'service-team',
  'fail/conflict': ({ keyUse }) => (keyUse === 'reused' ? 'service-team' : 'browser'),
  'fail/gateway-envoy': 'service-team',
  'fail/gateway-cdn': 'service-team',
  'fail/gateway-timeout': 'service-team',
  'fail/http-4xx': 'service-team',
  'fail/http-5xx': 'service-team',
  'fail/error-in-success': 'service-team',
  'fail/graphql': 'service-team',
  'fail/batch-item': 'service-team',
  'fail/soap-fault': 'service-team',
  'fail/oci-error': 'service-team',
  'fail/html-for-json': ({ page }) => (page === 'sign-in' ? 'browser' : 'service-team'),
  'fail/maintenance-page': 'service-team',
  'fail/broken-json': 'service-team',
  'fail/pending': 'recorder',
};
