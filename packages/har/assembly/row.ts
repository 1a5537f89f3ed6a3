// The row of the entry being walked, as far as numbers, ranges and flags go. The host is told of it at the entry's end, at once: an
// event for each number would cost more than walking to it. Where each value stands: src/scan/wasm/row-layout.ts.
import { BLANK_ROW, INPUT, ROW, ROW_BYTES } from './layout';

const STARTED: usize = 0;
const TIME_AT: usize = 8;
const TIMINGS_AT: usize = 16;
const RESPONSE_AT: usize = 72;
/** Numbers end here, ranges begin: two words each. */
const RANGES_AT: usize = 112;
const FLAGS_AT: usize = 144;
/** Slot + 1 of a known string for each of their kinds. */
const KNOWN_AT: usize = 148;
const KNOWN_KINDS: usize = 4;

const NO_RANGE: u32 = 0xffffffff;

// Fields: src/scan/entry-sink.ts.
const TIME = 2;
const STATUS = 15;
const CONTENT_SIZE = 19;
const BLOCKED = 25;
const RECEIVE = 31;
const STARTED_DATE_TIME = 1;
const URL = 10;
const POST_DATA_TEXT = 12;
const CONTENT_TEXT = 21;

// Flags: src/entry-index/entry-index.ts.
export const CONTENT_BASE64: u32 = 1 << 0;
const CONTENT_ESCAPED: u32 = 1 << 1;
const URL_ESCAPED: u32 = 1 << 2;
const POST_DATA_ESCAPED: u32 = 1 << 3;

/** Where the entry begins, relative to the input; behind a chunk's end it lies before it. Differences count, modulo 2^32. */
let entryAt: u32 = 0;

export function prepareRow(): void {
  for (let at: usize = 0; at < RANGES_AT; at += 8) store<f64>(BLANK_ROW + at, NaN);
  for (let at = RANGES_AT; at < FLAGS_AT; at += 8) store<u32>(BLANK_ROW + at, NO_RANGE, 4);
}

export function beginRow(address: usize): void {
  entryAt = <u32>(address - INPUT);
  blankRow();
}

/** The next walk begins `used` bytes further on. */
export function moveRow(used: i32): void {
  entryAt -= <u32>used;
}

/** Copies the row and begins it anew. */
export function takeRow(to: usize): void {
  memory.copy(to, ROW, ROW_BYTES);
  blankRow();
}

function blankRow(): void {
  memory.copy(ROW, BLANK_ROW, ROW_BYTES);
}

/** Of other fields numbers say nothing. */
export function setNumber(field: i32, value: f64): void {
  if (field >= BLOCKED && field <= RECEIVE) store<f64>(ROW + ((field - BLOCKED) << 3), value, TIMINGS_AT);
  else if (field >= STATUS && field <= CONTENT_SIZE) store<f64>(ROW + ((field - STATUS) << 3), value, RESPONSE_AT);
  else if (field == TIME) store<f64>(ROW, value, TIME_AT);
}

export function setStarted(epochMs: f64): void {
  store<f64>(ROW, epochMs, STARTED);
}

export function setFlag(flag: u32): void {
  store<u32>(ROW, load<u32>(ROW, FLAGS_AT) | flag, FLAGS_AT);
}

export function setKnown(kind: i32, slot: i32): void {
  store<u32>(ROW + (kind << 2), slot + 1, KNOWN_AT);
}

/** Whether the index wants to know where the string of a field lies. */
export function isRanged(field: i32): bool {
  return field == URL || field == CONTENT_TEXT || field == POST_DATA_TEXT || field == STARTED_DATE_TIME;
}

function rangeOf(field: i32): usize {
  const place = field == URL ? 0 : field == STARTED_DATE_TIME ? 1 : field == CONTENT_TEXT ? 2 : 3;
  return ROW + RANGES_AT + (place << 3);
}

/** Where the string of a ranged field begins. */
export function beginRange(field: i32, from: usize): void {
  store<u32>(rangeOf(field), <u32>(from - INPUT) - entryAt);
}

/** Where it ends: it may have begun in an earlier chunk. */
export function endRange(field: i32, to: usize, isEscaped: bool): void {
  const range = rangeOf(field);
  store<u32>(range, <u32>(to - INPUT) - entryAt - load<u32>(range), 4);
  if (!isEscaped) return;
  if (field == URL) setFlag(URL_ESCAPED);
  else if (field == CONTENT_TEXT) setFlag(CONTENT_ESCAPED);
  else if (field == POST_DATA_TEXT) setFlag(POST_DATA_ESCAPED);
}
