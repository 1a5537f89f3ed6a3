import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withWorkbench } from './testing/with-workbench.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const example = fileURLToPath(new URL('../../../fixtures/example/call-recording.har', import.meta.url));

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Breaches of WCAG 2.2 A and AA, each in a line. */
async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

async function answered(page: Page): Promise<void> {
  await page.getByText('Who can fix it').waitFor();
  await page.getByText('https://admin.example.test/users').first().waitFor();
}

describe.each(['light', 'dark'] as const)('in the %s theme, no breach of WCAG 2.2 AA', (colorScheme) => {
  it('while nothing is open', async () => {
    await withWorkbench([], async (page) => {
      await page.emulateMedia({ colorScheme });
      await page.getByRole('button', { name: 'Choose a file' }).waitFor();
      expect(await breaches(page)).toEqual([]);
    });
  });

  it('in the answer, the table and the filter', async () => {
    await withWorkbench([example], async (page) => {
      await page.emulateMedia({ colorScheme });
      await answered(page);
      await page.getByLabel('Filter').first().fill('status:>=200 -method:OPTIONS');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      expect(await breaches(page)).toEqual([]);
    });
  });

  it('in the panels beside the table, and the list of keys', async () => {
    await withWorkbench([example], async (page) => {
      await page.emulateMedia({ colorScheme });
      await answered(page);
      await page.keyboard.press('f');
      await page.keyboard.type('recording');
      await page.getByRole('complementary').locator('mark').first().waitFor();
      expect(await breaches(page)).toEqual([]);
      await page.getByRole('tab', { name: 'Statistics' }).click();
      await page.getByRole('columnheader', { name: 'p95' }).first().waitFor();
      expect(await breaches(page)).toEqual([]);
      await page.getByRole('tab', { name: 'In common' }).click();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'All keys' }).waitFor();
      expect(await breaches(page)).toEqual([]);
    });
  });
});
