import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { wrongPage } from './rule.ts';

const requests = [page, { url: `${api}/me`, body: { id: 1 } }];

checkRule(
  wrongPage,
  import.meta.url,
  {
    'finds.capture-of-another-system': harOf([{ ...page, url: 'https://www.example.org/' }]),
    'quiet.host-of-the-case': harOf([{ ...page, url: 'https://example.test/' }]),
    'quiet.host-below-that-of-the-case': harOf(requests),
  },
  { caseContext: { host: 'example.test' } },
);
