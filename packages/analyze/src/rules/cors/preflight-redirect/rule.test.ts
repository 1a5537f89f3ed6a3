import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflightWith, worked } from '../../../testing/cors-steps.ts';
import { preflightRedirect } from './rule.ts';

const redirected = { status: 302, error: 'net::ERR_INVALID_REDIRECT' };

checkRule(preflightRedirect, import.meta.url, {
  'finds.preflight-that-a-sign-in-redirects': preflightWith({ location: '/login?next=%2Fusers' }, redirected),
  'finds.preflight-to-another-host': preflightWith(
    { ...leave, location: 'https://login.example.test/x' },
    redirected,
  ),
  'quiet.preflight-and-request-that-worked': worked,
});
