import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { responsePolicy } from './rule.ts';

const picture: Step = {
  url: 'https://pictures.example.com/p/17.png',
  type: 'image',
  mimeType: 'x-unknown',
  error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin',
  response: { 'cross-origin-resource-policy': 'same-origin' },
};

checkRule(responsePolicy, import.meta.url, {
  'finds.picture-for-its-own-origin-only': harOf([page, picture]),
  'finds.page-that-isolates-itself': harOf([
    page,
    {
      ...picture,
      error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep',
      response: {},
    },
  ]),
  'finds.frame-that-may-not-be-shown': harOf([
    page,
    {
      url: 'https://reports.example.test/board',
      type: 'document',
      mimeType: 'text/html',
      error: 'net::ERR_BLOCKED_BY_RESPONSE',
      response: { 'x-frame-options': 'DENY' },
    },
  ]),
  'finds.json-in-place-of-a-picture-as-a-warning': harOf([
    page,
    { ...picture, error: 'net::ERR_BLOCKED_BY_ORB', response: {}, mimeType: 'application/json' },
  ]),
  'quiet.answer-that-cors-withheld': harOf([
    page,
    {
      url: 'https://api.example.com/users',
      error: 'net::ERR_FAILED',
      request: { origin: 'https://portal.example.test' },
    },
  ]),
  'quiet.strict-answer-on-its-own-page': harOf([
    page,
    { ...picture, url: 'https://portal.example.test/p/17.png', mimeType: 'image/png', error: '' },
  ]),
});
