import { CALLED_STATE_SIGN } from '../formats/called-state.ts';
import { COPY_SIGN } from '../formats/copy-rows.ts';
import { DISTANT_SIGNS } from '../formats/distant-names.ts';
import { DRAWN_SIGNS } from '../formats/drawn-table.ts';
import { EVENT_SIGNS } from '../formats/event-stream.ts';
import { SECRET_TYPE_SIGNS, SHORT_LABELS } from '../formats/json-text.ts';
import { DWR_SIGN } from '../formats/remote-calls.ts';
import { SECRET_SIGN } from '../formats/settings.ts';
import { INSERT } from '../formats/sql.ts';
import type { SecretSpan } from '../secret-span.ts';
import { findCardNumbers } from '../shapes/card-numbers.ts';
import { findShapes } from '../shapes/find-shapes.ts';
import { joinSpans } from '../shapes/join-spans.ts';
import { rowRank, type ShapeLiteral, shapeLiterals } from '../shapes/literal-index.ts';

const NONE: readonly SecretSpan[] = [];

/**
 * The credentials that a text gives away by their form: what `findShapes` finds, in a fraction of its time. A text is
 * walked once with a hash of the last four characters (five bits each, so that case does not count); only where some
 * rule's literal can stand are the rules asked.
 */
export function scanShapes(text: string): readonly SecretSpan[] {
  let spans: SecretSpan[] | undefined;
  let hash = 0;
  let digits = 0;
  let mayHoldCard = false;
  let skipTo = 0;
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    hash = ((hash << 5) | (code & 31)) & 0xfffff;
    if (code >= 48 && code <= 57) {
      if (++digits >= 14) mayHoldCard = true;
    } else if (code !== 32 && code !== 45) digits = 0;
    if (((literalBits[hash >>> 5] as number) & (1 << (hash & 31))) === 0 || at < 3 || at < skipTo) continue;
    const before = spans?.length ?? 0;
    spans = collect(text, at - 3, spans);
    const end = spans !== undefined && spans.length > before ? (spans.at(-1)?.end ?? 0) : 0;
    // Inside a long find (a key without its end) nothing more is looked for but near its end, where one may begin.
    if (end - at > 2 * OVERLAP) skipTo = end - OVERLAP;
  }
  // A literal of three characters at the very end has no fourth.
  if (length >= 3 && shortHashes[hash & 0x7fff] !== 0) spans = collect(text, length - 3, spans);
  if (mayHoldCard) {
    spans ??= [];
    spans.push(...findCardNumbers(text));
  }
  if (spans === undefined) return NONE;
  return spans.length < 2 ? spans : joinSpans(spans.sort((a, b) => rowRank(a.rule) - rowRank(b.rule)));
}

/** No credential but an open-ended one, which ends with its text, is longer in front of its end. */
const OVERLAP = 512;

function collect(text: string, at: number, spans: SecretSpan[] | undefined): SecretSpan[] | undefined {
  const found = findShapes(text, at);
  if (found.length === 0) return spans;
  if (spans === undefined) return found;
  spans.push(...found);
  return spans;
}

/** What makes a text suspect where it stands: the literals of the shapes, how what is opened in base64 begins, and SQL. */
export const suspectLiterals: readonly ShapeLiteral[] = [
  ...shapeLiterals,
  // The name of the protocol in a CONNECT packet of MQTT, behind a length of one byte or two.
  { text: 'BE1RVFQ', anyCase: false },
  { text: 'AARNUVRU', anyCase: false },
  { text: INSERT, anyCase: true },
  ...[
    ...DISTANT_SIGNS,
    ...DRAWN_SIGNS,
    ...SHORT_LABELS,
    ...SECRET_TYPE_SIGNS,
    ...EVENT_SIGNS,
    COPY_SIGN,
    CALLED_STATE_SIGN,
    DWR_SIGN,
    SECRET_SIGN,
  ].map((text) => ({ text: text.toLowerCase(), anyCase: true })),
];

/** Those that are no shape's, by how they begin: every place of a text that could hold a literal is asked for them. */
const otherLiterals = new Map<string, ShapeLiteral[]>();
for (const literal of suspectLiterals.slice(shapeLiterals.length)) {
  const head = headOf(literal.text, 0);
  otherLiterals.set(head, [...(otherLiterals.get(head) ?? []), literal]);
}

/** The first three letters, in small ones. */
function headOf(text: string, at: number): string {
  return text.slice(at, at + 3).toLowerCase();
}

/** Whether a credential that its form tells, or something that has to be opened, begins at `at`. */
export function isSuspectAt(text: string, at: number): boolean {
  for (const { text: literal, anyCase } of otherLiterals.get(headOf(text, at)) ?? []) {
    const written = text.slice(at, at + literal.length);
    if ((anyCase ? written.toLowerCase() : written) === literal) return true;
  }
  return findShapes(text, at).length > 0;
}

/**
 * Hashes of the first four characters of literals, the fourth of a literal of three being any. A bit each: 128 KiB
 * stay in the processor's cache, 1 MiB does not.
 */
export const literalBits = new Int32Array(1 << 15);
/** Hashes of the first three: 4 KiB, which answer most questions. */
export const literalHeads = new Int32Array(1 << 10);
/** Hashes of literals of three characters. */
const shortHashes = new Uint8Array(1 << 15);

for (const { text } of suspectLiterals) {
  let hash = 0;
  for (let at = 0; at < 3; at++) hash = (hash << 5) | (text.charCodeAt(at) & 31);
  literalHeads[hash >>> 5] = (literalHeads[hash >>> 5] as number) | (1 << (hash & 31));
  hash = 0;
  for (let at = 0; at < Math.min(4, text.length); at++) hash = (hash << 5) | (text.charCodeAt(at) & 31);
  if (text.length >= 4) literalBits[hash >>> 5] = (literalBits[hash >>> 5] as number) | (1 << (hash & 31));
  else {
    shortHashes[hash] = 1;
    literalBits[hash] = -1;
  }
}
