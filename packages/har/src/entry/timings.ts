import type { EntryTimings } from './model.ts';
import { isDevTools, type Producer } from './producer.ts';
import type { RawObject } from './raw-object.ts';
import type { Reading } from './reading.ts';
import { withoutUndefined } from './without-undefined.ts';

/**
 * The longest duration that is believed, in ms: a leap year. An exchange that takes longer is a clock gone wrong
 * (a Firebug export has a `receive` of 2,000 years), and one such number would blow up every sum and axis.
 */
export const longestDurationMs = 366 * 86_400_000;

/** Reads `timings`; negative means "does not apply" in every phase. */
export function readTimings(raw: RawObject, reading: Reading): EntryTimings {
  return withoutUndefined({
    blocked: readBlocked(raw, reading.producer),
    dns: readDuration(raw, 'dns'),
    connect: readDuration(raw, 'connect'),
    ssl: readDuration(raw, 'ssl'),
    send: readDuration(raw, 'send'),
    wait: readDuration(raw, 'wait'),
    receive: readDuration(raw, 'receive'),
    blockedQueueing: readDuration(raw, '_blocked_queueing'),
    blockedProxy: readDuration(raw, '_blocked_proxy'),
    workerStart: readDuration(raw, '_workerStart'),
    workerReady: readDuration(raw, '_workerReady'),
    workerFetchStart: readDuration(raw, '_workerFetchStart'),
    workerRespondWithSettled: readDuration(raw, '_workerRespondWithSettled'),
    comment: raw.filledText('comment'),
    custom: raw.rest(),
  });
}

function readDuration(raw: RawObject, name: string): number | undefined {
  const value = raw.measure(name);
  return value === undefined || value <= longestDurationMs ? value : raw.refuse(name, String(value));
}

/**
 * Without queueing DevTools starts `blocked` at -1 and adds the stalled time to it, so that a stall below
 * 1 ms comes out as a negative fraction: -0.6 means 0.4 ms, not "does not apply".
 */
function readBlocked(raw: RawObject, producer: Producer): number | undefined {
  const written = raw.peek('blocked');
  if (typeof written === 'number' && written > -1 && written < 0 && isDevTools(producer)) {
    raw.take('blocked');
    raw.note('entry/blocked-fraction', 'blocked', String(written), `${written + 1} ms`);
    return written + 1;
  }
  return readDuration(raw, 'blocked');
}

/** `blocked` far below zero is DevTools' mark of a request that was still running. */
export function isBlockedOfPending(raw: RawObject): boolean {
  const written = raw.peek('blocked');
  return typeof written === 'number' && written < -1;
}

/** All phases together; undefined when none is known. `ssl` lies inside `connect` unless the producer adds it on top. */
export function sumOfPhases(timings: EntryTimings, producer: Producer): number | undefined {
  const { blocked, dns, connect, ssl, send, wait, receive } = timings;
  const phases = [blocked, dns, connect, send, wait, receive, producer.sslBesideConnect ? ssl : undefined];
  const known = phases.filter((phase) => phase !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, phase) => sum + phase, 0);
}
