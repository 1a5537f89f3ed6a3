import { expect, it } from 'vitest';
import { openCapture } from '../open-capture.ts';
import { memorySource } from '../source/memory-source.ts';
import { entryDurationMs } from './entry-duration.ts';
import { phaseBreakdown } from './phase-breakdown.ts';
import { repeatedTlsMs } from './repeated-tls.ts';

const phases = { dns: 0.033, connect: 4.43, ssl: 4.29, send: 0, wait: 41.764, receive: 3.178 };
const sumMs = 0.033 + 4.43 + 41.764 + 3.178;

const captureBy = async (creator: string) =>
  await openCapture(
    memorySource(
      new TextEncoder().encode(
        JSON.stringify({
          log: {
            version: '1.2',
            creator: { name: creator, version: '1.62.0' },
            entries: [
              {
                startedDateTime: '2026-03-01T10:00:00Z',
                time: 53.695,
                request: { method: 'GET', url: 'https://api.example.test/', headers: [] },
                response: { status: 200, headers: [], content: { size: 0, mimeType: '' } },
                timings: phases,
              },
            ],
          },
        }),
      ),
    ),
  );

it('counts TLS of Playwright once, in the row as in the entry, and says so', async () => {
  const capture = await captureBy('Playwright');
  const entry = await capture.openEntry(0);
  expect(entryDurationMs(capture.index, 0)).toBeCloseTo(sumMs, 3);
  expect(entry.timeMs).toBeCloseTo(sumMs, 9);
  const { sslBooking, timeMs, unaccountedMs } = phaseBreakdown(entry);
  expect([sslBooking, timeMs.toFixed(3), unaccountedMs.toFixed(3)]).toEqual([
    'inside-connect',
    '49.405',
    '0.000',
  ]);
  expect((await capture.openNotes(0)).map(({ code }) => code)).toContain('entry/tls-counted-twice');
});

it('leaves the time of a program alone that counts TLS beside connect', async () => {
  const capture = await captureBy('Firefox');
  expect(entryDurationMs(capture.index, 0)).toBe(53.695);
  expect(phaseBreakdown(await capture.openEntry(0)).sslBooking).toBe('beside-connect');
});

it('takes nothing out of a time that holds TLS once, or that holds more than the phases', () => {
  expect(repeatedTlsMs(sumMs, phases)).toBe(0);
  expect(repeatedTlsMs(500, phases)).toBe(0);
  expect(repeatedTlsMs(53.695, { ...phases, ssl: -1 })).toBe(0);
  expect(repeatedTlsMs(Number.NaN, phases)).toBe(0);
});
