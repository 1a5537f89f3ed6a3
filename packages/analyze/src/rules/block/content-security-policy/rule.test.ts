import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { contentSecurityPolicy } from './rule.ts';

/** Sent nowhere, and nobody says why: Chrome writes one header field. */
const stopped = (url: string, more: Partial<Step> = {}): Step => ({
  url,
  type: 'fetch',
  status: 0,
  bare: true,
  ...more,
});
const withPolicy = (policy: string): Step => ({ ...page, response: { 'content-security-policy': policy } });
const map = 'https://maps.example.net/map.js';
const report = (disposition: string): Step => ({
  url: `${portal}/csp-reports`,
  type: 'other',
  method: 'POST',
  status: 204,
  request: { 'content-type': 'application/csp-report' },
  sent: {
    'csp-report': {
      'effective-directive': 'connect-src',
      'blocked-uri': 'https://weather.example.net/v2/now?city=7',
      disposition,
    },
  },
});

/** What Harrier's recorder keeps of the Issues panel. */
const violation = (isReportOnly: boolean, blockedURL: string) => ({
  entry: {
    _issues: [
      {
        code: 'ContentSecurityPolicyIssue',
        details: {
          blockedURL,
          violatedDirective: 'connect-src',
          isReportOnly,
          contentSecurityPolicyViolationType: 'kURLViolation',
        },
      },
    ],
  },
});
const weather = 'https://weather.example.net/v2/now';

checkRule(contentSecurityPolicy, import.meta.url, {
  'finds.script-that-is-not-on-the-list': harOf([
    withPolicy("script-src 'self'"),
    stopped(map, { type: 'script' }),
  ]),
  'finds.redirect-to-a-host-that-is-not-on-the-list': harOf([
    withPolicy("default-src 'self' pictures.example.test"),
    {
      url: 'https://pictures.example.test/p/17.png',
      type: 'image',
      status: 302,
      mimeType: 'x-unknown',
      error: 'net::ERR_ABORTED',
      response: { location: 'https://store.example.net/17.png' },
    },
  ]),
  'finds.violation-that-the-browser-reported': harOf([page, report('enforce')]),
  'finds.nonce-of-a-page-that-a-cache-kept': harOf([
    {
      ...page,
      response: {
        'content-security-policy': "script-src 'nonce-masked'; report-uri /csp-reports",
        age: '5400',
      },
    },
    {
      ...report('enforce'),
      sent: {
        'csp-report': {
          'effective-directive': 'script-src-elem',
          'blocked-uri': `${portal}/assets/app.js`,
          disposition: 'enforce',
        },
      },
    },
  ]),
  'finds.violation-told-by-the-reporting-api': harOf([
    page,
    {
      ...report('enforce'),
      request: { 'content-type': 'application/reports+json' },
      sent: [
        {
          type: 'csp-violation',
          body: { effectiveDirective: 'script-src-elem', blockedURL: 'inline', disposition: 'enforce' },
        },
      ],
    },
  ]),
  'finds.error-that-names-the-policy': harOf([
    page,
    { url: map, type: 'script', status: 0, error: 'net::ERR_BLOCKED_BY_CSP' },
  ]),
  'finds.call-that-never-became-a-request': harOf([
    { ...withPolicy("connect-src 'self'"), more: violation(false, weather) },
  ]),
  'finds.stopped-call-of-which-the-browser-says-so': harOf([
    { ...withPolicy("connect-src 'self' 'nonce-r4nd0m'"), more: violation(false, weather) },
    stopped(weather),
  ]),
  'quiet.issue-of-a-policy-that-only-reports': harOf([{ ...page, more: violation(true, weather) }]),
  'quiet.policy-that-only-reports': harOf([page, report('report')]),
  'quiet.stopped-script-that-the-policy-allows': harOf([
    withPolicy("script-src 'self' *.example.net"),
    stopped(map, { type: 'script' }),
  ]),
  'quiet.stopped-script-under-a-nonce': harOf([
    withPolicy("script-src 'self' 'nonce-r4nd0m'"),
    stopped(map, { type: 'script' }),
  ]),
  'quiet.strict-policy-under-which-all-worked': harOf([
    withPolicy("default-src 'self'"),
    { url: `${portal}/main.js`, type: 'script', mimeType: 'text/javascript', body: '1' },
  ]),
});
