import type { GroupRules } from '../group-rules.ts';
import { abortedByTimeout } from './aborted-by-timeout/rule.ts';
import { abortedByUser } from './aborted-by-user/rule.ts';
import { batchItem } from './batch-item/rule.ts';
import { brokenJson } from './broken-json/rule.ts';
import { conflict } from './conflict/rule.ts';
import { dns } from './dns/rule.ts';
import { empty } from './empty/rule.ts';
import { errorInSuccess } from './error-in-success/rule.ts';
import { gatewayCdn } from './gateway-cdn/rule.ts';
import { gatewayEnvoy } from './gateway-envoy/rule.ts';
import { gatewayTimeout } from './gateway-timeout/rule.ts';
import { graphql } from './graphql/rule.ts';
import { htmlForJson } from './html-for-json/rule.ts';
import { http4xx } from './http-4xx/rule.ts';
import { http5xx } from './http-5xx/rule.ts';
import { maintenancePage } from './maintenance-page/rule.ts';
import { methodNotAllowed } from './method-not-allowed/rule.ts';
import { network } from './network/rule.ts';
import { ociError } from './oci-error/rule.ts';
import { offline } from './offline/rule.ts';
import { pending } from './pending/rule.ts';
import { rateLimited } from './rate-limited/rule.ts';
import { redirectLoop } from './redirect-loop/rule.ts';
import { refused } from './refused/rule.ts';
import { reset } from './reset/rule.ts';
import { soapFault } from './soap-fault/rule.ts';
import { timeout } from './timeout/rule.ts';
import { tls } from './tls/rule.ts';
import { tooLarge } from './too-large/rule.ts';
import { truncatedBody } from './truncated-body/rule.ts';
import { unreachable } from './unreachable/rule.ts';
import { upstream } from './upstream/rule.ts';
import { webSocket } from './web-socket/rule.ts';

export const failRules: GroupRules<'fail'> = {
  'fail/dns': dns,
  'fail/refused': refused,
  'fail/unreachable': unreachable,
  'fail/timeout': timeout,
  'fail/reset': reset,
  'fail/empty': empty,
  'fail/offline': offline,
  'fail/tls': tls,
  'fail/truncated-body': truncatedBody,
  'fail/aborted-by-timeout': abortedByTimeout,
  'fail/aborted-by-user': abortedByUser,
  'fail/web-socket': webSocket,
  'fail/redirect-loop': redirectLoop,
  'fail/network': network,
  'fail/upstream': upstream,
  'fail/gateway-envoy': gatewayEnvoy,
  'fail/gateway-cdn': gatewayCdn,
  'fail/gateway-timeout': gatewayTimeout,
  'fail/http-5xx': http5xx,
  'fail/rate-limited': rateLimited,
  'fail/too-large': tooLarge,
  'fail/method-not-allowed': methodNotAllowed,
  'fail/conflict': conflict,
  'fail/http-4xx': http4xx,
  'fail/oci-error': ociError,
  'fail/soap-fault': soapFault,
  'fail/graphql': graphql,
  'fail/batch-item': batchItem,
  'fail/html-for-json': htmlForJson,
  'fail/maintenance-page': maintenancePage,
  'fail/broken-json': brokenJson,
  'fail/error-in-success': errorInSuccess,
  'fail/pending': pending,
};
