import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflight, preflightWith, worked } from '../../../testing/cors-steps.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { preflightMissingAllowOrigin } from './rule.ts';

checkRule(preflightMissingAllowOrigin, import.meta.url, {
  'finds.preflight-without-the-field': preflightWith({}),
  'finds.preflight-that-a-sign-in-refused': preflightWith({ 'www-authenticate': 'Bearer' }, { status: 401 }),
  'finds.preflight-alone-as-a-proxy-sees-it': harOf([page, preflight], 'Fiddler'),
  'quiet.preflight-that-fails-by-its-status-alone': preflightWith(leave, { status: 404 }),
  'quiet.preflight-and-request-that-worked': worked,
  'quiet.request-that-was-answered-after-all': harOf([
    page,
    { url: `${api}/users`, method: 'PUT', body: { ok: true }, request: { origin: portal } },
    { ...preflight, status: 403 },
  ]),
});
