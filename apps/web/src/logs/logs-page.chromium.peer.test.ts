import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { takeFile } from '@harrier/logs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openRow } from '../testing/open-row.ts';
import { savedText } from '../testing/saved-text.ts';
import { flowLogs, labCapture, withLogs } from '../testing/with-logs.ts';
import { withWorkbench } from '../testing/with-workbench.ts';

const RECORDING = 'ATLAS_f0d4f939-5676-4931-9711-78b8a7ca288b_6';
const recording = {
  files: [labCapture('telephony__recording-refused-by-provider')],
  folders: [flowLogs('finds.provider-refuses-recording')],
};

async function analysed(page: Page): Promise<void> {
  await page.locator('[data-answer=ready]').waitFor();
}

/** By the rail, which is there when the page answers. */
async function openLogs(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Logs' }).click();
  await page.locator('#log-search').waitFor();
}

async function searchFor(page: Page, text: string): Promise<void> {
  if ((await page.locator('#log-search').count()) === 0) await openLogs(page);
  await page.locator('#log-search').fill(text);
  await page.locator('#log-search').press('Enter');
}

/** What of an element a person sees without scrolling anything. */
async function isInView(page: Page, element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  if (box === null) return false;
  return await page
    .evaluate(
      ([x, y, text]) =>
        document.elementFromPoint(x as number, y as number)?.textContent?.includes(text as string),
      [box.x + box.width / 2, box.y + box.height / 2, (await element.textContent()) ?? ''] as const,
    )
    .then((found) => found === true);
}

