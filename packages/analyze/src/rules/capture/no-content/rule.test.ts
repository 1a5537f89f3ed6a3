import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { noContent } from './rule.ts';

const answers = (body: unknown) => [1, 2, 3, 4].map((user) => ({ url: `${api}/users/${user}`, body }));

checkRule(noContent, import.meta.url, {
  'finds.capture-saved-without-content': harOf(answers(null)),
  'quiet.captured-content': harOf([page, ...answers({ id: 1 })]),
  'quiet.answers-that-have-none': harOf([
    page,
    ...[1, 2, 3, 4].map((user) => ({
      url: `${api}/users/${user}`,
      method: 'DELETE',
      status: 204,
      mimeType: 'x-unknown',
    })),
  ]),
  'quiet.two-answers-without': harOf([
    page,
    ...answers({ id: 1 }),
    { url: `${api}/a`, body: null },
    { url: `${api}/b`, body: null },
  ]),
});
