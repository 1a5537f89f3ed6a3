import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../packages/har/src/read/testing/fiddler-archive.ts';
import { withFile } from './testing/temporary-file.ts';
import { withWorkbench } from './testing/with-workbench.ts';

const example = (name: string): string =>
  fileURLToPath(new URL(`../../../fixtures/example/${name}`, import.meta.url));

/** Puts texts as files, or one as text, into an event of the page. */
async function give(
  page: Page,
  kind: 'drop' | 'paste',
  texts: readonly string[],
  asText = '',
): Promise<void> {
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.evaluate(
    ([type, files, text]) => {
      const data = new DataTransfer();
      for (const [at, file] of files.entries()) data.items.add(new File([file], `given-${at}.har`));
      if (text !== '') data.setData('text/plain', text);
      const given = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        type === 'drop'
          ? new DragEvent('drop', { ...given, dataTransfer: data })
          : new ClipboardEvent('paste', { ...given, clipboardData: data }),
      );
    },
    [kind, texts, asText] as const,
  );
}

describe('a capture is opened', () => {
  it('dropped anywhere, several at once', async () => {
    const texts = await Promise.all(
      ['feature-available.har', 'feature-not-available.har'].map((name) => readFile(example(name), 'utf8')),
    );
    await withWorkbench([], async (page, troubles) => {
      await give(page, 'drop', texts);
      await page.getByRole('button', { name: 'given-0.har', exact: true }).waitFor();
      await page.getByRole('button', { name: 'given-1.har', exact: true }).waitFor();
      await page.getByText('Who can fix it').waitFor();
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });

  it('dropped where the page says so while a file is held over it', async () => {
    await withWorkbench([example('call-recording.har')], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(['{}'], 'held.har'));
        document.body.dispatchEvent(
          new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: data }),
        );
      });
      await page.getByText('Drop to open').waitFor();
      await page.getByText('Drop to open').waitFor({ state: 'detached' });
    });
  });

  it('with all its rows, though the first ones are told after the last', async () => {
    await withWorkbench([], async (page, troubles) => {
      // What a worker tells on the way comes by a port of its own; a busy browser may take it after the answer.
      await page.evaluate(() => {
        const { addEventListener } = MessagePort.prototype;
        MessagePort.prototype.addEventListener = function (
          this: MessagePort,
          ...[type, listener]: Parameters<typeof addEventListener>
        ) {
          addEventListener.call(this, type, (event: Event) => {
            setTimeout(() => (listener as EventListener).call(this, event), 1000);
          });
        } as typeof addEventListener;
      });
      const har = JSON.parse(await readFile(example('call-recording.har'), 'utf8')) as {
        log: { entries: unknown[] };
      };
      har.log.entries = Array.from({ length: 30 }, () => har.log.entries).flat();
      await give(page, 'drop', [JSON.stringify(har)]);
      await page.locator('[data-answer=ready]').waitFor();
      await page.waitForTimeout(1500);
      await page.getByText('540 of 540').waitFor();
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });

  it('with its table before anything else of its screen', async () => {
    const text = await readFile(example('call-recording.har'), 'utf8');
    await withWorkbench([], async (page) => {
      await page.evaluate(() => {
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        new MutationObserver(() => {
          for (const selector of ['[role=grid]', '#filter-box', 'canvas[title]'])
            if (!seen.includes(selector) && document.querySelector(selector) !== null) seen.push(selector);
        }).observe(document, { childList: true, subtree: true });
      });
      await give(page, 'drop', [text]);
      await page.locator('canvas[title]').waitFor();
      expect(await page.evaluate('seen')).toEqual(['[role=grid]', '#filter-box', 'canvas[title]']);
    });
  });

  it('with a table that has its size from the beginning', async () => {
    const text = await readFile(example('call-recording.har'), 'utf8');
    await withWorkbench([], async (page) => {
      await page.evaluate(() => {
        const heights: string[] = [];
        Object.assign(globalThis, { heights });
        new MutationObserver(() => {
          const bars = document.querySelector<HTMLElement>('[role=grid] canvas');
          if (bars !== null && heights.length === 0) heights.push(bars.style.height);
        }).observe(document, { childList: true, subtree: true });
      });
      await give(page, 'drop', [text]);
      await page.locator('[role=grid] canvas').waitFor();
      expect(await page.evaluate('heights')).not.toEqual(['0px']);
    });
  });

  it('by a thread that starts alone, before the one that looks through it', async () => {
    await withWorkbench([], async (page) => {
      await page.addInitScript(() => {
        const told: string[] = [];
        const Plain = Worker;
        globalThis.Worker = class extends Plain {
          constructor(...given: ConstructorParameters<typeof Plain>) {
            super(...given);
            const name = /[a-z]+-worker/.exec(String(given[0]))?.[0];
            told.push(`${name} starts`);
            this.addEventListener('message', () => told.push(`${name} answers`), { once: true });
          }
        };
        Object.assign(globalThis, { told });
      });
      await page.reload();
      await expect.poll(() => page.evaluate('told')).toContain('analyst-worker starts');
      expect(await page.evaluate('told')).toEqual([
        'engine-worker starts',
        'engine-worker answers',
        'analyst-worker starts',
      ]);
    });
  });

  it('pasted as text, as DevTools copies one', async () => {
    const text = await readFile(example('call-recording.har'), 'utf8');
    await withWorkbench([], async (page) => {
      await give(page, 'paste', [], text);
      await page.getByText('failed with 502 because Parrotbox refused').waitFor();
    });
  });

  it('out of Fiddler’s archive, and the example at a click', async () => {
    await withWorkbench([example('call-recording.saz')], async (page) => {
      await page.getByText('failed with 502').first().waitFor();
      await page.getByRole('button', { name: 'Close call-recording.saz' }).click();
      await page.getByRole('button', { name: 'Open the example' }).click();
      await page.getByText('failed with 502').first().waitFor();
    });
  });

  it('from a page that shows no capture, and shows it then', async () => {
    await withWorkbench([example('feature-available.har')], async (page) => {
      const answer = page.locator('[data-answer=ready]');
      await answer.waitFor();
      const knowledge = page.getByRole('navigation').getByRole('button', { name: 'Knowledge' });
      const isThere = async (): Promise<void> => {
        await answer.waitFor();
        expect(await page.getByRole('navigation').locator('[aria-current]').textContent()).toContain(
          'Workbench',
        );
      };
      await knowledge.click();
      await answer.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'feature-available.har', exact: true }).click();
      await isThere();

      await knowledge.click();
      await answer.waitFor({ state: 'detached' });
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Open …' }).click();
      await (await chooser).setFiles(example('feature-not-available.har'));
      await isThere();

      await knowledge.click();
      await answer.waitFor({ state: 'detached' });
      await page.keyboard.press('[');
      await isThere();
    });
  });

  it('out of a protected archive, when the password is right', async () => {
    const password = ['open', 'sesame'].join(' ');
    const har = new Uint8Array(await readFile(example('feature-available.har')));
    const bytes = await zipOf([['capture.har', har]], { password, comment: '' });
    await withFile('protected.zip', bytes, async (file) => {
      await withWorkbench([file], async (page) => {
        // Whoever is asked types: what they type must not be the keys of commands.
        await page.getByText('har/password-needed').waitFor();
        await page.keyboard.type('wrong');
        await page.keyboard.press('Enter');
        await page.getByText('har/password-wrong').waitFor();
        await page.keyboard.type(password);
        await page.keyboard.press('Enter');
        await page.locator('[data-answer]').waitFor();
      });
    });
  });

  it('as far as it is whole, and says what is broken in the reader’s language', async () => {
    const text = await readFile(example('call-recording.har'), 'utf8');
    await withFile('cut.har', text.slice(0, text.length * 0.7), async (file) => {
      await withWorkbench([file], async (page) => {
        await page.locator('select').selectOption('fr');
        await page.getByRole('button', { name: '1 anomalie dans le fichier' }).click();
        const panel = page.getByRole('complementary');
        await panel.getByText('Le fichier est coupé').waitFor();
        expect(await panel.textContent()).not.toMatch(/nothing|assumed|found/i);
        await page.getByText('13 sur 13').waitFor();
      });
    });
  });
});

