import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../cli/src/testing/run-cli.ts';
import { breaches } from '../testing/accessibility.ts';
import { withWorkbench } from '../testing/with-workbench.ts';

const repository = (name: string): string => fileURLToPath(new URL(`../../../../${name}`, import.meta.url));
const lab = (scenario: string): string => repository(`fixtures/lab/telephony__${scenario}/chrome.har`);
const story = lab('recording-refused-by-provider');

let folder = '';
/** What a search of the lab's logs for the story's id gave. */
let found = '';
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-escalate-'));
  const world = { env: { HOME: folder, XDG_DATA_HOME: at('data') } };
  const logs = repository('services/logs/fixtures/flow/finds.provider-refuses-recording');
  await runCli(['logs', 'import', '--source', 'lab', logs], world);
  const id = 'ATLAS_f0d4f939-5676-4931-9711-78b8a7ca288b_6';
  found = (await runCli(['logs', 'search', '--json', id], world)).out;
  writeFileSync(at('found.json'), found);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A WebM without a frame: its header, and a segment whose end nobody knows. */
const emptyWebm = Buffer.from('1a45dfa38742828477656d6218538067' + '01ffffffffffffff', 'hex');

/** Waits until the package says what the form says now. */
async function settled(page: Page, state: 'draft' | 'ready'): Promise<void> {
  await page.locator(`[role=status][data-state=${state}]`).waitFor();
}

const lacksOf = (page: Page) =>
  page
    .locator('[data-lack]')
    .evaluateAll((all) =>
      all.map(
        (one) => `${one.closest('li')?.getAttribute('data-question')}: ${one.getAttribute('data-lack')}`,
      ),
    );

async function savedZip(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save the (?:package|draft)/ }).click(),
  ]);
  return readFileSync(await download.path());
}

it('tells the answers of a large capture in the language that is chosen then, and asks before it checks what is typed', async () => {
  // Blanks behind the capture: large, and nothing to wait for.
  writeFileSync(at('large.har'), [readFileSync(story, 'utf8'), ' '.repeat(33 * 1024 * 1024)].join(''));
  await withWorkbench([at('large.har')], async (page) => {
    await page.locator('[data-answer=ready]').waitFor();
    await page.keyboard.press('Shift+X');
    await page.getByRole('button', { name: 'Check now' }).click();
    await settled(page, 'draft');
    const answers = page.locator('[data-question=error] > div');
    await expect.poll(() => answers.allTextContents()).toContainEqual(expect.stringContaining('failed with'));
    await page.getByLabel('Case number').fill('C-1');
    await page.getByText('it is checked only when you ask for it').waitFor();
    await page.locator('select:has(option[value=fr])').first().selectOption('fr', { force: true });
    await settled(page, 'draft');
    await expect
      .poll(() => answers.allTextContents())
      .toContainEqual(expect.stringContaining('a échoué avec'));
    expect(await page.getByRole('button', { name: 'Vérifier maintenant' }).count()).toBe(0);
  });
}, 60_000);

it('says that the original was cut off before anything is answered', async () => {
  const whole = readFileSync(story);
  writeFileSync(at('cut.har'), whole.subarray(0, Math.floor(whole.length * 0.95)));
  await withWorkbench([at('cut.har')], async (page) => {
    await page.getByRole('button', { name: 'Escalate' }).first().click();
    await page.getByRole('alert').getByText('The file is cut off').waitFor();
  });
});

