// What the values of an entry say: numbers, ranges, flags and what is known go into its row (row.ts), everything else the host is told.
import { hasBackslash } from './backslashes';
import { dateTime } from './date-time';
import { emit, KNOWN_STRING, NUMBER_TEXT, STRING, WHOLE_URL } from './events';
import { HOSTS, isNew, knownString, LONGEST_KNOWN, MEDIA_TYPES, METHODS, RESOURCE_TYPES } from './known-strings';
import { exactValue, numberValue } from './number';
import { beginRange, CONTENT_BASE64, endRange, isRanged, setFlag, setKnown, setNumber, setStarted } from './row';
import { findHost, hostFrom, hostTo } from './url-host';

// Fields: src/scan/entry-sink.ts.
const STARTED_DATE_TIME = 1;
const RESOURCE_TYPE = 3;
const WEB_SOCKET_MESSAGES = 6;
const INITIATOR = 7;
const METHOD = 9;
const URL = 10;
const POST_DATA = 11;
const POST_DATA_TEXT = 12;
const MIME_TYPE = 20;
const CONTENT_TEXT = 21;
const CONTENT_ENCODING = 22;

// Flags: src/entry-index/entry-index.ts.
const HAS_WEB_SOCKET_MESSAGES: u32 = 1 << 8;
const HAS_POST_DATA: u32 = 1 << 12;
const HAS_INITIATOR: u32 = 1 << 13;

/** Beginnings of strings that the index wants are kept to this length. */
export const KEEP_BYTES: usize = 4096;

/** A whole string: its content is [from, to). */
export function useText(field: i32, from: usize, to: usize): void {
  const escaped = hasBackslash(from, to);
  if (escaped || !keepText(field, from, to)) tellText(field, from, to);
  if (isRanged(field)) {
    beginRange(field, from);
    endRange(field, to, escaped);
  }
}

/** A string without escapes that the row can hold; false: it has to be told. */
function keepText(field: i32, from: usize, to: usize): bool {
  if (field == METHOD) return keepKnown(METHODS, from, to);
  if (field == MIME_TYPE) return keepKnown(MEDIA_TYPES, from, to);
  if (field == RESOURCE_TYPE) return keepKnown(RESOURCE_TYPES, from, to);
  if (field == URL) return keepUrl(from, to);
  if (field == STARTED_DATE_TIME) {
    const epochMs = dateTime(from, to);
    if (isNaN(epochMs)) return false;
    setStarted(epochMs);
    return true;
  }
  if (field == CONTENT_ENCODING && to - from == 6 && load<u32>(from) == 0x65736162 && load<u16>(from, 4) == 0x3436) {
    setFlag(CONTENT_BASE64);
    return true;
  }
  return false;
}

function keepKnown(kind: i32, from: usize, to: usize): bool {
  if (to == from) return true;
  if (to - from > LONGEST_KNOWN) return false;
  const slot = knownString(kind, from, to);
  if (isNew) emit(KNOWN_STRING, kind, slot, from, to);
  setKnown(kind, slot);
  return true;
}

/** The host keeps whole URLs; what its host is called, it is asked once. */
function keepUrl(from: usize, to: usize): bool {
  if (to - from > KEEP_BYTES) return false;
  findHost(from, to);
  if (!keepKnown(HOSTS, hostFrom, hostTo)) return false;
  emit(WHOLE_URL, URL, 0, from, to);
  return true;
}

/** Tells the beginning of a string: always the same, wherever a chunk ends. Bodies stay where they are. */
export function tellText(field: i32, from: usize, to: usize): void {
  if (field == CONTENT_TEXT || field == POST_DATA_TEXT) return;
  const kept = min(to, from + KEEP_BYTES);
  emit(STRING, field, (hasBackslash(from, kept) ? 1 : 0) | (kept < to ? 2 : 0), from, kept);
}

/** The number that was scanned last; as it is written, it is [from, to). */
export function useNumber(field: i32, from: usize, to: usize): void {
  if (exactValue()) setNumber(field, numberValue);
  else emit(NUMBER_TEXT, field, 0, from, to);
}

/** A value that is there and is neither string, number nor null. */
export function setPresent(field: i32): void {
  if (field == POST_DATA) setFlag(HAS_POST_DATA);
  else if (field == INITIATOR) setFlag(HAS_INITIATOR);
  else if (field == WEB_SOCKET_MESSAGES) setFlag(HAS_WEB_SOCKET_MESSAGES);
}
