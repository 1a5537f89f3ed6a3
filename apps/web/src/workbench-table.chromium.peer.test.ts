import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { everyKindHar, secret } from './testing/every-kind.ts';
import { withFile } from './testing/temporary-file.ts';
import { withWorkbench } from './testing/with-workbench.ts';

const example = fileURLToPath(new URL('../../../fixtures/example/call-recording.har', import.meta.url));

async function ready(page: Page): Promise<void> {
  await page.getByText('Who can fix it').waitFor();
}

/** The texts of a column from the top, as far as it is in the page. */
async function column(page: Page, at: number): Promise<string[]> {
  return await page.evaluate(
    (place) =>
      [...document.querySelectorAll('[role=row][aria-rowindex]')]
        .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
        .slice(1)
        .map((row) => row.children[place]?.textContent ?? ''),
    at,
  );
}

describe('the table', () => {
  it('puts a preflight below its request, and says so', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await expect.poll(async () => (await column(page, 0)).slice(5, 7)).toEqual(['6', '5']);
      await page.getByTitle('Preflight of the request above').first().waitFor();
      await page.getByRole('button', { name: 'Group' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'Join preflights' }).click();
      await expect.poll(async () => (await column(page, 0)).slice(5, 7)).toEqual(['5', '6']);
    });
  });

  it('shows any header and any place of a JSON body as a column, sorts by it, and keeps it', async () => {
    await withWorkbench([example], async (page, troubles) => {
      await ready(page);
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByLabel('Where it stands').selectOption('json');
      await page.getByLabel('Name of the header').fill('message');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('columnheader').getByRole('button', { name: '← {} message' }).click();
      await expect.poll(async () => (await column(page, 9)).at(0)).toContain('Invalid Product');
      await page.reload();
      await page.getByRole('columnheader').getByRole('button', { name: '← {} message' }).waitFor();
      await expect.poll(async () => (await column(page, 9)).join()).toContain('Invalid Product');
      expect(troubles.errors).toEqual([]);
    });
  });

  it('marks in the menu of the waterfall what it is sorted by', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      const head = page.getByRole('columnheader').getByRole('button', { name: 'Waterfall' });
      await head.click();
      await page.getByRole('menuitemradio', { name: 'total duration' }).click();
      await head.click();
      const marked = page.getByRole('menuitemradio', { checked: true });
      await marked.waitFor();
      expect(await marked.allTextContents()).toEqual(['total duration↑']);
    });
  });

  it('tells the phases of a request inside the page, wherever the pointer is', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      const canvas = await page.locator('canvas').last().boundingBox();
      const { x = 0, y = 0, width = 0 } = canvas ?? {};
      for (const share of [0.05, 0.5, 0.95]) {
        await page.mouse.move(x + share * width, y + 12.5 * 24);
        const card = await page.getByText('Waiting (TTFB)').locator('../..').boundingBox();
        expect(card?.x).toBeGreaterThanOrEqual(x);
        expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThanOrEqual(1280);
      }
    });
  });

  it('links a finding to the request that proves it', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.getByRole('button', { name: '#13 response › status' }).click();
      await page.getByText('#13 PATCH').waitFor();
      await page
        .getByRole('button', { name: '#13 response › headers › x-envoy-upstream-service-time' })
        .waitFor();
      expect(await page.locator('[role=row][aria-selected=true]').textContent()).toContain('PATCH');
    });
  });

  it('never shows a credential of a URL unasked', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      const masked = (await column(page, 3)).join('\n');
      await page.getByRole('button', { name: 'Masked' }).click();
      await page.getByRole('button', { name: 'Unmasked' }).waitFor();
      expect(masked).not.toMatch(/[?&](?:access_token|token|code)=(?!hx-)/);
    });
  });
});

