import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { thirdParty } from './rule.ts';

const widget: Step = {
  url: 'https://widgets.example.net/chat.js',
  type: 'script',
  mimeType: 'text/javascript',
  body: null,
  atMs: 300,
  timings: { send: 0.2, wait: 1700, receive: 20 },
};
const ownScript: Step = { ...widget, url: `${portal}/main.js` };
/** A capture whose page was loaded after so many ms. */
const loadedAfter = (onLoad: number, steps: readonly Step[]) => {
  const har = harOf(steps.map((step, at) => (at === 0 ? { ...step, atMs: 0 } : step))) as { log: object };
  const pages = [
    { id: 'page_1', title: 'Users', startedDateTime: '2025-03-04T09:30:00.000Z', pageTimings: { onLoad } },
  ];
  return { log: { ...har.log, pages } };
};

checkRule(thirdParty, import.meta.url, {
  'finds.page-that-waited-for-a-widget': loadedAfter(2100, [page, widget]),
  'quiet.widget-beside-own-work': loadedAfter(2100, [page, widget, ownScript]),
  'quiet.quick-page': loadedAfter(700, [page, { ...widget, timings: { send: 0.2, wait: 300, receive: 2 } }]),
  'quiet.widget-after-the-load': loadedAfter(1200, [page, { ...widget, atMs: 1500 }]),
  'quiet.capture-without-load-times': harOf([page, widget]),
});
