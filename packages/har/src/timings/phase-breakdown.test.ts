import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../entry/model.ts';
import { normaliseEntry } from '../entry/normalise-entry.ts';
import { detectProducer } from '../entry/producer.ts';
import type { PhaseBreakdown } from './phase.ts';
import { phaseBreakdown } from './phase-breakdown.ts';

const chrome = detectProducer({ creator: { name: 'WebInspector', version: '537.36' } });

function entryWith(timings: Record<string, number>, over: Record<string, unknown> = {}): Entry {
  const raw = {
    startedDateTime: '2026-03-01T10:00:00Z',
    request: { method: 'GET', url: 'https://api.example.test/', headers: [] },
    response: { status: 200, content: {} },
    timings,
    ...over,
  };
  return normaliseEntry(raw, 0, { producer: chrome }).entry;
}

/** One line a span, `phase start–end`, nested ones in brackets. Spans of no length are left out. */
function draw(breakdown: PhaseBreakdown): string {
  const round = (ms: number) => String(Math.round(ms * 1000) / 1000);
  return breakdown.spans
    .filter((span) => span.endMs > span.startMs)
    .map((span) => {
      const text = `${span.phase} ${round(span.startMs)}–${round(span.endMs)}`;
      return span.within ? `(${text})` : text;
    })
    .join(' · ');
}

describe('the phases that DevTools shows', () => {
  it('A: every phase, TLS at the end of the connection, the proxy at the end of the stall', () => {
    const timings = { blocked: 10, dns: 20, connect: 50, ssl: 30, send: 1, wait: 100, receive: 15 };
    const entry = entryWith({ ...timings, _blocked_queueing: 4, _blocked_proxy: 3 }, { time: 196 });
    expect(draw(phaseBreakdown(entry))).toBe(
      'queueing 0–4 · stalled 4–10 · (proxy 7–10) · dns 10–30 · connect 30–80 · (ssl 50–80) · ' +
        'send 80–81 · wait 81–181 · receive 181–196',
    );
    expect(phaseBreakdown(entry)).toMatchObject({
      sslBooking: 'inside-connect',
      unaccountedMs: 0,
      timeMs: 196,
    });
  });

  it('B: a reused connection', () => {
    const timings = { blocked: 6, dns: -1, connect: -1, ssl: -1, send: 0.5, wait: 40, receive: 2 };
    const entry = entryWith({ ...timings, _blocked_queueing: 5 }, { time: 48.5 });
    expect(draw(phaseBreakdown(entry))).toBe(
      'queueing 0–5 · stalled 5–6 · send 6–6.5 · wait 6.5–46.5 · receive 46.5–48.5',
    );
    expect(phaseBreakdown(entry).sslBooking).toBe('none');
  });

  it('F: a service worker', () => {
    const marks = {
      _workerStart: 1,
      _workerReady: 4,
      _workerFetchStart: 4.5,
      _workerRespondWithSettled: 20,
    };
    const timings = { blocked: 8, send: 1, wait: 30, receive: 2, _blocked_queueing: 3, ...marks };
    expect(draw(phaseBreakdown(entryWith(timings, { time: 41 })))).toBe(
      'queueing 0–3 · stalled 3–4 · serviceWorkerStartup 4–7 · serviceWorkerRequest 7–9 · ' +
        '(serviceWorkerRespondWith 7.5–23) · wait 9–39 · receive 39–41',
    );
  });

  it('G: the disk cache', () => {
    const timings = { blocked: 1, send: 0, wait: 0.2, receive: 0.3, _blocked_queueing: 0.5 };
    const breakdown = phaseBreakdown(entryWith(timings, { time: 1.5, _fromCache: 'disk' }));
    expect(draw(breakdown)).toBe('queueing 0–0.5 · stalled 0.5–1 · wait 1–1.2 · receive 1.2–1.5');
    expect(breakdown.servedFromMemory).toBe(false);
  });
});

