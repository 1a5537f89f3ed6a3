import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { producer } from './rule.ts';

const calls = [1, 2, 3, 4, 5].map((user) => ({ url: `${api}/users/${user}`, body: { id: user } }));
const untimed = { send: 0, wait: 0, receive: 0 };

checkRule(producer, import.meta.url, {
  'finds.exporter-that-does-not-say-why-connections-broke': harOf([page, ...calls], 'Firefox'),
  'finds.capture-without-timings': harOf([page, ...calls].map((step) => ({ ...step, timings: untimed }))),
  'quiet.exporter-that-writes-all': harOf([page, ...calls]),
  'quiet.few-requests': harOf([page], 'Firefox'),
});
