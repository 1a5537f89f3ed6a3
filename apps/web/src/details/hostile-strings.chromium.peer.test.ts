import { expect, it } from 'vitest';
import { openRow } from '../testing/open-row.ts';
import { withFile } from '../testing/temporary-file.ts';
import { withWorkbench } from '../testing/with-workbench.ts';

/** What would run, or load something, wherever a page took a captured text for markup. */
const HOSTILE = `"><img src=x onerror="window.caught=1"><script>window.caught=1</script>\${window.caught=1}{{constructor.constructor('window.caught=1')()}}\u202e\u0000javascript:window.caught=1//`;

const field = { name: HOSTILE, value: HOSTILE };
const cookie = { ...field, path: HOSTILE, domain: HOSTILE, expires: HOSTILE, sameSite: HOSTILE };

/** Every text of HAR 1.2 and of Chrome's own fields. */
const hostileHar = {
  log: {
    version: HOSTILE,
    creator: { name: HOSTILE, version: HOSTILE, comment: HOSTILE },
    browser: { name: HOSTILE, version: HOSTILE },
    comment: HOSTILE,
    pages: [{ id: HOSTILE, title: HOSTILE, startedDateTime: HOSTILE, pageTimings: {}, comment: HOSTILE }],
    entries: [
      'application/json',
      'text/plain',
      'text/csv',
      'multipart/form-data',
      'text/xml',
      'text/css',
    ].map((mimeType, at) => ({
      pageref: HOSTILE,
      startedDateTime: '2026-01-01T00:00:00Z',
      time: 10,
      serverIPAddress: HOSTILE,
      connection: HOSTILE,
      comment: HOSTILE,
      _priority: HOSTILE,
      _resourceType: HOSTILE,
      _fromCache: at === 1 ? HOSTILE : undefined,
      _error: at === 2 ? HOSTILE : undefined,
      _initiator: {
        type: HOSTILE,
        url: HOSTILE,
        stack: {
          description: HOSTILE,
          callFrames: [{ functionName: HOSTILE, url: HOSTILE, lineNumber: 1, columnNumber: 1 }],
        },
      },
      _webSocketMessages: [{ type: 'receive', time: 1, opcode: 1, data: HOSTILE }],
      request: {
        method: HOSTILE,
        url: `https://example.test/${at}?${HOSTILE}`,
        httpVersion: HOSTILE,
        headers: [field, { name: 'TrackingID', value: HOSTILE }],
        queryString: [field],
        cookies: [cookie],
        postData: { mimeType, params: [field], text: HOSTILE, comment: HOSTILE },
      },
      response: {
        status: 200,
        statusText: HOSTILE,
        httpVersion: HOSTILE,
        headers: [field, { name: 'Server-Timing', value: HOSTILE }, { name: 'Location', value: HOSTILE }],
        cookies: [cookie],
        redirectURL: HOSTILE,
        content: {
          mimeType: at === 2 ? HOSTILE : mimeType,
          size: 1,
          text: at === 0 ? JSON.stringify({ [HOSTILE]: HOSTILE }) : HOSTILE,
        },
        comment: HOSTILE,
      },
      timings: { send: 1, wait: 8, receive: 1, comment: HOSTILE },
    })),
  },
};

it('a captured text is only a text, whatever field it stands in and whatever tab shows it', async () => {
  await withFile(`${HOSTILE.replace(/[/\0]/g, '')}.har`.slice(0, 120), JSON.stringify(hostileHar), (file) =>
    withWorkbench([file], async (page, { strangers }) => {
      for (let row = 0; row < hostileHar.log.entries.length; row++)
        for (let tab = 1; tab <= 9; tab++) {
          const pane = await openRow(page, row, tab);
          await expect.poll(() => pane.locator('[aria-busy=true]').count()).toBe(0);
          // What would run does so in the next turn.
          await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 10)));
        }
      await page.getByRole('navigation').getByRole('button', { name: 'Sanitize' }).click();
      await page.getByText(/credentials? removed|cannot be made clean/).waitFor();
      expect(await page.evaluate(() => 'caught' in window)).toBe(false);
      expect(await page.locator('img[src="x"]').count()).toBe(0);
      expect(strangers).toEqual([]);
    }),
  );
}, 60_000);
