import { decodePercent } from '../formats/form.ts';
import { decodeEntities } from '../formats/markup.ts';
import { spellingsOf } from '../learned/spellings.ts';

/** Shorter spellings turn up by chance; values that are so short are not looked for at all. */
const HEAD_LENGTH = 6;

/** Values shorter than this count only where nothing touches them; the same rule as for taking them out. */
const FREE_STANDING_LENGTH = 12;

/**
 * A search for removed values that shares no code with the one that removes them: every place of a text is looked at,
 * and again after percent-encoding, entities and JSON escapes were decoded. The result is the offset of the first
 * value in the text as it was looked at; `undefined` = there is none.
 */
export function createSurvivorSearch(values: Iterable<string>): (text: string) => number | undefined {
  const byHead = new Map<string, { text: string; free: boolean }[]>();
  const bits = new Uint8Array(1 << 24);
  for (const value of values) {
    for (const { text, spelling } of spellingsOf(value)) {
      if (text.length < HEAD_LENGTH) continue;
      const head = text.slice(0, HEAD_LENGTH);
      const known = byHead.get(head) ?? [];
      known.push({ text, free: value.length < FREE_STANDING_LENGTH && spelling !== 'base64' });
      byHead.set(head, known);
      let hash = 0;
      for (let at = 0; at < HEAD_LENGTH; at++) hash = roll(hash, text.charCodeAt(at));
      bits[hash] = 1;
    }
  }
  if (byHead.size === 0) return () => undefined;

  const searchOne = (text: string): number | undefined => {
    let hash = 0;
    for (let end = 1; end <= text.length; end++) {
      hash = roll(hash, text.charCodeAt(end - 1));
      if (bits[hash] === 0) continue;
      const at = end - HEAD_LENGTH;
      if (at < 0) continue;
      for (const { text: needle, free } of byHead.get(text.slice(at, at + HEAD_LENGTH)) ?? [])
        if (text.startsWith(needle, at) && (!free || isFree(text, at, at + needle.length))) return at;
    }
    return undefined;
  };
  return (text) => {
    const found = searchOne(text);
    if (found !== undefined) return found;
    for (const decode of [decodePercent, decodeEntities, decodeEscapes]) {
      const view = decode(text);
      const offset = view === text ? undefined : searchOne(view);
      if (offset !== undefined) return offset;
    }
    return undefined;
  };
}

/** A hash of the last six characters, four bits of each; older ones have been shifted out. */
function roll(hash: number, code: number): number {
  return ((hash << 4) ^ code ^ (code >>> 4)) & 0xffffff;
}

function isFree(text: string, start: number, end: number): boolean {
  return !/[A-Za-z0-9]/.test(text[start - 1] ?? '') && !/[A-Za-z0-9]/.test(text[end] ?? '');
}

function decodeEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|([/"\\]))/g, (_, unit: string | undefined, sign: string) =>
    unit === undefined ? sign : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}
