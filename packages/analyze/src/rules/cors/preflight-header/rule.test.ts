import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflightWith, worked } from '../../../testing/cors-steps.ts';
import { preflightHeader } from './rule.ts';

checkRule(preflightHeader, import.meta.url, {
  'finds.tracking-id-that-is-not-listed': preflightWith({
    ...leave,
    'access-control-allow-headers': 'content-type',
  }),
  'finds.wildcard-beside-credentials': preflightWith({
    ...leave,
    'access-control-allow-headers': '*',
    'access-control-allow-credentials': 'true',
  }),
  'quiet.names-in-other-cases': preflightWith({
    ...leave,
    'access-control-allow-headers': 'CONTENT-TYPE,trackingID',
  }),
  'quiet.preflight-and-request-that-worked': worked,
});
