import { refused, signedIn, works } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { lostOnRedirect } from './rule.ts';

const moved: Step = {
  url: 'https://old.example.test/v1/files',
  status: 307,
  request: signedIn,
  response: { location: `${api}/files` },
};
const target: Step = { ...refused, url: `${api}/files` };

checkRule(lostOnRedirect, import.meta.url, {
  'finds.refusal-at-another-origin': harOf([page, moved, target]),
  'quiet.other-origin-that-answers': harOf([page, moved, { ...works, url: `${api}/files` }]),
  'quiet.same-origin-that-refuses': harOf([
    page,
    { ...moved, url: `${api}/old-files` },
    { ...target, request: signedIn },
  ]),
  'quiet.export-without-credentials': harOf([page, { ...moved, request: {} }, target]),
});
