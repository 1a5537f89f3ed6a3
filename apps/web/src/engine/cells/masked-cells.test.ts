import { type Capture, memorySource, openCapture } from '@harrier/har';
import { createValueMask } from '@harrier/sanitize';
import { expect, it } from 'vitest';
import { rowsOfPages } from '../search/rows-of-pages.ts';
import { cellTexts } from './cell-texts.ts';

const token = ['c2Vzc2lvbi1', 'vZi1zb21lYm9k', 'eS1pbnZlbnRlZA'].join('');
const url = `https://app.example.test/start?access_token=${token}`;

async function capture(): Promise<Capture> {
  const entry = {
    pageref: 'page_1',
    startedDateTime: '2026-01-05T09:00:00Z',
    time: 1,
    request: { method: 'GET', url: 'https://app.example.test/', headers: [] },
    response: { status: 200, statusText: `No Bearer ${token}`, headers: [], content: {} },
    timings: {},
    _initiator: { type: 'script', url },
  };
  const pages = [{ id: 'page_1', title: url, startedDateTime: '2026-01-05T09:00:00Z', pageTimings: {} }];
  const har = { log: { version: '1.2', pages, entries: [entry] } };
  return await openCapture(memorySource(new TextEncoder().encode(JSON.stringify(har))));
}

const mask = createValueMask(new Uint8Array(32));

it('shows no credential in the columns of page, initiator and status text, and where it stood', async () => {
  const columns = ['page', 'initiator', 'statusText'] as const;
  const [row] = await cellTexts(await capture(), [0], columns, mask);
  expect(JSON.stringify(row)).not.toContain(token);
  for (const column of columns) expect(row?.cells[column]).toMatch(/hx-/);
  const [shown] = await cellTexts(await capture(), [0], columns, undefined);
  expect(shown?.cells.page).toBe(url);
});

it('groups requests by pages whose addresses hold no credential', async () => {
  const { titles } = await rowsOfPages(await capture(), mask, new AbortController().signal);
  expect(titles[0]).toMatch(/^https:\/\/app\.example\.test\/start\?access_token=hx-/);
});
