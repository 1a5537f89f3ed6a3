import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { hsts } from './rule.ts';

const secure = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

checkRule(hsts, import.meta.url, {
  'finds.page-that-does-not-insist': harOf([page]),
  'finds.field-without-an-age': harOf([
    { ...page, response: secure },
    { url: `${api}/numbers`, body: {}, response: { 'strict-transport-security': 'includeSubDomains' } },
  ]),
  'quiet.page-that-insists': harOf([{ ...page, response: secure }]),
  'quiet.plain-page': harOf([{ ...page, url: 'http://portal.example.test/users' }]),
  'quiet.call-without-the-field': harOf([
    { ...page, response: secure },
    { url: `${api}/numbers`, body: {} },
  ]),
});
