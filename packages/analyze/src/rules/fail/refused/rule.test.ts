import { expect, it } from 'vitest';
import { analyseCapture } from '../../../analyse-capture.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { preflight, unsent } from '../../../testing/cors-steps.ts';
import { harOf } from '../../../testing/har-of.ts';
import { captureOf } from '../../../testing/memory-capture.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { refused } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(refused, import.meta.url, {
  'finds.host-that-refuses': harOf([page, { ...unanswered, error: 'net::ERR_CONNECTION_REFUSED' }]),
  'finds.helper-on-the-machine-itself-as-information': harOf([
    page,
    { url: 'http://127.0.0.1:40123/hello', status: 0, error: 'net::ERR_CONNECTION_REFUSED' },
  ]),
  'finds.answer-that-fiddler-wrote-for-a-host-that-refused': harOf(
    [
      page,
      {
        ...unanswered,
        status: 502,
        mimeType: 'text/html',
        body: "[Fiddler] The connection to 'api.example.test' failed. <br />Error: ConnectionRefused (0x274d).",
      },
    ],
    'Fiddler',
  ),
  'quiet.reset-connection': harOf([page, { ...unanswered, error: 'net::ERR_CONNECTION_RESET' }]),
});

// Both rows are red in the table: whoever clicks on either finds the one trouble, which counts as one request.
it.each([
  ['alone, where it had no preflight', [], [1]],
  [
    'with its preflight, which was refused, too',
    [{ status: 0, error: 'net::ERR_CONNECTION_REFUSED' }],
    [1, 2],
  ],
  ['alone, where its preflight was answered', [{ status: 204 }], [1]],
])('tells of a refused request %s', async (_how, preflights, entries) => {
  const error = 'net::ERR_CONNECTION_REFUSED';
  const steps = [page, { ...unsent, error }, ...preflights.map((more) => ({ ...preflight, ...more }))];
  const { findings, failedEntries } = await analyseCapture(await captureOf(harOf(steps)));
  const told = findings.filter(({ ruleId }) => ruleId === 'fail/refused');
  expect(told).toMatchObject([{ entries, facts: { count: 1 } }]);
  expect(failedEntries).toEqual([1]);
});
