/**
 * Looks for the next place where an entry seems to begin: `{` and, as its first key, one that only entries
 * have. Used behind damage, where brackets can no longer be counted. Returns its index in [from, to) or -1.
 */
export function findEntryStart(bytes: Uint8Array, from: number, to: number): number {
  for (let at = bytes.indexOf(0x7b, from); at >= 0 && at < to; at = bytes.indexOf(0x7b, at + 1)) {
    if (startsEntry(bytes, at, bytes.length)) return at;
  }
  return -1;
}

/** First keys of entries in the exports that were seen; other objects of a HAR do not begin with them. */
const firstKeys = [
  'startedDateTime',
  '_initiator',
  'pageref',
  '_connectionId',
  '_priority',
  '_resourceType',
  '_fromCache',
  '_webSocketMessages',
  '_eventSourceMessages',
  'request',
  'timings',
  'serverIPAddress',
  '_id',
  '_frameref',
  'time',
  // Sorted keys (jq -S, Python's sort_keys).
  'cache',
  'connection',
  '_clientAddress',
  '_connectionReused',
  '_securityState',
];
const longestKey = Math.max(...firstKeys.map((key) => key.length));
const known = new Set(firstKeys);

function startsEntry(bytes: Uint8Array, brace: number, end: number): boolean {
  let at = brace + 1;
  while (at < end && isSpace(bytes[at] as number)) at++;
  if (bytes[at] !== 0x22) return false;
  let key = '';
  for (at++; at < end && key.length <= longestKey; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x22) break;
    key += String.fromCharCode(byte);
  }
  if (!known.has(key)) return false;
  // Pages begin with startedDateTime too: they have an id and a title where an entry has a request.
  if (key === 'startedDateTime') return !looksLikePage(bytes, at, end);
  // Messages of an event source begin with their time.
  return key !== 'time' || looksLikeEntry(bytes, at, end);
}

function looksLikeEntry(bytes: Uint8Array, from: number, end: number): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(from, Math.min(end, from + 400)));
  return /^[^{]*"(request|startedDateTime|pageref)"\s*:/.test(head);
}

function looksLikePage(bytes: Uint8Array, from: number, end: number): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(from, Math.min(end, from + 400)));
  const page = head.search(/"(title|pageTimings)"\s*:/);
  const entry = head.search(/"(request|time|response)"\s*:/);
  return page >= 0 && (entry < 0 || page < entry);
}

/** Looks for the array of entries by its key; the key begins in [from, to); returns the index of its `[` or -1. */
export function findEntriesArray(bytes: Uint8Array, from: number, to: number): number {
  for (let at = bytes.indexOf(0x22, from); at >= 0 && at < to; at = bytes.indexOf(0x22, at + 1)) {
    if (!entriesKey.every((byte, index) => bytes[at + index] === byte)) continue;
    let next = at + entriesKey.length;
    while (isSpace(bytes[next] ?? 0)) next++;
    if (bytes[next] !== 0x3a) continue;
    next++;
    while (isSpace(bytes[next] ?? 0)) next++;
    if (bytes[next] === 0x5b) return next;
  }
  return -1;
}

const entriesKey = new TextEncoder().encode('"entries"');

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
