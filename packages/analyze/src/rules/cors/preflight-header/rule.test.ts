import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflightWith, told, unsent, worked } from '../../../testing/cors-steps.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
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
  'finds.recording-without-the-preflight-in-which-the-browser-says-so': harOf([
    page,
    {
      ...unsent,
      request: { referer: `${portal}/` },
      ...told('HeaderDisallowedByPreflightResponse', 'trackingid'),
    },
  ]),
  'quiet.recording-with-a-reason-that-is-not-known-here': harOf([
    page,
    { ...unsent, request: { referer: `${portal}/` }, ...told('HeaderOfTheFuture', 'trackingid') },
  ]),
  'quiet.names-in-other-cases': preflightWith({
    ...leave,
    'access-control-allow-headers': 'CONTENT-TYPE,trackingID',
  }),
  'quiet.preflight-and-request-that-worked': worked,
});
