import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../../pseudonyms/pseudonymiser.ts';
import { createRandom } from '../../testing/random.ts';
import { bytesToLatin1 } from '../bytes.ts';
import { ContentRewriter } from '../content-rewriter.ts';
import { isBeyondSuspicion as isBeyondSuspicionFast } from '../sift.ts';
import { isBeyondSuspicion } from '../suspicion.ts';
import { readByteDocument } from './read-byte-document.ts';
import { type Formats, formats } from './testing/write-documents.ts';

const seed = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);
const random = createRandom(seed);
const drawn = `${random.text('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789', 27)}7`;
const chosen = 'CedarIndigoEmber';

function rewriter(): ContentRewriter {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  return new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} });
}

const rewrite = (bytes: Uint8Array): Uint8Array => rewriter().rewriteBytes(bytes, '') as Uint8Array;

/** What a document says, as the JSON that the readers make of it. */
const read = (bytes: Uint8Array): unknown => JSON.parse(readByteDocument(bytes)?.json ?? 'null');

const harmless = {
  user: 'ann',
  trackingId: 'WEB_9c7e41d2-3b58-4a0f-8d16-2f5e0b7a9c31_4',
  status: 503,
  list: [1, 2, 'three', -7],
  note: 'Grüße aus 東京',
  on: true,
  none: null,
};

const secret = {
  ...harmless,
  password: chosen,
  session: { token: drawn, device: { name: 'phone', pin: 493817 } },
  settings: [{ name: 'db.password', value: chosen }],
  long: 'words and more words '.repeat(30),
  key: new TextEncoder().encode(`{"apiKey":"${drawn}","note":"inside of bytes"}`),
};

/** What is left of `secret`, with the pseudonyms of the rewriter that gave `bytes`. */
function expectClean(bytes: Uint8Array, write: Formats[string]): void {
  const text = bytesToLatin1(bytes);
  for (const gone of [chosen, drawn]) expect(text).not.toContain(gone);
  const json = readByteDocument(bytes)?.json ?? '';
  const password = /hx-pwd-[a-z0-9]+/.exec(json)?.[0];
  const token = /hx-tok-[a-z0-9]+/.exec(json)?.[0];
  const key = /hx-key-[a-z0-9]+/.exec(json)?.[0];
  const pin = Number(/"pin":(\d+)/.exec(json)?.[1]);
  expect(pin).not.toBe(493817);
  const clean = {
    ...secret,
    password,
    session: { token, device: { name: 'phone', pin } },
    settings: [{ name: 'db.password', value: password }],
    key: new TextEncoder().encode(`{"apiKey":"${key}","note":"inside of bytes"}`),
  };
  expect(read(bytes)).toEqual(read(write(clean)));
}

describe.each(Object.entries(formats))('a document in %s', (name, write) => {
  it('loses what its names say is secret, and is a document of the same form', () => {
    const rewritten = rewrite(write(secret));
    expectClean(rewritten, write);
    expect(rewrite(rewritten)).toEqual(rewritten);
  });

  it('stays byte for byte where nothing in it is secret', () => {
    const bytes = write(harmless);
    expect(readByteDocument(bytes)).toBeDefined();
    expect(rewrite(bytes)).toBe(bytes);
  });

  it('is read in base64, alone however short it is, and in a longer text', () => {
    const base64 = (bytes: Uint8Array): string => btoa(bytesToLatin1(bytes));
    const short = rewriter().rewriteText(base64(write({ id: 1, password: chosen })));
    expect(atob(short)).not.toContain(chosen);
    const text = JSON.stringify({ note: 'words '.repeat(60), sent: base64(write(secret)) });
    for (const sift of [isBeyondSuspicion, isBeyondSuspicionFast]) expect(sift(text, 'json')).toBe(false);
    const { sent } = JSON.parse(rewriter().rewriteText(text)) as { sent: string };
    expectClean(
      Uint8Array.from(atob(sent), (sign) => sign.charCodeAt(0)),
      write,
    );
  });

  it('is read in an address, in a form and in a line of events, however long', () => {
    const bytes = write({ ...harmless, password: chosen, long: 'words '.repeat(60) });
    const base64 = btoa(bytesToLatin1(bytes)).replaceAll('+', '-').replaceAll('/', '_');
    for (const text of [
      `https://example.com/r?payload=${base64}`,
      `a=1&payload=${base64}`,
      `data: ${base64}\n\n`,
    ]) {
      const rewritten = rewriter().rewriteText(text);
      const run = /[\w-]{64,}/.exec(rewritten)?.[0] ?? '';
      const clean = atob(run.replaceAll('-', '+').replaceAll('_', '/'));
      expect(clean).toMatch(/hx-pwd-/);
      expect(clean).not.toContain(chosen);
    }
  });

  it('that was cut, or is not one, is left to the rules for bytes and ends nothing', () => {
    const bytes = write(secret);
    for (let length = 0; length < bytes.length; length += 23) rewrite(bytes.slice(0, length));
    for (let round = 0; round < 40; round++) {
      const broken = Uint8Array.from(bytes);
      for (let change = 0; change < 3; change++) broken[random.below(broken.length)] = random.below(256);
      rewrite(broken);
    }
  });

  it(`is not taken for one where ${name} only begins`, () => {
    expect(readByteDocument(write(secret).slice(0, -1))).toBeUndefined();
  });
});