describe('after a reload', () => {
  it('the files that the command named are open again, at the request and the tab that were looked at', async () => {
    const files = [example('call-recording.har'), example('feature-available.har')];
    await withWorkbench(files, async (page, troubles) => {
      const second = page.getByRole('button', { name: 'feature-available.har', exact: true });
      await second.waitFor();
      await page.getByRole('button', { name: 'call-recording.har', exact: true }).click();
      await page.getByText('Who can fix it').waitFor();
      await page.keyboard.press('e');
      await page.keyboard.press('7');
      await page.waitForFunction(() => /&row=13&tab=timing$/.test(location.hash));
      await page.reload();
      await page.locator('section[aria-label="#13"]').waitFor();
      await page.getByRole('tab', { name: 'Timing', selected: true }).waitFor();
      await second.waitFor();
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });
});

describe('a link that is followed', () => {
  it('stays followed when another file of the command comes later', async () => {
    const files = [example('call-recording.har'), example('feature-available.har')];
    await withWorkbench(files, async (page) => {
      await page.getByRole('button', { name: 'call-recording.har', exact: true }).click();
      await page.getByText('Who can fix it').waitFor();
      await page.keyboard.press('e');
      await page.waitForFunction(() => /&row=13$/.test(location.hash));
      let sendSecond = () => {};
      const isShown = new Promise<void>((resolve) => {
        sendSecond = resolve;
      });
      await page.route(/\/captures\/[^/]+\/1$/, async (route) => {
        await isShown;
        await route.continue();
      });
      await page.reload();
      const request = page.locator('section[aria-label="#13"]');
      await request.waitFor();
      sendSecond();
      await page.getByRole('button', { name: 'Close feature-available.har' }).waitFor();
      expect(await request.isVisible()).toBe(true);
    });
  });

  it('shows what it says of a capture that is open', async () => {
    await withWorkbench([example('call-recording.har')], async (page, troubles) => {
      await page.getByText('Who can fix it').waitFor();
      await page.waitForFunction(() => location.hash.startsWith('#capture='));
      await page.evaluate(() => {
        location.hash += '&filter=is%3Afailed&row=13&tab=timing';
      });
      await page.locator('section[aria-label="#13"]').waitFor();
      await page.getByRole('tab', { name: 'Timing', selected: true }).waitFor();
      await page.getByText('1 of 18').waitFor();
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });
});

describe('what is under the pointer', () => {
  it('stays where it is when the answer comes', async () => {
    const text = await readFile(example('call-recording.har'), 'utf8');
    await withWorkbench([], async (page) => {
      await page.mouse.move(600, 600);
      const places = page.evaluate(
        () =>
          new Promise<number[]>((resolve) => {
            const seen = new Set<number>();
            const look = (): void => {
              const grid = document.querySelector('[role=grid]');
              if (grid !== null) seen.add(Math.round(grid.getBoundingClientRect().top));
              if (document.querySelector('[data-answer=ready]') === null) requestAnimationFrame(look);
              else setTimeout(() => resolve([...seen, grid?.getBoundingClientRect().top ?? 0]), 500);
            };
            look();
          }),
      );
      await give(page, 'drop', [text]);
      expect(new Set((await places).map(Math.round)).size).toBe(1);
      // Nobody is at the table any more: the answer takes the room that it needs.
      await page.locator('[data-held]').waitFor();
      await page.mouse.move(600, 10);
      await page.locator('[data-held]').waitFor({ state: 'detached' });
    });
  });

  it('is there when the window becomes lower, where it is the request that was chosen', async () => {
    await withWorkbench([example('call-recording.har')], async (page) => {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.getByText('Who can fix it').waitFor();
      await page.keyboard.press('e');
      const row = page.locator('[role=row][aria-selected=true]');
      await row.waitFor();
      await page.setViewportSize({ width: 1280, height: 800 });
      await expect
        .poll(async () =>
          row.evaluate((one) => {
            const { left, top, bottom } = one.getBoundingClientRect();
            const at = document.elementFromPoint(left + 20, (top + bottom) / 2);
            return at !== null && one.contains(at);
          }),
        )
        .toBe(true);
    });
  });
});
