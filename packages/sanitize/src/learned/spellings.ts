import { bytesToLatin1 } from '../content/bytes.ts';

/** How a value is written where it is not written plainly. */
export type Spelling = 'plain' | 'percent' | 'json' | 'entities' | 'base64' | 'hex';

export interface SpelledValue {
  readonly spelling: Spelling;
  readonly text: string;
}

/** Shorter pieces of base64 or hex turn up by chance. */
const MIN_CODED_LENGTH = 8;

/**
 * Every common way to write a value inside a text: as it is, percent-encoded (once and twice, either case of the hex
 * digits, `+` for a blank), as a JSON string (once and twice, `\/`), with the entities of XML and HTML, in hex, and in
 * base64 and base64url at each of the three offsets at which it can begin. Of base64 only the characters that the
 * value alone decides are given. No spelling twice.
 */
export function spellingsOf(value: string): SpelledValue[] {
  const texts = new Map<string, Spelling>();
  const add = (spelling: Spelling, text: string): void => {
    if (!texts.has(text)) texts.set(text, spelling);
  };
  add('plain', value);
  if (!/^[A-Za-z0-9_.~-]*$/.test(value)) addEscaped(value, add);
  const bytes = new TextEncoder().encode(value);
  if (bytes.length * 2 >= MIN_CODED_LENGTH) {
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    add('hex', hex);
    add('hex', hex.toUpperCase());
  }
  for (const text of base64Cores(bytes)) {
    add('base64', text);
    if (/[+/]/.test(text)) {
      add('base64', text.replaceAll('+', '-').replaceAll('/', '_'));
      add('base64', text.replaceAll('/', '\\/'));
      add('base64', encodeURIComponent(text));
    }
  }
  return Array.from(texts, ([text, spelling]) => ({ spelling, text }));
}

function addEscaped(value: string, add: (spelling: Spelling, text: string) => void): void {
  const percent = encodePercent(value);
  add('percent', percent);
  add(
    'percent',
    percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  );
  add('percent', percent.replaceAll('%20', '+'));
  add('percent', encodePercent(percent));
  const json = JSON.stringify(value).slice(1, -1);
  for (const text of [json, json.replaceAll('/', '\\/')]) {
    add('json', text);
    add('json', JSON.stringify(text).slice(1, -1));
  }
  add(
    'json',
    json.replace(/[<>&'=+/]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  );
  for (const quote of ['&#39;', '&#x27;', '&apos;'])
    add(
      'entities',
      value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", quote),
    );
  add('entities', value.replaceAll('&', '&amp;'));
}

/** Like `encodeURIComponent`; lone surrogates, which have no UTF-8, become the replacement character. */
function encodePercent(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '\ufffd'));
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The base64 of the value at the offsets 0, 1 and 2 of a group of three bytes, without what its neighbours decide. */
function base64Cores(bytes: Uint8Array): string[] {
  const cores: string[] = [];
  for (let offset = 0; offset < 3; offset++) {
    const padded = new Uint8Array(offset + bytes.length);
    padded.set(bytes, offset);
    const text = btoa(bytesToLatin1(padded)).replace(/={1,2}$/, '');
    // Six bits a character: the first that lies wholly in the value, and the last.
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor((padded.length * 8) / 6);
    const core = text.slice(from, to);
    if (core.length >= MIN_CODED_LENGTH) cores.push(core);
  }
  return cores;
}
