import { checkRule } from '../../../testing/check-rule.ts';
import {
  answeredWith,
  leave,
  preflight,
  preflightWith,
  unsent,
  worked,
} from '../../../testing/cors-steps.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { suspected } from './rule.ts';

const everything = { ...leave, 'access-control-allow-credentials': 'true' };

checkRule(suspected, import.meta.url, {
  'finds.answer-that-allows-everything': answeredWith(everything),
  'finds.preflight-that-allows-everything': preflightWith(everything),
  'finds.redirect-to-a-scheme-that-is-not-http': answeredWith(
    { ...everything, location: 'portal-app://open' },
    { status: 302 },
  ),
  'finds.failure-without-answer-or-preflight': harOf(
    [page, { ...unsent, request: { referer: `${portal}/users` } }],
    'Playwright',
  ),
  'finds.failure-of-a-sandboxed-frame-that-names-no-page': harOf([page, unsent], 'Playwright'),
  'quiet.preflight-and-request-that-worked': worked,
  'quiet.answer-that-says-exactly-why': answeredWith({}),
  'quiet.same-origin-request-that-failed': harOf([
    page,
    { url: `${portal}/api/users`, error: 'net::ERR_FAILED', request: { origin: portal } },
  ]),
  'quiet.same-origin-request-without-an-answer': harOf([
    page,
    { ...unsent, url: `${portal}/api/users`, request: { referer: `${portal}/users` } },
  ]),
  'quiet.server-that-refuses-connections-to-preflights-too': harOf([
    page,
    { ...unsent, error: 'net::ERR_CONNECTION_REFUSED' },
    { ...preflight, url: `${api}/users`, status: 0, error: 'net::ERR_CONNECTION_REFUSED' },
  ]),
});
