import { refused, signedIn } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { firewallRefused } from './rule.ts';

const blocked: Step = {
  ...refused,
  status: 403,
  request: signedIn,
  mimeType: 'text/html',
  response: { server: 'cloudflare', 'cf-ray': '8a1b2c3d4e5f6071-FRA' },
  body: '<!doctype html><title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>',
};

checkRule(firewallRefused, import.meta.url, {
  'finds.block-page-with-its-reference': harOf([page, blocked]),
  'finds.block-page-in-another-language': harOf([
    page,
    {
      ...blocked,
      response: {},
      body: '<!doctype html><html lang="ja"><title>アクセスできません</title><p>このリクエストはWAFにより遮断されました。</html>',
    },
  ]),
  'finds.block-page-that-names-an-incident': harOf([
    page,
    {
      ...blocked,
      response: {},
      body: "<html><title>Access Denied</title><H1>Access Denied</H1>You don't have permission.<p>Reference&#32;&#35;18&#46;2d351ab8&#46;1741080600&#46;a4e1f3c</html>",
    },
  ]),
  'finds.block-page-of-nobody-in-particular': harOf([
    page,
    {
      ...blocked,
      response: {},
      body: '<html><title>Request blocked</title><p>The requested URL was rejected by the web application firewall.</p><p>Your support ID is: 18433902775514</p></html>',
    },
  ]),
  'finds.question-to-the-browser-in-place-of-json': harOf([
    page,
    {
      ...blocked,
      status: 202,
      response: { 'x-amzn-waf-action': 'challenge', server: 'CloudFront' },
      body: '<!doctype html><html><head><title></title></head><body><script src="/challenge.js"></script></body></html>',
    },
  ]),
  'finds.question-as-json': harOf([
    page,
    {
      ...blocked,
      response: { server: 'DataDome' },
      mimeType: 'application/json',
      body: { url: 'https://geo.captcha-delivery.com/captcha/?cid=masked' },
    },
  ]),
  'finds.checkpoint-that-a-field-proves': harOf([
    page,
    { ...blocked, response: { 'x-vercel-mitigated': 'challenge' }, body: '<title>Checkpoint</title>' },
  ]),
  'finds.country-that-is-kept-out': harOf([
    page,
    {
      ...blocked,
      body: '<!doctype html><html><title>Access denied | portal.example.test used Cloudflare to restrict access</title><h1>Error 1009</h1></html>',
    },
  ]),
  'quiet.work-that-was-accepted-behind-such-a-network': harOf([
    page,
    { ...blocked, status: 202, mimeType: 'application/json', body: { job: 7 } },
  ]),
  'quiet.refusal-of-the-service-behind-it': harOf([
    page,
    { ...blocked, mimeType: 'application/json', body: { message: 'Missing the role of an administrator.' } },
  ]),
  'quiet.page-that-was-not-found': harOf([
    page,
    { ...blocked, status: 404, body: '<title>Not found</title>' },
  ]),
});