describe('from a capture to its logs', () => {
  it('takes four keys: open, next error, copy its tracking id, search the logs', async () => {
    await withLogs({ folders: recording.folders }, async (page, troubles) => {
      const chooser = page.waitForEvent('filechooser');
      await page.locator('main').waitFor();
      await page.keyboard.press('o');
      await (await chooser).setFiles(recording.files);
      await analysed(page);
      await page.keyboard.press('e');
      await page.keyboard.press('t');
      await page.keyboard.press('l');
      await page.getByText('Broke at Recording provider, call 6.0').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(RECORDING);
      expect(new URL(page.url()).hash).toBe(`#logs=${RECORDING}&level=request&scope=global`);
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });

  it('goes by the answer’s button, and by the tab of a request', async () => {
    await withLogs(recording, async (page) => {
      await analysed(page);
      await page.getByRole('button', { name: 'Search logs' }).click();
      await page.getByText('Broke at Recording provider').waitFor();
      await page.getByRole('navigation').getByRole('button', { name: 'Workbench' }).click();
      await page.keyboard.press('e');
      const pane = page.locator('section[aria-label^="#"]');
      await pane.getByRole('tab', { name: 'Logs' }).click();
      await pane.getByText('Broke at Recording provider').waitFor();
      await pane.getByRole('button', { name: 'LMA Search' }).click();
      await pane.getByText('so all of them were asked').waitFor();
    });
  });

  it('shows all of a service in its line beside the table, too, in a window of 1280 pixels', async () => {
    await withLogs(recording, async (page) => {
      await analysed(page);
      for (const key of ['e', '\\', '0']) await page.keyboard.press(key);
      await page.getByText('Broke at Recording provider').waitFor();
      for (const language of ['en', 'fr', 'ja']) {
        await page.locator('select:has(option[value=zh-TW])').first().selectOption(language, { force: true });
        const past = () =>
          page
            .locator('table:has([aria-pressed])')
            .evaluate(({ scrollWidth, parentElement }) => scrollWidth - (parentElement?.clientWidth ?? 0));
        await expect.poll(past).toBeLessThanOrEqual(0);
      }
      await page.locator('[data-marked]').scrollIntoViewIfNeeded();
      expect((await page.locator('[data-marked]').boundingBox())?.width).toBeGreaterThan(400);
    });
  });

  it('says of a request without an id that no log can be searched', async () => {
    await withLogs(recording, async (page) => {
      await analysed(page);
      const pane = await openRow(page, 0, 1);
      await pane.getByRole('tab', { name: 'Logs' }).click();
      await pane.getByText('carries no tracking id').waitFor();
    });
  });
});

describe('the break is seen without scrolling', () => {
  it.each([
    ['provider-refuses-recording', 'recording-refused-by-provider', '✗ product is not part of the contract'],
    ['command-refused', 'fax-command-refused', '✗ [Error 4219] Phone number is already assigned'],
    [
      'command-refused-unseen',
      'fax-command-refused-unseen',
      '✗ [Error 4219] Phone number is already assigned',
    ],
    ['number-lost', 'fax-number-lost', '≠ phoneNumber: +12065550177 → not set'],
    ['no-answer', 'fax-no-answer', '✗ no answer from 10.71.169.37:2208'],
    ['asked-for-off', 'fax-asked-for-off', '! /faxMessage/enabled: false'],
  ])('%s', async (logs, capture, mark) => {
    const given = { files: [labCapture(`telephony__${capture}`)], folders: [flowLogs(`finds.${logs}`)] };
    await withLogs(given, async (page) => {
      await analysed(page);
      await page.keyboard.press('/');
      await page.keyboard.type('method:PATCH');
      await page.getByText('1 of ').first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.locator('section[aria-label^="#"]').waitFor();
      await page.keyboard.press('l');
      const row = page
        .getByRole('button', { name: mark })
        .or(page.locator(`[title^="${mark}"]`))
        .first();
      await row.waitFor();
      expect(await isInView(page, row)).toBe(true);
      const browser = page.getByRole('region', { name: 'Sequence of calls' }).getByText('Browser');
      expect(await isInView(page, browser)).toBe(true);
      if (process.env.HARRIER_PICTURES !== undefined)
        await page.screenshot({ path: `${process.env.HARRIER_PICTURES}/${capture}.png` });
    });
  });
});

describe('the one box', () => {
  it.each([
    ['a bare UUID', 'f0d4f939-5676-4931-9711-78b8a7ca288b', 'The id names a session'],
    ['its first eight digits', 'F0D4F939', 'The id names a session'],
    ['a pasted header', `TrackingID: ${RECORDING}`, 'Broke at Recording provider, call 6.0'],
    ['another service’s spelling', `CPAPI_${RECORDING.slice(6)}_0`, 'Broke at Recording provider, call 6.0'],
    ['words', '"not part of the contract"', '1 of 1'],
  ])('understands %s', async (_what, typed, told) => {
    await withLogs({ folders: recording.folders }, async (page) => {
      await searchFor(page, typed);
      await page.getByText(told).first().waitFor();
    });
  });

  it('widens with one click, narrows by level and text, and hands on what it shows', async () => {
    await withLogs({ folders: recording.folders }, async (page) => {
      await searchFor(page, RECORDING);
      await page.getByText('1 of 7').waitFor();
      await page.getByText('All, in time order').click();
      await page.getByText('7 of 7').waitFor();
      await page.getByLabel('Level').selectOption('error');
      await page.getByText('2 of 7').waitFor();
      const text = await savedText(page, async () => {
        await page.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('menuitem', { name: 'JSON lines' }).click();
      });
      expect(
        text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).level),
      ).toEqual(['error', 'error']);
      const diagram = await savedText(page, async () => {
        await page.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('menuitem', { name: 'Mermaid diagram' }).click();
      });
      expect(diagram).toContain('✗ product is not part of the contract');
      await page.getByText('Session', { exact: true }).click();
      await page.getByText('The id names a session of').waitFor();
      expect(new URL(page.url()).hash).toContain('level=session');
    });
  });

  it('finds its search again after a reload, and carries no words in its address', async () => {
    await withLogs({ folders: recording.folders }, async (page) => {
      await searchFor(page, RECORDING);
      await page.getByText('Broke at Recording provider').waitFor();
      await page.reload();
      await page.getByText('Broke at Recording provider').waitFor();
      await searchFor(page, 'contract +12065550177');
      await page
        .getByText(/No source has a record|records?$/)
        .first()
        .waitFor();
      expect(new URL(page.url()).hash).toBe('#logs=');
    });
  });
});