describe('where DevTools is wrong', () => {
  it('C: queueing beyond blocked does not eat the wait', () => {
    const timings = { blocked: 2, send: 0, wait: 40, receive: 2, _blocked_queueing: 5 };
    expect(draw(phaseBreakdown(entryWith(timings, { time: 44 })))).toBe(
      'queueing 0–2 · wait 2–42 · receive 42–44',
    );
  });

  it('D: TLS beside connect keeps both, and the download its length', () => {
    const timings = { blocked: 3, dns: 5, connect: 20, ssl: 25, send: 0, wait: 60, receive: 1 };
    const breakdown = phaseBreakdown(entryWith(timings, { time: 114 }));
    expect(draw(breakdown)).toBe(
      'stalled 0–3 · dns 3–8 · connect 8–28 · ssl 28–53 · wait 53–113 · receive 113–114',
    );
    expect(breakdown.sslBooking).toBe('beside-connect');
  });

  it('E: a refused connection ends in the phase it reached', () => {
    const entry = entryWith(
      { blocked: 100, send: 0, wait: 0, receive: 0, _blocked_queueing: 2 },
      { time: 100, response: { status: 0, content: {}, _error: 'net::ERR_CONNECTION_REFUSED' } },
    );
    const breakdown = phaseBreakdown(entry);
    expect(draw(breakdown)).toBe('queueing 0–2 · stalled 2–100');
    expect(breakdown.failedIn).toBe('stalled');
  });

  it('H: the memory cache took no time', () => {
    const timings = { blocked: 0, dns: -1, connect: -1, send: 0, wait: 0, receive: 0 };
    const breakdown = phaseBreakdown(entryWith(timings, { time: 0, _fromCache: 'memory' }));
    expect(breakdown).toMatchObject({ servedFromMemory: true, spans: [], timeMs: 0, unaccountedMs: 0 });
  });

  it("I: without blocked the server's time stays the server's", () => {
    expect(draw(phaseBreakdown(entryWith({ send: 1, wait: 50, receive: 5 }, { time: 56 })))).toBe(
      'send 0–1 · wait 1–51 · receive 51–56',
    );
  });

  it('J: time beyond the phases is nobody’s', () => {
    const breakdown = phaseBreakdown(entryWith({ blocked: 0, send: 1, wait: 50, receive: 5 }, { time: 500 }));
    expect(draw(breakdown)).toBe('send 0–1 · wait 1–51 · receive 51–56 · unaccounted 56–500');
    expect(breakdown).toMatchObject({ timeMs: 500, unaccountedMs: 444, overrunMs: 0 });
  });
});

it('keeps phases that add up to more than the recorded time, and says by how much', () => {
  const breakdown = phaseBreakdown(entryWith({ send: 1, wait: 50, receive: 9 }, { time: 40 }));
  expect(breakdown).toMatchObject({ timeMs: 60, overrunMs: 20, unaccountedMs: 0 });
});

it('books TLS by the specification where the recorded time says nothing', () => {
  const inside = entryWith({ connect: 20, ssl: 15, wait: 1 }, { time: 28.5 });
  expect(phaseBreakdown(inside).sslBooking).toBe('inside-connect');
  const tooLong = entryWith({ connect: 15, ssl: 20, wait: 1 }, { time: 26 });
  expect(phaseBreakdown(tooLong).sslBooking).toBe('beside-connect');
});

it('names the download as what failed when the body was cut short', () => {
  const response = { status: 200, content: {}, _error: 'net::ERR_CONTENT_LENGTH_MISMATCH' };
  const entry = entryWith({ blocked: 1, send: 0, wait: 20, receive: 7 }, { time: 28, response });
  expect(phaseBreakdown(entry).failedIn).toBe('receive');
});

it('names no phase for a request that was blocked before time passed', () => {
  const response = { status: 0, content: {}, _error: 'net::ERR_BLOCKED_BY_CLIENT' };
  const entry = entryWith({ send: 0, wait: 0, receive: 0 }, { time: 0, response });
  expect(phaseBreakdown(entry).failedIn).toBeUndefined();
});

