import type { Scenario } from '../../scenario/scenario.ts';
import { withFault } from './family.ts';

/** Answers that lead nowhere. */
export const answers: readonly Scenario[] = [
  withFault({
    name: 'redirects-to-itself',
    title: 'A menu item never opens.',
    script: `await call('/api/menu');`,
    routes: () => ({
      '/api/menu': (request, response) => {
        const step = Number(
          new URL(request.url ?? '/', 'https://portal.example.test').searchParams.get('step'),
        );
        response.statusCode = 302;
        response.setHeader('location', `/api/menu?step=${(step + 1) % 3}`);
        response.end();
      },
    }),
    truth: {
      expects: [
        {
          finding: 'fail/redirect-loop',
          on: [{ url: '/api/menu' }],
          reason: 'net::ERR_TOO_MANY_REDIRECTS',
          root: true,
        },
      ],
      allows: ['slow/redirects', 'auth/redirect-loop'],
      browser: [{ on: { url: '/api/menu' }, errorText: 'net::ERR_TOO_MANY_REDIRECTS' }],
    },
  }),
  withFault({
    name: 'script-not-found',
    title: 'A widget is missing; its script is gone from the server.',
    script: `const script = document.createElement('script');
      script.src = '/widgets/clock.js';
      const ended = new Promise((resolve) => { script.onerror = resolve; });
      document.head.append(script);
      await ended;`,
    truth: {
      expects: [{ finding: 'fail/http-4xx', on: [{ url: '/widgets/clock.js' }], root: true }],
      allows: ['version/chunk-missing', 'block/nosniff'],
    },
  }),
  withFault({
    name: 'portal-works',
    title: 'Works: a page and its calls.',
    script: `await Promise.all(['/api/session?again', '/api/session?once-more'].map((url) => call(url)));`,
    truth: { healthy: true, expects: [] },
  }),
];
