import { expect, it } from 'vitest';
import { analyseCapture } from '../analyse-capture.ts';
import { harOf } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { api, page } from '../testing/names.ts';

/** Playwright's `attach`: the HAR names a file, and the archive holds it. */
async function findingsOf(attached: string): Promise<string[]> {
  const response = { 'content-length': String(attached.length) };
  const har = harOf(
    [page, { url: `${api}/orders`, body: null, sizeBytes: attached.length, response }],
    'Playwright',
  ) as {
    log: { entries: { response: { content: Record<string, unknown> } }[] };
  };
  Object.assign(har.log.entries[1]?.response.content ?? {}, { _file: 'orders.json' });
  const capture = await captureOf(har);
  const { findings } = await analyseCapture({
    ...capture,
    openBody: async (row, side, options) =>
      row === 1 && side === 'response'
        ? { text: attached, truncated: false, invalidBase64: false }
        : await capture.openBody(row, side, options),
  });
  return findings.map(({ ruleId }) => ruleId);
}

it('finds the error in an answer that lies beside the capture', async () => {
  expect(await findingsOf('{"error":{"code":"LOCKED","message":"The order is locked"}}')).toContain(
    'fail/error-in-success',
  );
});

it('finds JSON broken that lies beside the capture', async () => {
  expect(await findingsOf('{"orders":[{"id":1},')).toContain('fail/broken-json');
});

it('finds an answer empty whose file beside the capture is empty', async () => {
  expect(await findingsOf('')).toContain('fail/broken-json');
});

it('says nothing of a sound answer that lies beside the capture', async () => {
  const found = await findingsOf('{"orders":[]}');
  expect(found.filter((id) => id.startsWith('fail/'))).toEqual([]);
  expect(found).not.toContain('capture/no-content');
});