describe('the page that escalates', () => {
  it('is ready after a few actions, gives the bytes of the command line, and opens again', async () => {
    await withWorkbench([story], async (page, troubles) => {
      await page.getByText('Who can fix it').waitFor();
      let actions = 0;
      const act = async (action: Promise<unknown>): Promise<void> => {
        actions++;
        await action;
      };
      await act(page.keyboard.press('Shift+X'));
      await settled(page, 'draft');
      expect(await lacksOf(page)).toEqual(['logs-searched: not-searched', 'logs-seen: not-searched']);
      await act(page.getByLabel('What the search in the logs gave').fill(found));
      await settled(page, 'ready');
      expect(actions).toBeLessThanOrEqual(10);
      const steps = page.getByRole('textbox', { name: /^step/ });
      expect(await steps.nth(0).inputValue()).toBe('Open https://admin.example.test/');
      expect(await steps.last().inputValue()).toContain('See: 502');
      // Each stands there whole, though one is longer than the form is wide.
      const past = await steps.evaluateAll((all) =>
        all.map(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight),
        ),
      );
      expect(Math.max(...past)).toBeLessThanOrEqual(1);

      const zip = await savedZip(page);
      const cli = ['escalate', story, '-o', at('cli.zip'), '--logs', at('found.json')];
      expect((await runCli(cli)).code).toBe(0);
      expect(Object.keys(unzipSync(zip))).toEqual(Object.keys(unzipSync(readFileSync(at('cli.zip')))));
      expect(zip.equals(readFileSync(at('cli.zip')))).toBe(true);

      await page.getByRole('button', { name: 'Preview' }).click();
      const preview = page.frameLocator('iframe[title="summary.html"]');
      await preview.getByRole('heading', { level: 1, name: 'Escalation' }).waitFor();
      expect(await preview.locator('img[alt="flow.svg"]').count()).toBe(1);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Open it here' }).click();
      await page
        .getByRole('button', { name: /escalation\.zip$/ })
        .first()
        .waitFor();
      await page.locator('[data-answer=ready]').getByText('Who can fix it').waitFor();
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });

  it('says the same as the command line for answers that were filled in', async () => {
    await withWorkbench([story], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.getByRole('button', { name: 'Escalate (1)' }).click();
      await page.getByLabel('Case number').fill('4711');
      await page.getByLabel('The error in your words').fill('Recording cannot be switched on.');
      await page.getByLabel('The request that shows it').selectOption('32');
      await page.getByLabel('What the search in the logs gave').fill(found);
      await page.getByRole('textbox', { name: 'step 1' }).fill('Open the portal.');
      await page.getByRole('button', { name: 'Remove step 2' }).click();
      await page.getByRole('button', { name: 'Add a fact' }).click();
      await page.getByRole('textbox', { name: 'Name 1' }).fill('Operating system');
      await page.getByRole('textbox', { name: 'Value 1' }).fill('Windows 11');
      await page.getByLabel('Also a text to paste into').selectOption('jira');
      await settled(page, 'ready');
      const zip = await savedZip(page);
      const files = unzipSync(zip);
      const json = (name: string) => JSON.parse(new TextDecoder().decode(files[name]));
      expect(json('manifest.json')).toMatchObject({ case: '4711', target: 'jira' });
      const steps: readonly { text: string }[] = json('steps.json');
      const answers = {
        case: '4711',
        error: { text: 'Recording cannot be switched on.', entry: 32 },
        entries: [0],
        steps: steps.map(({ text }) => text),
        environment: { 'Operating system': 'Windows 11' },
      };
      expect(answers.steps[0]).toBe('Open the portal.');
      writeFileSync(at('answers.json'), JSON.stringify(answers));
      await runCli([
        ...['escalate', story, '-o', at('cli.zip'), '--force', '--target', 'jira'],
        ...['--logs', at('found.json'), '--answers', at('answers.json')],
      ]);
      expect(zip.equals(readFileSync(at('cli.zip')))).toBe(true);
    });
  });

  it('stops what is incomplete, and says what to do here', async () => {
    await withWorkbench([story], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.getByRole('button', { name: 'Escalate', exact: true }).first().click();
      await page.getByLabel('Further tracking ids').fill('ATLAS_00000000-1111-4222-8333-444455556666_1');
      await page
        .getByLabel('What the search in the logs gave')
        .fill('2026-01-15T09:30:05Z INFO another line');
      await page.getByLabel('When it happened').fill('half past nine');
      await expect
        .poll(() => lacksOf(page))
        .toEqual([
          'tracking-ids: id-not-in-capture',
          'logs-searched: no-records',
          'logs-seen: nothing-seen',
          'time: time-without-zone',
        ]);
      await page.getByText('Correct or remove the id').waitFor();
      await page.getByLabel('What the search in the logs gave').fill('[{"text": "x"}]');
      await page.getByText('Record 1 cannot be read').waitFor();
      await settled(page, 'draft');
      expect(await page.getByRole('button', { name: /^Save the draft/ }).isEnabled()).toBe(true);
    });
    await withWorkbench([lab('reach-hidden-by-organisation')], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.keyboard.press('Shift+X');
      await page.locator('[data-lack=solvable]').getByText('say so in the last answer').waitFor();
    });
  });

  it('takes a recording, and blacks out of a screenshot what nobody may see', async () => {
    await withWorkbench([story], async (page, troubles) => {
      await page.getByText('Who can fix it').waitFor();
      await page.keyboard.press('Shift+X');
      await settled(page, 'draft');
      // A white picture with a red square in its middle.
      const png = await page.evaluate(async () => {
        const canvas = new OffscreenCanvas(100, 60);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.fillStyle = '#fff';
        context.fillRect(0, 0, 100, 60);
        context.fillStyle = '#f00';
        context.fillRect(40, 20, 20, 20);
        return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
      });
      const chooser = page.waitForEvent('filechooser');
      await page.locator('[data-drop=attachments]').getByRole('button', { name: 'Choose files' }).click();
      await (await chooser).setFiles([
        { name: 'shot.png', mimeType: 'image/png', buffer: Buffer.from(png) },
        { name: 'screen.webm', mimeType: 'video/webm', buffer: emptyWebm },
        { name: 'anim.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') },
      ]);
      await page.getByText('anim.gif cannot be attached').waitFor();
      await page.locator('[data-attachment="image/png"]').getByRole('button', { name: 'Edit' }).click();
      const canvas = page.locator('canvas[data-loaded]');
      const box = await canvas.boundingBox();
      if (box === null) throw new Error('no canvas');
      const point = (x: number, y: number) =>
        [box.x + (box.width * x) / 100, box.y + (box.height * y) / 60] as const;
      await page.mouse.move(...point(35, 15));
      await page.mouse.down();
      await page.mouse.move(...point(50, 30));
      await page.mouse.move(...point(65, 45));
      await page.mouse.up();
      await page.getByRole('button', { name: 'Apply' }).click();
      await canvas.waitFor({ state: 'detached' });
      await settled(page, 'draft');
      const files = unzipSync(await savedZip(page));
      expect(Object.keys(files)).toContain('recordings/2.webm');
      const bytes = Buffer.from(files['screenshots/1.png'] ?? []);
      const colours = coloursOf(bytes);
      expect(colours.has('0,0,0')).toBe(true);
      expect(colours.has('255,255,255')).toBe(true);
      // Not one pixel is left of it, and no chunk holds an earlier picture.
      expect([...colours].filter((colour) => colour.startsWith('255,0'))).toEqual([]);
      expect(chunksOf(bytes)).toEqual(['IHDR', 'IDAT', 'IEND']);
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });

  it.each(['light', 'dark'] as const)(
    'breaks no rule of WCAG 2.2 AA in the %s theme',
    async (colorScheme) => {
      await withWorkbench([story], async (page) => {
        await page.emulateMedia({ colorScheme });
        await page.getByText('Who can fix it').waitFor();
        await page.keyboard.press('j');
        await page.keyboard.press('x');
        await page.keyboard.press('Shift+X');
        await settled(page, 'draft');
        await page.getByRole('button', { name: 'Add a fact' }).click();
        await settled(page, 'draft');
        expect(await breaches(page)).toEqual([]);
      });
    },
  );
});