describe('a page without logs', () => {
  it('says in a line how to attach a store', async () => {
    await withWorkbench([], async (page) => {
      await openLogs(page);
      await page.getByText('No log store is attached here').waitFor();
      await page.getByText('harrier open --store sqlite:logs.db').waitFor();
      await searchFor(page, RECORDING);
      await page.getByText('No log store is attached here').waitFor();
    });
  });

  it('takes log files that are dropped on it, and finds what is in them', async () => {
    await withLogs({}, async (page) => {
      await openLogs(page);
      await page.getByText('The store holds no logs yet').waitFor();
      await page.evaluate((line) => {
        const files = new DataTransfer();
        files.items.add(new File([line], 'dropped.log'));
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }),
        );
      }, `2026-01-15T09:30:00Z ERROR [${RECORDING}] refused by nobody`);
      await page.getByText('dropped.log: records read: 1, new: 1.').waitFor();
      await page.getByRole('cell', { name: 'local' }).waitFor();
      await searchFor(page, RECORDING);
      await page.getByText('refused by nobody').first().waitFor();
      expect(await page.getByRole('button', { name: 'Close dropped.log' }).count()).toBe(0);
    });
  });
});

/** What would run, or load something, wherever a page took a log's text for markup. */
const HOSTILE = `"><img src=x onerror="window.caught=1"><script>window.caught=1</script></title><svg onload=window.caught=1>\u202e{{window.caught=1}}`;

it('shows hostile log text as text: in the verdict, the diagram, the services, the lines and the exports', async () => {
  await withLogs({}, async (page, troubles, desk) => {
    const line = (more: object) => JSON.stringify({ time: '2026-01-15T09:30:00Z', ...more });
    const id = 'ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12';
    const log = [
      line({ level: 'info', service: HOSTILE, msg: `${id} ${HOSTILE}`, host: HOSTILE, [HOSTILE]: HOSTILE }),
      line({
        level: 'error',
        service: `b ${HOSTILE}`,
        msg: `${HOSTILE}\n\tat ${HOSTILE}\nCaused by: ${HOSTILE} ${id}`,
      }),
    ].join('\n');
    const bytes = (async function* () {
      yield Buffer.from(log);
    })();
    await takeFile(desk, { name: `${HOSTILE}.log`, source: HOSTILE, bytes });
    await openLogs(page);
    await page.getByRole('cell', { name: '<img' }).first().waitFor();
    await searchFor(page, id);
    await page.getByText('Broke at').waitFor();
    await page.getByText('All, in time order').click();
    for (const button of await page.locator('ol button[aria-expanded=false]').all()) await button.click();
    const shown = (await page.locator('main').textContent()) ?? '';
    expect(shown).toContain('<img src=x');
    expect(shown).not.toContain('\u202e');
    const svg = await savedText(page, async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: 'SVG picture' }).click();
    });
    expect(svg).not.toMatch(/<script|<img|<svg onload/);
    expect(await page.locator('main img, main script, main svg[onload]').count()).toBe(0);
    expect(await page.evaluate(() => (window as { caught?: number }).caught)).toBeUndefined();
    expect(troubles).toEqual({ errors: [], strangers: [] });
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

it.each(['light', 'dark'] as const)(
  'breaches no rule of WCAG 2.2 AA in the %s theme',
  async (colorScheme) => {
    await withLogs(recording, async (page) => {
      await page.emulateMedia({ colorScheme });
      const breaches = async (): Promise<string[]> => {
        await page.evaluate(axe);
        const { violations } = await page.evaluate<{
          violations: { id: string; nodes: { html: string }[] }[];
        }>(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`);
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      };
      await analysed(page);
      await openLogs(page);
      await page.getByRole('table', { name: 'Sources' }).waitFor();
      expect(await breaches()).toEqual([]);
      await searchFor(page, RECORDING);
      await page.getByText('Broke at Recording provider').waitFor();
      expect(await breaches()).toEqual([]);
    });
  },
);