describe('what failed', () => {
  it('is the same number in the answer, the table, the map, the filter and the statistics', async () => {
    await withFile('every.har', everyKindHar, (file) =>
      withWorkbench([file], async (page) => {
        await ready(page);
        const told = Number(
          /(\d+) failed/.exec((await page.locator('[data-answer]').textContent()) ?? '')?.[1],
        );
        expect(told).toBeGreaterThan(0);
        expect(await page.locator('[role=row][data-failed]').count()).toBe(told);
        expect(await page.locator('canvas[role=img]').getAttribute('aria-label')).toContain(String(told));
        await page.getByRole('button', { name: 'Statistics' }).click();
        const sum = async (table: number): Promise<number> => {
          const body = page.getByRole('complementary').locator('table').nth(table).locator('tbody');
          const cells = await body.locator('tr td:nth-child(3)').allTextContents();
          return cells.reduce((all, cell) => all + Number(cell), 0);
        };
        await expect.poll(() => sum(0)).toBe(told);
        await expect.poll(() => sum(1)).toBe(told);
        await page.getByRole('button', { name: 'failed', exact: true }).click();
        await page.getByText(new RegExp(`^${told} of`)).waitFor();
      }),
    );
  });
});

describe('the filter', () => {
  it('offers what the language knows, with its meaning, and tells the filter in words', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.keyboard.press('/');
      await page.keyboard.type('stat');
      await page.getByRole('option', { name: 'status: status' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.type('>=400');
      await page.getByText('status is at least 400').first().waitFor();
      await page.getByText('1 of 18').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Remove: status is at least 400' }).click();
      await page.getByText('18 of 18').waitFor();
    });
  });

  it('takes what is typed on behind what was chosen, however late the browser draws', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.keyboard.press('/');
      await page.keyboard.type('stat');
      await page.getByRole('option', { name: 'status: status' }).waitFor();
      await page.evaluate(() => {
        const draw = window.requestAnimationFrame;
        window.requestAnimationFrame = (run) => Number(setTimeout(() => draw(run), 300));
      });
      for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      await page.keyboard.type('>=400', { delay: 100 });
      await page.getByText('1 of 18').waitFor();
    });
  });

  it('chooses from the offers for what is typed, however late they are drawn', async () => {
    await withWorkbench([example], async (page) => {
      await page.addInitScript(() => {
        // What React draws later it asks for with an empty message.
        const post = MessagePort.prototype.postMessage as (...message: unknown[]) => void;
        MessagePort.prototype.postMessage = function (this: MessagePort, ...message: unknown[]) {
          if (message[0] === null && 'isBusy' in window) setTimeout(() => post.apply(this, message), 3000);
          else post.apply(this, message);
        };
      });
      await page.reload();
      await ready(page);
      await page.keyboard.press('/');
      await page.keyboard.type('s');
      await page.getByRole('option', { name: 'set-cookie-domain:' }).waitFor();
      await page.evaluate(() => Object.assign(window, { isBusy: true }));
      await page.keyboard.type('tat');
      for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      await page.keyboard.type('>=400');
      expect(await page.getByLabel('Filter').first().inputValue()).toBe('status:>=400');
    });
  });

  it('says what it did not understand', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.getByLabel('Filter').first().fill('status:abc');
      const told = page.getByText('The key does not know this value');
      await told.waitFor();
      // Nor does what could be typed on lie on it.
      await page.getByLabel('Filter').first().fill('status:abc ');
      const offer = page.getByRole('listbox').getByRole('option').first();
      await offer.waitFor();
      await expect
        .poll(async () => {
          const [line, first] = [await told.boundingBox(), await offer.boundingBox()];
          return (first?.y ?? 0) - (line?.y ?? 0) - (line?.height ?? 0);
        })
        .toBeGreaterThan(0);
    });
  });

  it('says when nothing fits, and shows everything again', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.getByLabel('Filter').first().fill('status:599');
      await page.keyboard.press('Escape');
      await page.getByText('No request fits this filter.').waitFor();
      await page.getByRole('button', { name: 'Show all requests' }).click();
      await page.getByText('18 of 18').waitFor();
    });
  });

  it('keeps a filter under the star', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.getByLabel('Filter').first().fill('method:PATCH');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Saved filters' }).click();
      await page.getByRole('menuitem', { name: 'Save this filter' }).click();
      await page.getByLabel('Filter').first().fill('');
      await page.getByRole('button', { name: 'Saved filters' }).click();
      await page.getByRole('menuitem', { name: 'method:PATCH' }).click();
      await page.getByText('1 of 18').waitFor();
    });
  });
});

