import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { redirects } from './rule.ts';

const hop = (from: string, to: string, wait = 350): Step => ({
  url: `${portal}${from}`,
  type: 'document',
  status: 302,
  mimeType: 'text/html',
  response: { location: to },
  timings: { send: 0.2, wait, receive: 1 },
});
const home: Step = { ...page, url: `${portal}/go/home` };
const inOrder = (steps: readonly Step[]) => steps.map((step, at) => ({ ...step, atMs: at * 360 }));

checkRule(redirects, import.meta.url, {
  'finds.three-redirects-before-the-page': harOf(
    inOrder([hop('/go', '/go/region'), hop('/go/region', '/go/tenant'), hop('/go/tenant', '/go/home'), home]),
  ),
  'finds.redirected-call': harOf([
    page,
    { ...hop('/api/users', '/api/v2/users', 620), type: 'xhr', atMs: 200 },
    { url: `${portal}/api/v2/users`, body: { users: [] }, atMs: 830 },
  ]),
  'finds.sign-in-as-information': harOf(
    inOrder([
      hop('/go', '/login'),
      hop('/login', '/oauth/authorize'),
      hop('/oauth/authorize', '/go/home'),
      home,
    ]),
  ),
  'quiet.one-redirect-of-a-page': harOf(inOrder([hop('/go', '/go/home'), home])),
  'quiet.redirects-that-cost-nothing': harOf(
    inOrder([hop('/go', '/go/region', 20), hop('/go/region', '/go/home', 20), home]),
  ),
});
