import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { launchChromium } from '../../../lab/src/browser/chromium.ts';
import { tabOf } from '../../../lab/src/browser/tab.ts';
import { openNetwork } from '../../../lab/src/network/network.ts';
import { scenarios } from '../../../lab/src/scenario/scenario-table.ts';

const launcher = fileURLToPath(new URL('../../../apps/cli/bin/harrier.js', import.meta.url));

/** An administrator switches a user's call recording on, and a provider behind the service refuses. */
const fault = scenarios.find(({ id }) => id === 'telephony/recording-refused-by-provider');

it('tells who reads nothing but what it prints who refused the call recording, and what to search for', async () => {
  if (fault === undefined) throw new Error('The lab has lost its fault.');
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-record-lab-'));
  const network = await openNetwork();
  const stage = await fault.stage();
  network.host(stage.sites);
  const lab = await launchChromium(network);
  const words = ['record', '--attach', String(lab.debuggingPort), '-o', 'fault.har'];
  const child = spawn(process.execPath, [launcher, ...words], { cwd: folder });
  try {
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString('utf8');
    });
    child.stderr.on('data', (piece: Buffer) => {
      err += piece.toString('utf8');
    });
    await expect.poll(() => err, { timeout: 60_000 }).toContain('Recording');
    const page = await (await lab.browser.newContext()).newPage();
    await fault.drive(tabOf(page, await page.context().newCDPSession(page)));
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);

    const { log } = JSON.parse(readFileSync(path.join(folder, 'fault.har'), 'utf8')) as {
      log: { _harrier: object; entries: { request: { method: string }; response: { status: number } }[] };
    };
    expect(log._harrier).toMatchObject({ sanitized: true });
    expect(log.entries).toContainEqual(
      expect.objectContaining({
        request: expect.objectContaining({ method: 'PATCH' }),
        response: expect.objectContaining({ status: 502 }),
      }),
    );
    const [answer = ''] = out.split('\n');
    expect(answer).toMatch(/^PATCH .*\/features\/callrecording failed with 502 because Quillcap refused: /);
    expect(answer).toMatch(/search the logs for [A-Z]+_[0-9a-f-]{36}_\d+\.$/);
  } finally {
    child.kill('SIGKILL');
    await lab.close();
    await network.close();
    await stage.stop?.();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}, 110_000);
