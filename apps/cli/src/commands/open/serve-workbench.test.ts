import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { corpusFile } from '../../testing/corpus.ts';
import { type ServedWorkbench, serveWorkbench } from './serve-workbench.ts';

const example = corpusFile('../example/call-recording.har');

let workbench: ServedWorkbench;
beforeEach(async () => {
  workbench = await serveWorkbench([example]);
});
afterEach(async () => {
  await workbench.close();
});

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = new URL(workbench.url);
  return await new Promise<{ status: number; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        body += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('a served workbench', () => {
  it('gives the files that were named to whoever has the key, which stands behind #', async () => {
    const key = new URL(workbench.url).hash.replace('#open=', '');
    expect(key.length).toBeGreaterThan(30);
    expect(JSON.parse((await ask(`/captures/${key}`)).body)).toEqual(['call-recording.har']);
    expect(JSON.parse((await ask(`/captures/${key}/0`)).body).log.entries.length).toBe(18);
    expect((await ask(`/captures/${key}/1`)).status).toBe(404);
    expect((await ask('/captures/wrong/0')).status).toBe(404);
  });

  it('answers no other host name, so that no page of the web can reach it through a name of its own', async () => {
    const key = new URL(workbench.url).hash.replace('#open=', '');
    expect((await ask(`/captures/${key}`, { host: 'evil.example.com' })).status).toBe(403);
  });

  it('writes nothing and gives no other file', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/%00'])
      expect((await ask(path)).status, path).toBe(404);
  });

  it('has no key where no file was named', async () => {
    const empty = await serveWorkbench([]);
    expect(empty.url).not.toContain('#');
    await empty.close();
  });
});

/** More than what fits between a server and a client that does not read. */
const LARGE_BYTES = 16 * 1024 * 1024;

describe('a large file', () => {
  let folder: string;
  let file: string;
  let served: ServedWorkbench;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'harrier-open-'));
    file = path.join(folder, 'large.har');
    writeFileSync(file, '');
    truncateSync(file, LARGE_BYTES);
    served = await serveWorkbench([file]);
  });
  afterEach(async () => {
    await served.close();
    rmSync(folder, { recursive: true });
  });

  /** Its answer, of which nothing is read yet. */
  async function answer(): Promise<IncomingMessage> {
    const { port, hash } = new URL(served.url);
    const path = `/captures/${hash.replace('#open=', '')}/0`;
    return await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path }, resolve).on('error', reject).end();
    });
  }

  it('that grows while it is sent comes as long as was promised', async () => {
    const response = await answer();
    appendFileSync(file, 'more');
    expect(response.headers['content-length']).toBe(String(LARGE_BYTES));
    expect((await buffer(response)).length).toBe(LARGE_BYTES);
  });

  it('that shrinks while it is sent breaks off, and is not waited for', async () => {
    const response = await answer();
    truncateSync(file, LARGE_BYTES / 2);
    await expect(buffer(response)).rejects.toThrow('aborted');
  });

  it('is closed when the client leaves before its end', async () => {
    const response = await answer();
    expect(openFiles()).toContain(file);
    response.destroy();
    await expect.poll(openFiles).not.toContain(file);
  });
});

/** The files that this process has open. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((one) => {
    try {
      return [readlinkSync(`/proc/self/fd/${one}`)];
    } catch {
      // The descriptor of the listing itself.
      return [];
    }
  });
}
