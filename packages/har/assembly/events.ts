// What the host is told of the bytes that are walked: a list of events, which it reads when the walk returns.
import { EVENT_BYTES, ROW_BYTES } from './layout';
import { takeRow } from './row';

// Kinds: src/scan/wasm/wasm-kernel.ts.
export const BEGIN_ENTRY = 1;
export const END_ENTRY = 2;
export const STRING = 3;
const ROW_OF_ENTRY = 4;
export const KNOWN_STRING = 5;
export const NUMBER_TEXT = 6;
export const WHOLE_URL = 7;
export const BEGIN_PART = 8;
export const DUPLICATE = 9;
export const ODD_ELEMENT = 10;
export const MEMBER_KEY = 11;
export const MEMBER_START = 12;
export const MEMBER_END = 13;
export const LOG_FOUND = 14;
export const ENTRIES_FOUND = 15;

/** One turn of the walk writes no more events than this: two rows, and some. */
const EVENTS_PER_TURN: usize = 48;

let eventsAt: usize = 0;
let eventsEnd: usize = 0;
let event: usize = 0;

export function layEvents(from: usize, to: usize): void {
  eventsAt = from;
  eventsEnd = to;
}

export function eventsAddress(): usize {
  return eventsAt;
}

/** How many bytes of events the last walk wrote. */
export function eventBytes(): i32 {
  return <i32>(event - eventsAt);
}

/** The host has read what was told. */
export function beginEvents(): void {
  event = eventsAt;
}

/** Whether one more turn of the walk can tell all that it may have to tell. */
// @ts-ignore: decorator
@inline
export function hasRoom(): bool {
  return event + EVENTS_PER_TURN * EVENT_BYTES <= eventsEnd;
}

/** `from` and `to`: addresses; they may lie in the carry, before the input. */
export function emit(kind: i32, which: i32, flags: i32, from: usize, to: usize): void {
  store<u32>(event, kind | (which << 8) | (flags << 16));
  store<u32>(event, <u32>from, 8);
  store<u32>(event, <u32>to, 12);
  event += EVENT_BYTES;
}

/** Tells the row of the entry, and begins it anew. */
export function tellRow(): void {
  emit(ROW_OF_ENTRY, 0, 0, 0, 0);
  takeRow(event);
  event += ROW_BYTES;
}
