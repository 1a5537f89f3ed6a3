import type { SiteResponse } from '../../network/site.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { sendJson } from '../page.ts';
import { takes } from '../portal.ts';
import { serviceTook, withDelay } from './family.ts';

/** JSON that compresses badly enough to be what it says: one row is about 100 bytes. */
function rows(count: number): string {
  return JSON.stringify(
    Array.from({ length: count }, (_, index) => ({
      number: `+1555${String(index).padStart(7, '0')}`,
      location: `Building ${index % 17}`,
      state: index % 3 === 0 ? 'assigned' : 'unassigned',
      id: (index * 2654435761) % 2 ** 32,
    })),
  );
}

/** Sends a body in even parts, so that it takes that long from its first byte to its last. */
async function trickle(response: SiteResponse, body: string, ms: number): Promise<void> {
  const parts = 20;
  const size = Math.ceil(body.length / parts);
  response.setHeader('content-type', 'application/json');
  response.setHeader('content-length', Buffer.byteLength(body));
  const write = (part: string) => (response.write as (part: string) => boolean)(part);
  write(body.slice(0, size));
  for (let part = 1; part < parts; part++) {
    await takes(ms / (parts - 1));
    write(body.slice(part * size, (part + 1) * size));
  }
  response.end();
}

/** Time from the first byte to the last. */
export const receiving: readonly Scenario[] = [
  withDelay({
    name: 'slow-download',
    title: 'The export takes long on the hotel’s network.',
    script: `await Promise.all([call('/api/session'), call('/api/templates')]); await call('/api/export');`,
    routes: {
      '/api/session': (_, response) => sendJson(response, { user: 'avery' }),
      '/api/templates': (_, response) => sendJson(response, { templates: rows(100) }),
      '/api/export': (_, response) => trickle(response, rows(1500), 2000),
    },
    truth: {
      expects: [{ finding: 'slow/download', on: [{ url: '/api/export' }], phase: 'receive', root: true }],
      allows: ['slow/uncompressed'],
      phases: [{ on: { url: '/api/export' }, phase: 'receive', ms: 2000 }],
    },
  }),
  withDelay({
    name: 'server-then-download',
    title: 'The export takes long before it begins and long until it ends.',
    script: `await call('/api/export');`,
    routes: {
      '/api/export': async (_, response) => {
        await takes(1200);
        serviceTook(response, 1195);
        await trickle(response, rows(1500), 1200);
      },
    },
    truth: {
      expects: [
        { finding: 'slow/server', on: [{ url: '/api/export' }], phase: 'wait', root: true },
        { finding: 'slow/download', on: [{ url: '/api/export' }], phase: 'receive' },
      ],
      allows: ['slow/uncompressed'],
      phases: [
        { on: { url: '/api/export' }, phase: 'wait', ms: 1200 },
        { on: { url: '/api/export' }, phase: 'receive', ms: 1200 },
      ],
    },
  }),
  withDelay({
    name: 'big-response',
    title: 'Opening the numbers page makes the laptop’s fan turn.',
    script: `await call('/api/numbers?max=20000');`,
    routes: {
      '/api/numbers': async (_, response) => {
        await takes(250);
        response.setHeader('content-type', 'application/json');
        response.end(rows(20_000));
      },
    },
    truth: {
      expects: [{ finding: 'slow/big-response', on: [{ url: '/api/numbers' }], root: true }],
      allows: ['slow/uncompressed', 'slow/download'],
    },
  }),
  withDelay({
    name: 'stream-of-events',
    title: 'Works: events arrive one by one over one long answer.',
    script: `const events = new EventSource('/api/events');
      let seen = 0;
      await new Promise((resolve) => { events.onmessage = () => { if (++seen === 5) resolve(); }; });
      events.close();`,
    routes: {
      '/api/events': async (_, response) => {
        response.setHeader('content-type', 'text/event-stream');
        const write = (part: string) => (response.write as (part: string) => boolean)(part);
        for (let event = 0; event < 5; event++) {
          write(`data: {"call":${event}}\n\n`);
          await takes(300);
        }
      },
    },
    truth: { healthy: true, expects: [], allows: ['fail/aborted-by-user'] },
  }),
];
