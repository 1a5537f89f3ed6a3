import { refused, signedIn } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { csrf } from './rule.ts';

const change: Step = {
  url: `${api}/users/1`,
  method: 'PUT',
  status: 403,
  request: signedIn,
  body: { message: 'Forbidden' },
};

checkRule(csrf, import.meta.url, {
  'finds.answer-that-says-so': harOf([page, { ...change, body: { message: 'CSRF token mismatch.' } }]),
  'finds.page-that-expired': harOf([page, { ...change, status: 419, body: { message: 'Page Expired' } }]),
  'finds.field-that-other-changes-carry': harOf([
    page,
    { ...change, url: `${api}/users/2`, status: 200, request: { ...signedIn, 'X-CSRF-Token': 'masked' } },
    change,
  ]),
  'finds.security-validation-of-a-page': harOf([
    page,
    {
      ...change,
      body: {
        error: {
          code: '-2130575251',
          message: { value: 'The security validation for this page is invalid.' },
        },
      },
    },
  ]),
  'quiet.plain-refusal': harOf([page, change]),
  'quiet.read-that-needs-no-token': harOf([
    page,
    { ...change, url: `${api}/users/2`, status: 200, request: { ...signedIn, 'X-CSRF-Token': 'masked' } },
    { ...refused, status: 403, request: signedIn },
  ]),
});
