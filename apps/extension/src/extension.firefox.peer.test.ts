import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCanarySite } from '../../cli/src/testing/canary-site.ts';
import { grantSites } from './testing/grant-sites.ts';
import { openUploadServer } from './testing/upload-server.ts';
import { withFirefox } from './testing/with-firefox.ts';

const script = fileURLToPath(new URL('../../../scripts/build-extension.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'harrier-extension-'));
const built = path.join(folder, 'firefox');

beforeAll(() => {
  execFileSync(process.execPath, [script, folder], { stdio: 'pipe' });
  grantSites(built, ['<all_urls>']);
}, 170_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('records a tab in Firefox, says what failed, saves the clean capture and sends it to a case', async () => {
  const site = await openCanarySite();
  const server = await openUploadServer();
  try {
    await withFirefox(built, async (firefox) => {
      const tab = await firefox.openTab(`${site.url}start`);
      const popup = await firefox.openTab(`${firefox.origin}/popup.html`, 'behind');
      await firefox.allowWhatItAsks(popup);
      await firefox.press(popup, 'Record this tab');
      await firefox.text(popup, 'Recording 127.0.0.1');
      await firefox.goto(tab, site.url);
      await site.visited;
      await firefox.press(popup, 'Stop and look');
      const done = await firefox.tabAt(`${firefox.origin}/done.html`);
      await firefox.text(done, 'CPAPI_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12');
      expect(await firefox.text(done, 'removed from')).toContain('502');

      await firefox.press(done, 'Save the clean capture');
      // Firefox makes an empty file of that name first, and moves what it has written over it.
      const saved = () =>
        readdirSync(firefox.downloads)
          .filter((name) => name.endsWith('.har'))
          .map((name) => path.join(firefox.downloads, name))
          .filter((file) => statSync(file).size > 0);
      await expect.poll(saved, { timeout: 20_000 }).toHaveLength(1);
      const [file = ''] = saved();
      const clean = readFileSync(file, 'utf8');
      const { log } = JSON.parse(clean) as {
        log: {
          _harrier: object;
          entries: {
            request: { url: string };
            response: { status: number; content: { text?: string } };
          }[];
        };
      };
      expect(log._harrier).toMatchObject({ sanitized: true });
      const answers = log.entries.map(({ request, response }) => [
        new URL(request.url).pathname,
        response.status,
      ]);
      expect(answers).toEqual(
        expect.arrayContaining([
          ['/', 200],
          ['/api/profile', 200],
          ['/api/recording', 502],
        ]),
      );
      const profile = log.entries.find(({ request }) => request.url.endsWith('/api/profile'));
      expect(profile?.response.content.text).toContain('avery');
      for (const secret of Object.values(site.canaries)) expect(clean).not.toContain(secret);

      await firefox.allowWhatItAsks(done);
      await firefox.fill(done, 'Upload link', server.link);
      await firefox.press(done, 'Send the clean capture');
      await firefox.text(done, 'Sent to Example Support, case 1');
      expect((await server.received()).map(({ text }) => text)).toEqual([clean]);
    });
  } finally {
    site.close();
    await server.close();
  }
}, 170_000);
