import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withWorkbench } from './testing/with-workbench.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url));
const example = fixture('example/call-recording.har');

describe('the workbench', () => {
  it('answers first: the sentence, who can fix it, the id to search', async () => {
    await withWorkbench([example], async (page, troubles) => {
      await page.getByText('failed with 502 because Parrotbox refused').waitFor();
      await page.getByText('Who can fix it: third party (Parrotbox)').waitFor();
      expect(await page.getByRole('row').count()).toBe(19);
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });

  it('goes from the file to the copied tracking id of the failure with two keys', async () => {
    await withWorkbench([example], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.keyboard.press('e');
      await page.getByText('#13 PATCH').waitFor();
      await page.keyboard.press('t');
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe('ATLAS_9c7e41d2-3b58-4a0f-8d16-2f5e0b7a9c31_4');
    });
  });

  it('filters while one types, and sorts at a click', async () => {
    await withWorkbench([example], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('status:>=400 OR wait:>1s');
      await page.getByText('2 of 18').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Time/ }).click();
      await page.getByRole('button', { name: /^Time/ }).click();
      const first = page.locator('[aria-rowindex="2"]');
      await expect.poll(() => first.textContent()).toContain('6.02 s');
    });
  });

  it('says what a file is that it cannot read, and what to do', async () => {
    await withWorkbench([fixture('corpus/ORIGIN.md')], async (page) => {
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').textContent()).toMatch(/har\//);
    });
  });

  it('speaks six languages, switched at once', async () => {
    await withWorkbench([example], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      for (const [language, text] of [
        ['fr', 'Qui peut corriger'],
        ['ja', '対処できる人'],
        ['ko', '해결할 수 있는 사람'],
        ['zh-CN', '谁能解决'],
        ['zh-TW', '誰能解決'],
      ] as const) {
        await page.locator('select').selectOption(language);
        await page.getByText(text).waitFor();
      }
    });
  });

  it('says which language it speaks after a reload, too, and writes numbers in it', async () => {
    await withWorkbench([example], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.locator('select').selectOption('fr');
      await page.getByRole('gridcell', { name: '1,85 s' }).waitFor();
      await page.reload();
      await page.getByRole('gridcell', { name: '1,85 s' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    });
  });
});
