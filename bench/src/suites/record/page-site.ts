import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page that makes many requests and tells how long they took, on a free port of 127.0.0.1. */
export interface PageSite {
  readonly url: string;
  /** Settles when the page is asked for. */
  nextVisit(): Promise<void>;
  /** How long the next visit takes from its first byte to its last answer, ms, by the page's own clock. */
  nextLoadMs(): Promise<number>;
  close(): void;
}

/** Of an answer, as of a small API. */
const ANSWER_BYTES = 2000;

/** A site whose page makes that many requests, each answered after `answerMs`, as from somewhere else on the network. */
export async function openPageSite(requests: number, answerMs: number): Promise<PageSite> {
  const answer = JSON.stringify({ text: 'x'.repeat(ANSWER_BYTES) });
  let tell: (ms: number) => void = () => {};
  let tellVisit: () => void = () => {};
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/') {
      tellVisit();
      response.writeHead(200, { 'content-type': 'text/html' }).end(page(requests));
    } else if (url.pathname === '/loaded') {
      response.writeHead(204).end();
      tell(Number(url.searchParams.get('ms')));
    } else {
      const answerNow = () =>
        response
          .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
          .end(answer);
      if (answerMs === 0) answerNow();
      else setTimeout(answerNow, answerMs);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    nextVisit: () =>
      new Promise((resolve) => {
        tellVisit = resolve;
      }),
    nextLoadMs: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function page(requests: number): string {
  return `<!doctype html><title>Page</title><script>
    addEventListener('load', async () => {
      await Promise.all(Array.from({ length: ${requests} }, async (_, at) => (await fetch('/api/' + at)).json()));
      const ms = performance.now();
      // By then the recorder may still be at work: that is no part of the page's time.
      fetch('/loaded?ms=' + ms);
    });
  </script>`;
}
