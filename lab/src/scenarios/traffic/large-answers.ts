import { gzipSync } from 'node:zlib';
import type { Scenario } from '../../scenario/scenario.ts';
import { takes } from '../portal.ts';
import { body, json } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { traffic } from './family.ts';

/** A list of calls as long as asked for; about 90 bytes each. */
function calls(count: number): object {
  return {
    items: Array.from({ length: count }, (_, index) => ({
      id: `c-${(index * 7919) % 100_003}`,
      from: `+1555010${index % 10}`,
      seconds: (index * 37) % 1800,
      ended: 'normal clearing',
    })),
  };
}

/** Answers that are larger than they would have to be. */
export const largeAnswers: readonly Scenario[] = [
  traffic({
    name: 'json-not-compressed',
    title: 'The call history is slow on the road.',
    script: `show((await http.get('/api/calls')).json().items.length);`,
    routes: () => ({ '/api/calls': json(calls(1600)) }),
    truth: fault('slow/uncompressed', '/api/calls'),
  }),
  traffic({
    name: 'style-not-compressed',
    title: 'The first visit of the portal takes long.',
    head: '<link rel="stylesheet" href="/assets/everything-30b5e9d2.css">',
    script: '',
    routes: () => ({
      '/assets/everything-30b5e9d2.css': body(
        'text/css',
        Array.from({ length: 2500 }, (_, index) => `.card-${index}{padding:${index % 17}px}`).join('\n'),
        { fields: { 'cache-control': 'public, max-age=31536000, immutable' } },
      ),
    }),
    truth: fault('slow/uncompressed', '/assets/everything-30b5e9d2.css'),
  }),
  traffic({
    name: 'everything-in-one-answer',
    title: 'The list of all calls freezes the page; it shows ten of them.',
    script: `show((await http.get('/api/calls?all=true')).json().items.slice(0, 10).length);`,
    routes: () => ({
      '/api/calls': async (_, response) => {
        const packed = gzipSync(JSON.stringify(calls(6000)));
        response.setHeader('content-type', 'application/json');
        response.setHeader('content-encoding', 'gzip');
        const half = packed.length >> 1;
        response.writeHead(200);
        (response as NodeJS.WritableStream).write(packed.subarray(0, half));
        await takes(200);
        response.end(packed.subarray(half));
      },
    }),
    truth: fault('slow/big-response', '/api/calls'),
  }),
];
