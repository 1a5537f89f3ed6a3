import { memorySource, openCapture } from '@harrier/har';
import { expect, it } from 'vitest';
import { drawnPhases, phaseMs } from './draw-waterfall.ts';

/** What is drawn of one request, one after another, ms. */
async function drawn(timings: object, time: number): Promise<number[]> {
  const request = { method: 'GET', url: 'https://api.example.test/', headers: [] };
  const response = { status: 200, headers: [], content: { size: 0, mimeType: '' } };
  const entry = { startedDateTime: '2026-03-01T10:00:00Z', time, request, response, timings };
  const log = { version: '1.2', creator: { name: 'Firefox', version: '140' }, entries: [entry] };
  const bytes = new TextEncoder().encode(JSON.stringify({ log }));
  const { index } = await openCapture(memorySource(bytes));
  return drawnPhases.map((phase) => phaseMs(index, 0, phase));
}

it('draws TLS at the end of the connection that holds it', async () => {
  expect(await drawn({ connect: 50, ssl: 30, send: 1, wait: 100, receive: 9 }, 160)).toEqual([
    0, 0, 20, 30, 1, 100, 9,
  ]);
});

it('draws TLS behind the connection where the time counts both, however short TLS was', async () => {
  expect(await drawn({ connect: 50, ssl: 30, send: 1, wait: 100, receive: 9 }, 190)).toEqual([
    0, 0, 50, 30, 1, 100, 9,
  ]);
});
