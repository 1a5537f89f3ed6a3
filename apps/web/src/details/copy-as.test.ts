import { execFileSync } from 'node:child_process';
import { memorySource, openCapture } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { copyAs } from './copy-as.ts';

const odd = `it's "odd" $HOME \`id\` \\ ’`;
const har = {
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-01-01T00:00:00Z',
        time: 1,
        request: {
          method: 'POST',
          url: 'https://api.example.com/a?b=1',
          headers: [
            { name: ':path', value: '/a' },
            { name: 'Content-Length', value: '3' },
            { name: 'X-Odd', value: odd },
          ],
        },
        response: { status: 200, headers: [], content: {} },
      },
    ],
  },
};

async function entry() {
  const capture = await openCapture(memorySource(new TextEncoder().encode(JSON.stringify(har))));
  return await capture.openEntry(0);
}

describe('a request as a command', () => {
  it('means to a shell what was captured, whatever is in it', async () => {
    const command = copyAs('cURL', await entry(), odd).replace(/^curl/, "printf '%s\\n'");
    expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' }).split('\n')).toEqual([
      'https://api.example.com/a?b=1',
      '-X',
      'POST',
      '-H',
      `X-Odd: ${odd}`,
      '--data-raw',
      odd,
      '',
    ]);
  });

  it('is a fetch that means the same', async () => {
    const script = copyAs('fetch', await entry(), odd);
    const run = new Function('fetch', `return (async () => { ${script} })()`);
    const seen: unknown[] = [];
    await run((...given: unknown[]) => seen.push(...given));
    expect(seen).toEqual([
      'https://api.example.com/a?b=1',
      { method: 'POST', headers: { 'X-Odd': odd }, body: odd },
    ]);
  });

  it('doubles every kind of single quote for PowerShell', async () => {
    expect(copyAs('PowerShell', await entry())).toContain(`'it''s "odd" $HOME \`id\` \\ ’’'`);
  });

  it('is a message without what the sender makes itself', async () => {
    expect(copyAs('HTTP', await entry())).toBe(
      `POST /a?b=1 HTTP/1.1\r\nHost: api.example.com\r\nX-Odd: ${odd}\r\n\r\n`,
    );
  });
});
