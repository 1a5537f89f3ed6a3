import type { Scenario } from '../../scenario/scenario.ts';
import { application } from '../application.ts';
import { blocked, blockedVisit, PUT, withExtension } from './family.ts';

/** What extensions and administrators keep from people. */
export const byOthers: readonly Scenario[] = [
  blocked({
    name: 'extension-blocks-a-call',
    title: 'Campaigns cannot be saved on one computer; their address looks like advertising.',
    application: {
      script: `await client.get('/api/users');
        await client.post('https://ads.example.test/campaigns', { name: 'Spring' });`,
      routes: { '/api/users': { json: { users: ['avery'] } } },
    },
    on: { method: 'POST', url: 'ads.example.test/campaigns' },
    also: [{ method: 'OPTIONS', url: 'ads.example.test/campaigns' }],
    finding: 'block/by-client',
    reason: 'net::ERR_BLOCKED_BY_CLIENT',
    said: { errorText: 'net::ERR_BLOCKED_BY_CLIENT' },
    drive: withExtension(['*://ads.*']),
  }),
  blocked({
    name: 'developer-tools-block-a-call',
    title:
      'Presence is missing on one computer: somebody has blocked it in the developer tools and forgotten.',
    application: { script: `await client.get('/api/presence');` },
    on: { url: '/api/presence' },
    finding: 'block/by-client',
    reason: 'inspector',
    said: { blockedReason: 'inspector' },
    async drive({ page, open, until }) {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setBlockedURLs', { urls: ['*/api/presence*'] });
      await open('https://portal.example.test/');
      await until();
    },
  }),
  blockedVisit({
    name: 'extension-blocks-statistics',
    title: 'Works; an extension keeps the statistics away.',
    sites: () => [
      application({
        script: `${PUT}
          await put('script', { src: 'https://count.example.net/tag.js' });
          await client.post('https://count.example.net/collect', { event: 'open' });
          await client.get('/api/users');`,
        routes: { '/api/users': { json: { users: ['avery'] } } },
      }),
    ],
    drive: withExtension(['*://count.example.net/*']),
    truth: { healthy: true, expects: [], allows: ['block/by-client'] },
  }),
];
