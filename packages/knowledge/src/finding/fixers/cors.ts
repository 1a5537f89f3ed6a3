import type { GroupFixers } from './fixer.ts';

export const corsFixers: GroupFixers<'cors'> = {
  'cors/missing-allow-origin': 'service-team',
  'cors/allow-origin-mismatch': 'service-team',
  'cors/multiple-allow-origin': 'service-team',
  'cors/invalid-allow-origin': 'service-team',
  'cors/wildcard-with-credentials': 'service-team',
  'cors/no-allow-credentials': 'service-team',
  'cors/preflight-missing-allow-origin': 'service-team',
  'cors/preflight-allow-origin-mismatch': 'service-team',
  'cors/preflight-wildcard': 'service-team',
  'cors/preflight-no-allow-credentials': 'service-team',
  'cors/preflight-method': 'service-team',
  'cors/preflight-header': 'service-team',
  'cors/masked-server-error': 'service-team',
  'cors/preflight-status': 'service-team',
  'cors/preflight-redirect': 'service-team',
  'cors/redirect-credentials': 'service-team',
  'cors/header-not-exposed': 'service-team',
  'cors/repeated-preflights': 'service-team',
  'cors/authorization-wildcard': 'service-team',
  'cors/private-network': ({ reason }) =>
    reason === 'LocalNetworkAccessPermissionDenied' ? 'browser' : 'service-team',
  'cors/suspected': 'service-team',
};
