import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breaches } from '../testing/accessibility.ts';
import { withWorkbench } from '../testing/with-workbench.ts';

const example = fileURLToPath(new URL('../../../../fixtures/example/call-recording.har', import.meta.url));

describe('the knowledge base', () => {
  it('explains on hover and on focus, and shows the page beside the table with a key', async () => {
    await withWorkbench([example], async (page, troubles) => {
      await page.getByText('Who can fix it').waitFor();
      const card = page.getByRole('tooltip');
      // A method and a status in the table, a field, a phase, a finding, a part of the id.
      await page.locator('[data-topic="method/PATCH"]').first().hover();
      await card.getByText('neither safe nor idempotent').first().waitFor();
      await page.getByText('ATLAS_', { exact: true }).first().hover();
      await card.getByText('Prefix: the service that wrote the id').waitFor();
      await page.locator('[data-topic="finding/permission/vendor-refused"]').first().hover();
      await card.getByText('permission/vendor-refused').waitFor();
      await page.keyboard.press('e');
      const pane = page.locator('section[aria-label="#13"]');
      await pane.waitFor();
      await page.keyboard.press('7');
      await pane.locator('[data-topic="phase/wait"]').focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await card.getByText('Waiting').first().waitFor();
      await page.keyboard.press('i');
      const panel = page.getByRole('complementary', { name: 'Knowledge' });
      await panel.getByRole('heading', { level: 2, name: /Waiting/ }).waitFor();
      expect(troubles).toEqual({ errors: [], strangers: [] });
    });
  });

  it('goes from page to page and back, and finds what is asked for', async () => {
    await withWorkbench([example], async (page) => {
      await page.getByText('Who can fix it').waitFor();
      await page.keyboard.press('Shift+K');
      const panel = page.getByRole('complementary', { name: 'Knowledge' });
      await panel.getByRole('searchbox').fill('ttfb');
      await page.keyboard.press('Enter');
      await panel.getByRole('heading', { level: 2, name: /Waiting/ }).waitFor();
      await panel.getByRole('searchbox').fill('patch');
      await panel.getByRole('button', { name: /^PATCH/ }).click();
      await panel.getByRole('button', { name: 'Idempotent', exact: true }).last().click();
      await panel.getByRole('heading', { level: 2, name: 'Idempotent' }).waitFor();
      await panel.getByRole('button', { name: '← Back' }).click();
      await panel.getByRole('heading', { level: 2, name: 'PATCH' }).waitFor();
      await page.locator('header select').selectOption('ja');
      await page.getByRole('complementary').getByText('べき等', { exact: false }).first().waitFor();
    });
  });

  it('needs no capture', async () => {
    await withWorkbench([], async (page) => {
      await page.getByRole('button', { name: 'Choose a file' }).waitFor();
      await page.keyboard.press('Shift+K');
      await page.getByRole('heading', { level: 2, name: 'How to read a capture' }).waitFor();
      await page.getByRole('searchbox').fill('retry-after');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: 'Retry-After' }).waitFor();
      // One of almost two hundred fields: its place in the list is in sight.
      const box = await page.locator('nav [aria-current=page]', { hasText: 'Retry-After' }).boundingBox();
      expect(box?.y).toBeGreaterThan(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    });
  });

  it('loads nothing of its pages before somebody asks, and one language only then', async () => {
    await withWorkbench([example], async (page) => {
      const pages: string[] = [];
      page.on('request', (request) => {
        if (/assets\/(?:statuses|methods|glossary|captures|labels)-/.test(request.url()))
          pages.push(request.url());
      });
      await page.getByText('Who can fix it').waitFor();
      expect(pages).toEqual([]);
      await page.locator('[data-topic="status/502"]').first().hover();
      await page.getByRole('tooltip').waitFor();
      expect(pages).toHaveLength(2);
    });
  });

  it.each(['light', 'dark'] as const)(
    'breaks no rule of WCAG 2.2 AA in the %s theme',
    async (colorScheme) => {
      await withWorkbench([example], async (page) => {
        await page.emulateMedia({ colorScheme });
        await page.getByText('Who can fix it').waitFor();
        await page.locator('[data-topic="status/502"]').first().hover();
        await page.getByRole('tooltip').waitFor();
        expect(await breaches(page)).toEqual([]);
        await page.keyboard.press('i');
        await page.getByRole('article').waitFor();
        expect(await breaches(page)).toEqual([]);
        await page.getByRole('button', { name: 'Knowledge', exact: true }).click();
        await page.getByRole('heading', { level: 2, name: '502 Bad Gateway' }).waitFor();
        expect(await breaches(page)).toEqual([]);
      });
    },
  );
});
