import { refused, signedIn, works } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { missingCredentials } from './rule.ts';

const sent = { ...works, request: signedIn };

checkRule(missingCredentials, import.meta.url, {
  'finds.request-without-any': harOf([page, sent, refused]),
  'finds.request-that-was-sent-again-with-them': harOf([
    page,
    sent,
    refused,
    { ...refused, status: 200, body: [], request: signedIn },
  ]),
  'quiet.export-without-credentials': harOf([page, works, refused]),
  'quiet.export-that-keeps-keys-under-other-names': harOf([
    page,
    { ...works, request: { 'x-api-key': 'masked' } },
    refused,
  ]),
  'quiet.capture-that-we-sanitized': {
    log: {
      ...(harOf([page, sent, refused]) as { log: object }).log,
      _harrier: { sanitized: true, ruleSet: '1' },
    },
  },
  'quiet.credentials-that-were-refused': harOf([page, sent, { ...refused, request: signedIn }]),
  'quiet.credentials-of-another-site-only': harOf([
    page,
    { ...sent, url: 'https://api.example.net/me' },
    refused,
  ]),
  'quiet.challenge-that-begins-a-sign-in': harOf([
    page,
    sent,
    { ...refused, response: { 'www-authenticate': 'Negotiate' } },
  ]),
});
