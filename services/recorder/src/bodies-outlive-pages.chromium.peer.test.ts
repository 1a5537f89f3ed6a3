import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { Har } from '../../../lab/src/recorder/har.ts';
import type { CdpLink } from './cdp/cdp-link.ts';
import { findBrowser } from './node/browser/find-browser.ts';
import { launchBrowser } from './node/browser/launch-browser.ts';
import { makeProfile, removeProfile } from './node/browser/profile.ts';
import { MemoryRecording } from './recording/memory-recording.ts';
import { Recorder } from './recording/recorder.ts';

/** Bodies that each part of the window is given. */
const EACH = 10;

const loadAll = (part: string) =>
  `Promise.all(Array.from({ length: ${EACH} }, async (_, at) => (await fetch('/api/${part}/' + at)).text()))`;

/** A window that loads by itself, by a frame of another site and by a worker, ends both as soon as they have it all, and closes itself. */
const leaving = (otherSite: string) => `<!doctype html><title>Leaving</title><script type="module">
  const frame = document.createElement('iframe');
  const worker = new Worker('/worker.js');
  const isDone = (speaker) => new Promise((resolve) => speaker.addEventListener('message', resolve));
  const done = [${loadAll('page')}, isDone(globalThis), isDone(worker)];
  frame.src = '${otherSite}/frame';
  document.body.append(frame);
  await Promise.all(done);
  frame.remove();
  worker.terminate();
  window.close();
</script>`;

async function openSite(): Promise<{ readonly url: string; close(): void }> {
  let otherSite = '';
  const documents: Record<string, () => [type: string, text: string]> = {
    '/': () => ['text/html', '<!doctype html><title>Stays</title>'],
    '/leaving': () => ['text/html', leaving(otherSite)],
    '/frame': () => [
      'text/html',
      `<script type="module">await ${loadAll('frame')}; parent.postMessage('', '*');</script>`,
    ],
    '/worker.js': () => ['text/javascript', `${loadAll('worker')}.then(() => postMessage(''));`],
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const [type, text] = documents[path]?.() ?? ['application/json', JSON.stringify({ asked: path })];
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  otherSite = `http://localhost:${port}`;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

it('has every body of a window that closes itself, of its frame and of its worker', async () => {
  const site = await openSite();
  const profile = makeProfile();
  const flags = ['--no-sandbox', '--disable-gpu', '--site-per-process'];
  const { link, close } = await launchBrowser(findBrowser(process.env.HARRIER_CHROMIUM), {
    profile,
    isHeadless: true,
    flags,
  });
  try {
    const recording = new MemoryRecording();
    const recorder = new Recorder(link, { root: 'browser', sink: recording });
    await recorder.start();
    const tab = recorder.firstTab()?.sessionId;
    await link.send('Page.navigate', { url: site.url }, tab);
    const expression = `window.open('${site.url}leaving', '', 'noopener')`;
    await link.send('Runtime.evaluate', { expression, userGesture: true }, tab);
    await expect.poll(() => recorder.requestCount, { timeout: 20_000 }).toBeGreaterThan(3 * EACH);
    await expect.poll(() => openPages(link), { timeout: 20_000 }).toEqual([site.url]);
    await recorder.stop();
    const { log } = JSON.parse(Buffer.concat([...recording.pieces()]).toString('utf8')) as Har;
    const answers = log.entries.filter(({ request }) => request.url.includes('/api/'));
    expect(answers).toHaveLength(3 * EACH);
    expect(
      answers
        .filter(({ request, response }) => {
          const { text = '{}' } = response.content;
          return (JSON.parse(text) as { asked?: string }).asked !== new URL(request.url).pathname;
        })
        .map(({ request }) => request.url),
    ).toEqual([]);
  } finally {
    await close();
    await removeProfile(profile);
    site.close();
  }
}, 60_000);

async function openPages(link: CdpLink): Promise<string[]> {
  const { targetInfos } = await link.send<{ targetInfos: { type: string; url: string }[] }>(
    'Target.getTargets',
  );
  return targetInfos.filter(({ type }) => type === 'page').map(({ url }) => url);
}
