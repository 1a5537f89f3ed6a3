import type { GroupRules } from '../group-rules.ts';
import { allowOriginMismatch } from './allow-origin-mismatch/rule.ts';
import { authorizationWildcard } from './authorization-wildcard/rule.ts';
import { headerNotExposed } from './header-not-exposed/rule.ts';
import { invalidAllowOrigin } from './invalid-allow-origin/rule.ts';
import { maskedServerError } from './masked-server-error/rule.ts';
import { missingAllowOrigin } from './missing-allow-origin/rule.ts';
import { multipleAllowOrigin } from './multiple-allow-origin/rule.ts';
import { noAllowCredentials } from './no-allow-credentials/rule.ts';
import { preflightAllowOriginMismatch } from './preflight-allow-origin-mismatch/rule.ts';
import { preflightHeader } from './preflight-header/rule.ts';
import { preflightMethod } from './preflight-method/rule.ts';
import { preflightMissingAllowOrigin } from './preflight-missing-allow-origin/rule.ts';
import { preflightNoAllowCredentials } from './preflight-no-allow-credentials/rule.ts';
import { preflightRedirect } from './preflight-redirect/rule.ts';
import { preflightStatus } from './preflight-status/rule.ts';
import { preflightWildcard } from './preflight-wildcard/rule.ts';
import { privateNetwork } from './private-network/rule.ts';
import { redirectCredentials } from './redirect-credentials/rule.ts';
import { repeatedPreflights } from './repeated-preflights/rule.ts';
import { suspected } from './suspected/rule.ts';
import { wildcardWithCredentials } from './wildcard-with-credentials/rule.ts';

export const corsRules: GroupRules<'cors'> = {
  'cors/missing-allow-origin': missingAllowOrigin,
  'cors/allow-origin-mismatch': allowOriginMismatch,
  'cors/multiple-allow-origin': multipleAllowOrigin,
  'cors/invalid-allow-origin': invalidAllowOrigin,
  'cors/wildcard-with-credentials': wildcardWithCredentials,
  'cors/no-allow-credentials': noAllowCredentials,
  'cors/masked-server-error': maskedServerError,
  'cors/preflight-status': preflightStatus,
  'cors/preflight-redirect': preflightRedirect,
  'cors/preflight-missing-allow-origin': preflightMissingAllowOrigin,
  'cors/preflight-allow-origin-mismatch': preflightAllowOriginMismatch,
  'cors/preflight-wildcard': preflightWildcard,
  'cors/preflight-no-allow-credentials': preflightNoAllowCredentials,
  'cors/preflight-method': preflightMethod,
  'cors/preflight-header': preflightHeader,
  'cors/header-not-exposed': headerNotExposed,
  'cors/repeated-preflights': repeatedPreflights,
  'cors/authorization-wildcard': authorizationWildcard,
  'cors/private-network': privateNetwork,
  'cors/redirect-credentials': redirectCredentials,
  'cors/suspected': suspected,
};
