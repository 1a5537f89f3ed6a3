import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { sanitized } from './rule.ts';

const calls = (request: Record<string, string>, response: Record<string, string> = {}) =>
  [1, 2, 3, 4, 5].map((user) => ({ url: `${api}/users/${user}`, body: { id: user }, request, response }));
const allowed = { 'access-control-allow-credentials': 'true' };
const marked = harOf([page, ...calls({})]) as { log: object };

checkRule(sanitized, import.meta.url, {
  'finds.marker-of-harrier': { log: { ...marked.log, _harrier: { sanitized: true, ruleSet: '1' } } },
  'finds.no-credentials-where-some-were-allowed': harOf([page, ...calls({}, allowed)]),
  'finds.masks-in-place-of-tokens': harOf([page, ...calls({ authorization: 'Bearer [REDACTED]' })]),
  'finds.sign-in-that-sends-on-without-a-cookie': harOf([
    page,
    {
      url: 'https://id.example.test/sso/authorize?client=portal',
      status: 302,
      response: { location: `${portal}/callback?code=c1` },
    },
    ...calls({}),
  ]),
  'quiet.site-that-nobody-signs-in-to': harOf([page, ...calls({})]),
  'quiet.sign-in-that-asks-first': harOf([
    page,
    { url: 'https://id.example.test/sso/authorize', status: 302, response: { location: '/login' } },
    ...calls({}),
  ]),
  'quiet.credentials-that-are-there': harOf([page, ...calls({ authorization: 'Bearer a.b' }, allowed)]),
  'quiet.exporter-that-never-writes-them': harOf([page, ...calls({}, allowed)], 'HarMaker'),
});
