import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { headerNotExposed } from './rule.ts';

const limited: Step = {
  url: `${api}/users`,
  status: 429,
  body: { message: 'Too many requests' },
  request: { origin: portal },
  response: { 'access-control-allow-origin': portal, 'retry-after': '30' },
};

checkRule(headerNotExposed, import.meta.url, {
  'finds.limit-whose-wait-the-page-may-not-read': harOf([page, limited]),
  'quiet.limit-that-exposes-its-wait': harOf([
    page,
    { ...limited, response: { ...limited.response, 'access-control-expose-headers': 'Retry-After' } },
  ]),
  'quiet.page-of-the-same-origin': harOf([page, { ...limited, url: `${portal}/api/users` }]),
  'quiet.answer-that-succeeded': harOf([page, { ...limited, status: 200 }]),
});