/** The kinds of a PNG's chunks, repeated ones once. */
function chunksOf(png: Buffer): string[] {
  const kinds = new Set<string>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    kinds.add(png.toString('latin1', at + 4, at + 8));
  return [...kinds];
}

/** Every colour of a PNG of 8 bits a channel, `red,green,blue`. */
function coloursOf(png: Buffer): Set<string> {
  const width = png.readUInt32BE(16);
  const channels = png[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const rowBytes = width * channels;
  const colours = new Set<string>();
  let above = Buffer.alloc(rowBytes);
  for (let at = 0; at < raw.length; at += rowBytes + 1) {
    const row = unfiltered(raw[at] as number, raw.subarray(at + 1, at + 1 + rowBytes), above, channels);
    for (let pixel = 0; pixel < rowBytes; pixel += channels)
      colours.add([...row.subarray(pixel, pixel + 3)].join(','));
    above = row;
  }
  return colours;
}

/** One row without its filter (PNG, third edition, §9.2). */
function unfiltered(filter: number, row: Buffer, above: Buffer, channels: number): Buffer<ArrayBuffer> {
  const out = Buffer.alloc(row.length);
  for (const [at, byte] of row.entries()) {
    const left = out[at - channels] ?? 0;
    const up = above[at] ?? 0;
    const corner = at < channels ? 0 : (above[at - channels] ?? 0);
    const estimate = left + up - corner;
    const far = [left, up, corner].map((one) => Math.abs(estimate - one));
    const nearest = [left, up, corner][far.indexOf(Math.min(...far))] as number;
    out[at] = byte + ([0, left, up, (left + up) >> 1, nearest][filter] as number);
  }
  return out;
}