it('does not let a phase of 2,000 years make the total', () => {
  const entry = entryWith({ wait: 3778, receive: 63_596_250_212_317 }, { time: 3804 });
  expect(phaseBreakdown(entry)).toMatchObject({ timeMs: 3804, unaccountedMs: 26 });
});

it('does not call a request failed that was still in flight', () => {
  const response = { status: 0, content: {} };
  const entry = entryWith({ blocked: -3_490_189, send: 0, wait: 0, receive: 0 }, { response });
  const breakdown = phaseBreakdown(entry);
  expect(breakdown.pending).toBe(true);
  expect(breakdown.failedIn).toBeUndefined();
});

it('lays the phases by blocked when the marks of a service worker do not fit', () => {
  const timings = { blocked: 8, send: 1, wait: 30, receive: 2, _workerStart: 5, _workerReady: 50 };
  expect(draw(phaseBreakdown(entryWith(timings, { time: 41 })))).toBe(
    'stalled 0–8 · send 8–9 · wait 9–39 · receive 39–41',
  );
});

describe('laws over any timings', () => {
  const ms = fc.oneof(
    fc.constantFrom(undefined, 0, 1, -1, -0.5, 0.1, 6.3596250212317e13, 1e300, Number.NaN, Infinity),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
    fc.double(),
  );
  const timings = fc.record(
    Object.fromEntries(
      [
        ...['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive', 'blockedQueueing', 'blockedProxy'],
        ...['workerStart', 'workerReady', 'workerFetchStart', 'workerRespondWithSettled'],
      ].map((name) => [name, ms]),
    ),
  );
  const breakdowns = fc
    .record({ timings, timeMs: ms, status: fc.constantFrom(0, 200), memory: fc.boolean() })
    .map(({ timings, timeMs, status, memory }) => {
      const entry = entryWith({}, { response: { status, content: {} } });
      return phaseBreakdown({
        ...entry,
        timings: { ...timings, custom: {} },
        timeMs,
        ...(memory ? { fromCache: 'memory' } : {}),
      } as Entry);
    });

  it('phases and unaccounted add up to the time', () => {
    fc.assert(
      fc.property(breakdowns, ({ spans, timeMs, unaccountedMs }) => {
        const top = spans.filter((span) => !span.within);
        const sum = top.reduce((total, span) => total + (span.endMs - span.startMs), 0);
        expect(Math.abs(sum - timeMs)).toBeLessThanOrEqual(1e-6 * Math.max(1, timeMs));
        const rest = top.filter((span) => span.phase === 'unaccounted');
        expect(rest.reduce((total, span) => total + span.endMs - span.startMs, 0)).toBe(unaccountedMs);
      }),
      { numRuns: 2000 },
    );
  });

  it('spans are finite, not negative, without gaps, and each phase comes once', () => {
    fc.assert(
      fc.property(breakdowns, ({ spans, overrunMs, unaccountedMs }) => {
        let end = 0;
        for (const span of spans) {
          expect(Number.isFinite(span.startMs) && Number.isFinite(span.endMs)).toBe(true);
          expect(span.endMs).toBeGreaterThanOrEqual(span.startMs);
          if (span.within) continue;
          expect(span.startMs).toBe(end);
          end = span.endMs;
        }
        expect(overrunMs).toBeGreaterThanOrEqual(0);
        expect(unaccountedMs).toBeGreaterThanOrEqual(0);
        expect(new Set(spans.map((span) => span.phase)).size).toBe(spans.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('TLS inside connect lies in connect, a proxy in the stall', () => {
    fc.assert(
      fc.property(breakdowns, ({ spans }) => {
        for (const span of spans) {
          if (span.within !== 'connect' && span.within !== 'stalled') continue;
          const parent = spans.find((candidate) => candidate.phase === span.within);
          expect(parent?.startMs).toBeLessThanOrEqual(span.startMs);
          expect(parent?.endMs).toBeGreaterThanOrEqual(span.endMs);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
