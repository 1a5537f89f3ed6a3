import { type Capture, memorySource, openCapture } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { TableView } from './table-view.ts';
import { everything, GROUP_LINE, RowLink, type RowView, type ViewQuestion } from './view-question.ts';

interface Sample {
  readonly path: string;
  readonly method?: string;
  readonly status?: number;
  readonly atMs: number;
  readonly location?: string;
}

async function captureOf(samples: readonly Sample[]): Promise<Capture> {
  const entries = samples.map(({ path, method = 'GET', status = 200, atMs, location }) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + atMs).toISOString(),
    time: 10,
    request: { method, url: `https://api.example.com${path}`, headers: [] },
    response: {
      status,
      headers: location === undefined ? [] : [{ name: 'Location', value: location }],
      content: { mimeType: 'text/plain', text: `body of ${path}` },
    },
  }));
  const har = { log: { version: '1.2', entries } };
  return await openCapture(memorySource(new TextEncoder().encode(JSON.stringify(har))));
}

async function view(capture: Capture, question: Partial<ViewQuestion>): Promise<RowView> {
  const answer = await new TableView(capture).answer({ ...everything, ...question }, () => {});
  if (answer === undefined) throw new Error('It was given up.');
  return answer;
}

describe('the lines of the table', () => {
  it('put preflights, redirects and retries below what they belong to', async () => {
    const capture = await captureOf([
      { path: '/a', method: 'OPTIONS', status: 204, atMs: 0 },
      { path: '/other', atMs: 1 },
      { path: '/a', method: 'PATCH', status: 502, atMs: 2 },
      { path: '/old', status: 302, atMs: 3, location: '/new' },
      { path: '/other/2', atMs: 4 },
      { path: '/new', atMs: 5 },
      { path: '/a', method: 'PATCH', atMs: 900 },
    ]);
    const { rows, links } = await view(capture, {});
    expect([...rows]).toEqual([1, 2, 0, 6, 3, 5, 4]);
    const { none, preflight, retry, redirect } = RowLink;
    expect([...links]).toEqual([none, none, preflight, retry, none, redirect, none]);
  });

  it('tell a status that is not there from any that is', async () => {
    const capture = await captureOf([
      { path: '/a', status: 0, atMs: 0 },
      { path: '/b', status: 404, atMs: 1 },
      { path: '/c', status: 65_535, atMs: 2 },
    ]);
    const without = await openCapture(
      memorySource(new TextEncoder().encode('{"log":{"version":"1.2","entries":[{"response":{}}]}}')),
    );
    expect([...(await view(capture, { filter: 'status:404' })).rows]).toEqual([1]);
    expect([...(await view(capture, { filter: '-status:404' })).rows]).toEqual([0, 2]);
    expect([...(await view(capture, { filter: 'status:<=100' })).rows]).toEqual([0]);
    expect([...(await view(without, { filter: 'status:<=100' })).rows]).toEqual([]);
  });

  it('stay in their order when they are sorted by anything but time, or not joined', async () => {
    const capture = await captureOf([
      { path: '/a', method: 'OPTIONS', status: 204, atMs: 0 },
      { path: '/b', atMs: 1 },
      { path: '/a', method: 'PATCH', atMs: 2 },
    ]);
    expect([...(await view(capture, { joined: false })).rows]).toEqual([0, 1, 2]);
    expect([...(await view(capture, { sort: 'status', descending: true })).rows]).toEqual([0, 1, 2]);
  });

  it('fold five and more alike, keep failed ones out, and open again', async () => {
    const capture = await captureOf([
      ...[1, 2, 3].map((id) => ({ path: `/users/${id}`, atMs: id })),
      { path: '/users/4', status: 500, atMs: 4 },
      ...[5, 6, 7].map((id) => ({ path: `/users/${id}`, atMs: id })),
      { path: '/one', atMs: 8 },
    ]);
    const folded = await view(capture, { group: 'alike' });
    expect([...folded.rows]).toEqual([GROUP_LINE, 3, 7]);
    expect(folded.requests).toBe(8);
    const [group] = folded.groups;
    expect(group).toMatchObject({ title: 'GET api.example.com/users/{id}', count: 6, failed: 0 });
    const opened = await view(capture, { group: 'alike', toggled: [group?.key ?? ''] });
    expect([...opened.rows]).toEqual([GROUP_LINE, 0, 1, 2, 4, 5, 6, 3, 7]);
  });

  it('stand below the page that asked for them, and close with it', async () => {
    const capture = await captureOf([0, 1, 2].map((atMs) => ({ path: `/${atMs}`, atMs })));
    const table = new TableView(capture);
    table.learnPages({ ofRow: new Uint32Array([1, 0, 1]), titles: ['First', 'Second'] });
    const opened = await table.answer({ ...everything, group: 'pages' }, () => {});
    expect([...(opened?.rows ?? [])]).toEqual([GROUP_LINE, 0, 2, GROUP_LINE + 1, 1]);
    expect(opened?.groups.map(({ title, count }) => [title, count])).toEqual([
      ['Second', 2],
      ['First', 1],
    ]);
    const key = opened?.groups[0]?.key ?? '';
    const closed = await table.answer({ ...everything, group: 'pages', toggled: [key] }, () => {});
    expect([...(closed?.rows ?? [])]).toEqual([GROUP_LINE, GROUP_LINE + 1, 1]);
  });

  it('hold what a filter lets through, asking bodies where they must', async () => {
    const capture = await captureOf([1, 2, 3].map((id) => ({ path: `/x/${id}`, atMs: id })));
    expect([...(await view(capture, { filter: 'body~"of /x/2"' })).rows]).toEqual([1]);
    expect([...(await view(capture, { filter: '/x/3' })).rows]).toEqual([2]);
  });

  it('hold the same whether a filter is typed letter by letter or at once', async () => {
    const capture = await captureOf(
      ['/users/1', '/users/2', '/orders', '/Users/3'].map((path, at) => ({
        path,
        atMs: at,
        status: at === 1 ? 404 : 200,
      })),
    );
    for (const filter of ['users -status:404', 'body~users/3 OR status:404', '-(body~"users/1") users']) {
      const typed = new TableView(capture);
      for (let length = 1; length < filter.length; length++)
        await typed.answer({ ...everything, filter: filter.slice(0, length) }, () => {});
      const rows = [...((await typed.answer({ ...everything, filter }, () => {}))?.rows ?? [])];
      expect([filter, rows]).toEqual([filter, [...(await view(capture, { filter })).rows]]);
    }
  });

  it('hold what the analysis calls failed from the moment on that it says so', async () => {
    const capture = await captureOf(['/1', '/2'].map((path, atMs) => ({ path, atMs })));
    const table = new TableView(capture);
    const failed = { ...everything, filter: 'is:failed' };
    expect([...((await table.answer(failed, () => {}))?.rows ?? [])]).toEqual([]);
    table.learn({ failed: new Set([1]), slow: new Set() });
    expect([...((await table.answer(failed, () => {}))?.rows ?? [])]).toEqual([1]);
  });

  it('hold what a pseudonym on the screen stands for', async () => {
    const capture = await captureOf(['/users/alpha', '/users/beta'].map((path, atMs) => ({ path, atMs })));
    const shown = 'hx-tok-7k3m9qp2rt5w6';
    const table = new TableView(capture, (text) => (text === shown ? 'beta' : undefined));
    for (const filter of [shown, `-users/alpha body~/users/${shown}`, `-NOT url:${shown}`])
      expect([...((await table.answer({ ...everything, filter }, () => {}))?.rows ?? [])]).toEqual([1]);
  });

  it('hold what was under way in a stretch of time', async () => {
    const capture = await captureOf([0, 100, 200].map((atMs) => ({ path: `/${atMs}`, atMs })));
    const from = Date.UTC(2026, 0, 1);
    expect([...(await view(capture, { range: [from + 105, from + 150] })).rows]).toEqual([1]);
  });

  it('sort by a header that the index does not hold', async () => {
    const capture = await captureOf([
      { path: '/1', atMs: 0, location: 'b' },
      { path: '/2', atMs: 1 },
      { path: '/3', atMs: 2, location: 'a' },
    ]);
    expect([...(await view(capture, { sort: 'column:res.header:location' })).rows]).toEqual([2, 0, 1]);
  });

  it('give an older question up when a newer one is asked', async () => {
    const capture = await captureOf([{ path: '/a', atMs: 0 }]);
    const table = new TableView(capture);
    const older = table.answer({ ...everything, filter: 'body~nothing' }, () => {});
    const newer = table.answer(everything, () => {});
    expect(await older).toBeUndefined();
    expect([...((await newer)?.rows ?? [])]).toEqual([0]);
  });
});
