import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { byClient } from './rule.ts';

/** Sent nowhere, and nobody says why: Chrome writes one header field. */
const stopped = (url: string, more: Partial<Step> = {}): Step => ({
  url,
  type: 'fetch',
  status: 0,
  bare: true,
  ...more,
});
const blocked: Step = {
  url: `${api}/campaigns`,
  method: 'POST',
  status: 0,
  error: 'net::ERR_BLOCKED_BY_CLIENT',
};

checkRule(byClient, import.meta.url, {
  'finds.call-that-an-extension-stopped': harOf([page, blocked]),
  'finds.call-and-its-preflight-once': harOf([
    page,
    { ...blocked, atMs: 200 },
    {
      ...blocked,
      atMs: 202,
      method: 'OPTIONS',
      type: 'preflight',
      request: { 'access-control-request-method': 'POST' },
    },
  ]),
  'finds.call-that-was-never-sent': harOf([page, stopped(`${portal}/api/presence`)]),
  'finds.call-that-playwright-names-so': harOf([page, { ...blocked, error: 'inspector' }], 'Playwright'),
  'finds.statistics-of-another-site-as-information': harOf([
    page,
    { ...blocked, url: 'https://count.example.net/collect' },
  ]),
  'quiet.policy-of-the-page-that-playwright-names': harOf([page, { ...blocked, error: 'csp' }], 'Playwright'),
  'quiet.block-of-an-administrator': harOf([
    page,
    { ...blocked, error: 'net::ERR_BLOCKED_BY_ADMINISTRATOR' },
  ]),
  'quiet.request-given-up-by-the-page': harOf([page, { ...blocked, error: 'net::ERR_ABORTED' }]),
  'quiet.call-that-worked': harOf([page, { url: `${api}/campaigns`, body: { campaigns: [] } }]),
});
