import { COOKIE_HOLDERS, COOKIE_MEMBERS, LABEL_KEYS } from '../formats/json-text.ts';
import { nameMeaning } from '../names/name-meaning.ts';
import type { NamePlace } from '../names/name-place.ts';
import { splitName } from '../names/split-name.ts';
import { looksRandom } from '../values/looks-random.ts';
import { isUuid } from '../values/uuid.ts';
import { copyText } from './copy-text.ts';

/**
 * Whether the value under a name in a body needs a look, whether it stands in JSON or behind an equals sign. One
 * answer for both, remembered, because this is asked for each colon of a capture.
 */
export function isTellingName(name: string): boolean {
  const known = answers.get(name);
  if (known !== undefined) return known;
  const answer = nameMeaning('json', name) !== undefined || nameMeaning('query', name) !== undefined;
  if (answers.size >= MAX_ANSWERS) answers.clear();
  answers.set(copyText(name), answer);
  return answer;
}

/** Above it a hostile capture would fill the memory with made-up names. */
const MAX_ANSWERS = 20_000;

const answers = new Map<string, boolean>();

/**
 * The name by which a value is judged that stands in something with a name of its own: `{"token": {"value": …}}`,
 * `<label>API key</label><code>…</code>`. The nearer name counts where it says anything; what is not drawn by a
 * machine, an id, or under a name that says what else it is, is not taken for the credential.
 */
export function nameOrAlias(place: NamePlace, name: string, alias: string, value: string): string {
  if (alias.length > MAX_ALIAS || value.length < MIN_ALIASED) return name;
  if (nameMeaning(place, name) !== undefined || !isTellingName(alias)) return name;
  if (OTHER_MEMBERS.has(splitName(name).at(-1) ?? '') || isUuid(value) || !looksRandom(value)) return name;
  return alias;
}

/**
 * The name of what holds a value that is called nothing but a value, or the old and the new one: the `password` of
 * `{"password": {"value": …}}` and of `<property name="password"><value>…`. `undefined` where one of the two says otherwise.
 */
export function carriedName(place: NamePlace, name: string, holder: string): string | undefined {
  if (name.length > MAX_CARRIER || holder.length > MAX_ALIAS) return undefined;
  const key = name.toLowerCase();
  const isDigest = key === 'digest' || key === 'hash';
  if (!(CARRIERS.has(key) || isDigest) || nameMeaning(place, name) !== undefined) return undefined;
  const meaning = nameMeaning(place, holder);
  if (meaning === undefined) return undefined;
  // The digest of a password is as good as the password where it is what a client sends; of a token it says which one.
  return isDigest && meaning.row?.kind !== 'password' ? undefined : holder;
}

/** What a value is called that has its name above it. `_`, `$` and `#text` are what XML becomes in JSON. */
const CARRIERS = new Set(
  (
    'value val string plain plaintext plain_text cleartext raw old new current previous confirm confirmation repeat _ $ #text _text $t ' +
    // DynamoDB and Firestore write the type of a value as its name.
    's n b stringvalue bytesvalue integervalue'
  ).split(' '),
);

const MAX_CARRIER = 12;

/** A longer one is a sentence. */
export const MAX_ALIAS = 64;

/** Shorter values are words. */
export const MIN_ALIASED = 12;

/** What things called token, key or session have beside their value. */
const OTHER_MEMBERS = new Set(
  (
    'id ids uuid guid name title label type kind url uri href path host at date time expires expiry created updated ' +
    'hash digest fingerprint thumbprint scope scopes version etag owner user issuer audience org organization tenant ' +
    'description message pattern regex status state trackingid'
  ).split(' '),
);

/** What the value under a name in a body needs, as bits. */
export const NameTells = {
  /** Its form and its content are looked at, as everywhere. */
  nothing: 0,
  /** It can be the name of a value beside it (`"name": "password"`). */
  label: 1,
  /** It can be a credential for the sake of its name. */
  value: 2,
} as const;

/** Slots of the table below; a capture has a few thousand different names. */
const SLOTS = 1 << 12;

/** Bytes of a slot: the longest name that is kept. */
const SLOT_BYTES = 64;

const written = new Uint8Array(SLOTS * SLOT_BYTES);
const lengths = new Uint8Array(SLOTS);
const tells = new Uint8Array(SLOTS);

/**
 * What a name tells ({@link NameTells}) where it stands, in ASCII: compared byte by byte with one that is known,
 * without a string for it. `hash` is any number that follows from its characters.
 */
export function tellsAt(codes: Uint8Array, start: number, end: number, hash: number): number {
  const length = end - start;
  if (length > SLOT_BYTES) return tellsOf(String.fromCharCode(...codes.subarray(start, end)));
  const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
  if (lengths[slot] !== length || !standsInSlot(slot * SLOT_BYTES, codes, start, length)) {
    written.set(codes.subarray(start, end), slot * SLOT_BYTES);
    lengths[slot] = length;
    tells[slot] = tellsOf(String.fromCharCode(...codes.subarray(start, end)));
  }
  return tells[slot] as number;
}

/** What a name tells ({@link NameTells}). */
export function tellsOf(name: string): number {
  return (
    (isTellingName(name) || tellsOfCookies(name) ? NameTells.value : 0) |
    (LABEL_KEYS.has(name) ? NameTells.label : 0)
  );
}

/** Whether a name says of the object around it, or of what it holds, that these are cookies. */
export function tellsOfCookies(name: string): boolean {
  return COOKIE_MEMBERS.has(name) || COOKIE_HOLDERS.has(name);
}

function standsInSlot(from: number, codes: Uint8Array, start: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (written[from + at] !== codes[start + at]) return false;
  return true;
}
