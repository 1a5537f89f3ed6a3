import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { outOfOrder } from './rule.ts';

const at = (atMs: number) => ({ url: `${api}/users/${atMs}`, atMs, body: { id: atMs } });

checkRule(outOfOrder, import.meta.url, {
  'finds.files-that-were-put-together': harOf([page, at(5000), at(6000), at(500), at(700)]),
  'quiet.order-in-which-requests-ended': harOf([page, at(500), at(490), at(800), at(300)]),
  'quiet.order-of-their-start': harOf([page, at(500), at(900)]),
});
