import type { Scenario } from '../../scenario/scenario.ts';
import { pageOf, sendHtml, sendJson } from '../page.ts';
import { takes } from '../portal.ts';
import { withDelay } from './family.ts';

/** Requests of which none is slow, but their number or their order. */
export const oneAfterAnother: readonly Scenario[] = [
  withDelay({
    name: 'waterfall',
    title: 'The settings page builds up step by step.',
    script: `for (const name of ['profile', 'calling', 'voicemail', 'devices', 'licences']) await call('/api/settings/' + name);`,
    routes: Object.fromEntries(
      ['profile', 'calling', 'voicemail', 'devices', 'licences'].map((name) => [
        `/api/settings/${name}`,
        async (_: unknown, response: Parameters<typeof sendJson>[0]) => {
          await takes(450);
          sendJson(response, { name, enabled: true });
        },
      ]),
    ),
    truth: {
      expects: [
        {
          finding: 'slow/waterfall',
          on: ['profile', 'calling', 'voicemail', 'devices', 'licences'].map((name) => ({
            url: `/api/settings/${name}`,
          })),
          root: true,
        },
      ],
      phases: ['profile', 'calling', 'voicemail', 'devices', 'licences'].map((name) => ({
        on: { url: `/api/settings/${name}` },
        phase: 'wait',
        ms: 450,
      })),
    },
  }),
  withDelay({
    name: 'chain-of-redirects',
    title: 'Opening the portal goes through half the company.',
    path: '/go',
    script: '',
    routes: {
      ...Object.fromEntries(
        ['/go', '/go/region', '/go/tenant', '/go/home'].map((path, index, paths) => [
          path,
          async (_: unknown, response: Parameters<typeof sendJson>[0]) => {
            await takes(350);
            if (index === paths.length - 1) return sendHtml(response, pageOf('Home'));
            response.statusCode = 302;
            response.setHeader('location', paths[index + 1] ?? '/');
            response.end();
          },
        ]),
      ),
    },
    truth: {
      expects: [
        {
          finding: 'slow/redirects',
          on: ['/go', '/go/region', '/go/tenant'].map((url) => ({ url })),
          root: true,
        },
      ],
      allows: ['slow/waterfall'],
      phases: ['/go', '/go/region', '/go/tenant', '/go/home'].map((url) => ({
        on: { url },
        phase: 'wait',
        ms: 350,
      })),
    },
  }),
  withDelay({
    name: 'busy-page',
    title: 'The page freezes for a second; no request has anything to do with it.',
    script: `const answers = Array.from({ length: 6 }, (_, index) => call('/api/item?part=' + index));
      await new Promise((resolve) => setTimeout(resolve, 50));
      for (const end = performance.now() + 1200; performance.now() < end; );
      await Promise.all(answers);`,
    routes: { '/api/item': (_, response) => sendJson(response, { ok: true }) },
    // The browser's network process takes the answers meanwhile, so nothing in the file is slow.
    truth: { healthy: true, expects: [], allows: ['slow/busy-browser', 'slow/many-calls'] },
  }),
  withDelay({
    name: 'quick-portal',
    title: 'Works, and fast.',
    script: `await Promise.all(['/api/item?a', '/api/item?b', '/api/item?c'].map((url) => call(url)));`,
    routes: { '/api/item': (_, response) => sendJson(response, { ok: true }) },
    truth: { healthy: true, expects: [] },
  }),
];
