import type { ReadNote, ReadNoteCode } from '../notes/read-note.ts';
import type { Producer } from './producer.ts';

/** One entry being read: who wrote it, and the notes taken so far. */
export interface Reading {
  readonly producer: Producer;
  readonly entryIndex: number;
  readonly notes: ReadNote[];
}

/** Which exporters are known to write an oddity: by code and the member's name, or by code alone. */
const seenIn: Readonly<Record<string, string>> = {
  'entry/null redirectURL': 'Charles',
  'entry/null statusText': 'Charles',
  'entry/null method': 'WebPageTest',
  'entry/null headersSize': 'Firefox 111',
  'entry/null expires': 'Chrome',
  'entry/null timings': 'hand-made captures',
  'entry/time-recomputed time': 'Firefox 54, Playwright minimal mode',
  'entry/tls-counted-twice': 'Playwright',
  'entry/missing timings': 'hand-made captures',
  'entry/missing response': 'k6 LI-HAR, hand-made captures',
  'entry/missing startedDateTime': 'hand-made captures',
  'entry/bracketed-ipv6': 'Chrome',
  'entry/blocked-fraction': 'Chrome without queueing',
  'entry/pending': 'Chrome, request in flight at export',
  'entry/single-cookie': 'Internet Explorer 11',
  'entry/flag-as-string': 'Fiddler',
  'entry/field-values-in-list': 'Polly.JS',
  'entry/joined-set-cookie': 'Chrome, chrome-har',
  'entry/frame-time-in-seconds': 'Chrome, mitmproxy',
  'entry/number-as-string status': 'hand-made captures',
  'entry/out-of-range receive': 'Firebug',
};

/** Takes a note about one place of the entry. `found` holds shapes and numbers, never captured text. */
export function takeNote(
  reading: Reading,
  code: ReadNoteCode,
  path: string,
  found: string,
  assumed: string,
): void {
  const member = path.slice(path.lastIndexOf('/') + 1);
  const exporters = seenIn[`${code} ${member}`] ?? seenIn[code];
  reading.notes.push({
    code,
    path,
    found,
    assumed,
    ...(exporters ? { seenIn: exporters } : {}),
    entryIndex: reading.entryIndex,
  });
}

/** The shape of a value without its content: `string of 12 characters`, `string "200"`, `list of 3`, `-35`. */
export function shapeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'string') {
    // A short number is no credential, and the number is what the reader wants to see.
    return /^[-+]?\d{1,9}(\.\d{1,6})?$/.test(value)
      ? `string "${value}"`
      : `string of ${value.length} characters`;
  }
  return typeof value === 'object' ? 'object' : String(value);
}
