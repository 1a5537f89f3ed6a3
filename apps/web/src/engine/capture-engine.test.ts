import { afterEach, describe, expect, it, vi } from 'vitest';
import { CaptureEngine } from './capture-engine.ts';

/** More than a scan looks through before the next one gets a turn, so that rows could be told after each. */
const ENTRY_BYTES = 200_000;

function captureOf(entries: number): File {
  const entry = JSON.stringify({
    startedDateTime: '2026-01-05T10:00:00.000Z',
    time: 1,
    request: { method: 'GET', url: 'https://app.example.test/' },
    response: { status: 200, content: { text: 'x'.repeat(ENTRY_BYTES) } },
  });
  return new File([`{"log":{"entries":[${Array.from({ length: entries }, () => entry).join()}]}}`], 'a.har');
}

/** How many rows were told, each time. */
async function toldRows(file: File): Promise<number[]> {
  const engine = new CaptureEngine();
  const told: number[] = [];
  await engine.open(file, { rows: ({ length }) => told.push(length), progress: () => {} });
  await engine.close();
  return told;
}

/** A clock that every look at it moves on. */
function clockOf(stepMs: number): void {
  let nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    nowMs += stepMs;
    return nowMs;
  });
}

describe('a capture that is being read', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('tells its first rows when there are enough for a window', async () => {
    clockOf(0.5);
    const [first = 0] = await toldRows(captureOf(120));
    expect(first).toBeGreaterThanOrEqual(50);
  });

  it('tells fewer rows where they take long', async () => {
    clockOf(1000);
    const [first = 0] = await toldRows(captureOf(120));
    expect(first).toBeLessThan(10);
  });

  it('tells how far it is with its first rows, in a thread that has only just begun', async () => {
    clockOf(0.5);
    const shares: number[] = [];
    const engine = new CaptureEngine();
    await engine.open(captureOf(120), {
      rows: () => {},
      progress: ({ readBytes, totalBytes }) => shares.push(readBytes / totalBytes),
    });
    await engine.close();
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[0]).toBeLessThan(1);
  });
});
