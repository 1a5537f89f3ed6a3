import { beginsAt, refused, refusedWith, signedIn } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { scopeMissing } from './rule.ts';

checkRule(scopeMissing, import.meta.url, {
  'finds.challenge-that-names-the-scope': refusedWith(
    { exp: beginsAt + 3600, scope: 'openid users:read' },
    {
      status: 403,
      response: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="users:write"' },
    },
  ),
  'finds.role-that-is-missing': harOf([
    page,
    {
      ...refused,
      status: 403,
      request: signedIn,
      body: { message: 'Missing the role of a full administrator.' },
    },
  ]),
  'quiet.plain-refusal': harOf([
    page,
    { ...refused, status: 403, request: signedIn, body: { message: 'Forbidden' } },
  ]),
  'quiet.licence-that-is-missing': harOf([
    page,
    {
      ...refused,
      status: 403,
      request: signedIn,
      body: { message: 'The person does not have the licence required for call recording.' },
    },
  ]),
  'quiet.token-that-was-not-accepted': harOf([
    page,
    { ...refused, request: signedIn, body: { message: 'The session does not have a role any more.' } },
  ]),
});