describe('searching in everything', () => {
  it('finds what stands escaped in a body, and opens the request', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.keyboard.press('f');
      await page.keyboard.type('"message":"400: Invalid');
      const hit = page.getByRole('complementary').getByRole('button', { name: /#13 response/ });
      await hit.waitFor();
      // What stands around a hit is read when the hit is in view.
      await hit.getByText('Invalid').waitFor();
      await hit.click();
      await page.getByText('#13 PATCH').waitFor();
    });
  });
});

describe('a filter', () => {
  it('moves nothing when it comes and goes, and tells its condition where room was kept', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      const top = async (): Promise<number> => (await page.getByRole('grid').boundingBox())?.y ?? 0;
      const before = await top();
      await page.getByLabel('Filter').first().fill('status:>=400 -is:slow');
      await page.getByRole('button', { name: 'Remove' }).first().waitFor();
      await page.getByText('1 of 18').waitFor();
      expect(await top()).toBe(before);
    });
  });
});

describe('statistics', () => {
  it('say in a sentence that there is nothing to count', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.getByRole('button', { name: 'Statistics' }).click();
      await page.getByRole('columnheader', { name: 'p95' }).first().waitFor();
      await page.getByLabel('Filter').first().fill('status:599');
      await page.getByRole('complementary').getByText('No request fits this filter.').waitFor();
    });
  });
});

describe('what is shown as a pseudonym', () => {
  it('is found by its pseudonym, in the filter and in everything', async () => {
    await withFile('every.har', everyKindHar, async (file) => {
      await withWorkbench([file], async (page) => {
        await ready(page);
        const url = page.locator('[role=row][aria-rowindex="5"] [role=gridcell]').nth(3);
        await expect.poll(() => url.textContent()).toMatch(/hx-tok-/);
        const [shown = ''] = /hx-tok-[0-9a-z]{13}/.exec((await url.textContent()) ?? '') ?? [];
        await page.getByLabel('Filter').first().fill(shown);
        await page.getByText('2 of 20').waitFor();
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await page.keyboard.press('f');
        await page.keyboard.type(shown);
        const hit = page.getByRole('complementary').getByRole('button', { name: /#3 URL/ });
        await hit.locator('mark', { hasText: shown }).waitFor();
        expect(await page.locator('body').textContent()).not.toContain(secret);
      });
    });
  });
});

describe('what requests have in common', () => {
  it('is told of those that a filter lets through', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.getByLabel('Filter').first().fill('domain:admin.example.test');
      await page.getByRole('button', { name: 'In common' }).click();
      await page.getByRole('complementary').getByText('admin.example.test').first().waitFor();
    });
  });
});

describe('keys and links', () => {
  it('lists every key, and runs a command by its name', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'All keys' }).getByText('Copy the tracking id').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('statist');
      await page.keyboard.press('Enter');
      await page.getByRole('columnheader', { name: 'p95' }).first().waitFor();
    });
  });

  it('takes what is typed right behind the key that opens the commands, however busy the page is', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.evaluate(() => {
        const later = globalThis.setTimeout;
        const late = (run: () => void, ms = 0) => later(run, ms + 500);
        Object.assign(globalThis, { setTimeout: late });
      });
      await page.keyboard.press('Control+k');
      await page.keyboard.type('statist');
      expect(await page.getByRole('combobox', { name: 'Commands' }).inputValue()).toBe('statist');
    });
  });

  it('goes by Enter into a request and through its tabs, and leaves a button to be pressed', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      const panel = page.locator('section[aria-label^="#"] [role=tabpanel]');
      await page.keyboard.press('e');
      await page.getByText('#13 PATCH').waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => panel.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.keyboard.press('2');
      await panel.getByText('Response headers').waitFor();
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Statistics' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('columnheader', { name: 'p95' }).first().waitFor();
    });
  });

  it('puts what is looked at into the address, and nothing that was captured', async () => {
    await withWorkbench([example], async (page) => {
      await ready(page);
      await page.getByLabel('Filter').first().fill('is:failed');
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
      await expect
        .poll(() => page.evaluate(() => location.hash))
        .toMatch(/^#capture=[0-9a-f]{12}&filter=is%3Afailed&row=13$/);
    });
  });
});
