import { describe, expect, it } from 'vitest';
import { createRandom } from '../testing/random.ts';
import { decodeBase64, decodeUtf8, encodeBase64Bytes } from './bytes.ts';
import { decompress } from './compressed.ts';
import { isMediaFile, isWrittenMedia } from './media-file.ts';
import { utf16Order } from './utf16.ts';

const style = { urlSafe: false, padded: true };
const characters = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a proper look at a body finds. */
function isMedia(base64: string, mimeType: string): boolean {
  const bytes = decodeBase64(base64)?.bytes;
  if (bytes === undefined || decompress(bytes) !== undefined) return false;
  const text = decodeUtf8(bytes);
  if (text !== undefined && !text.includes('\0')) return false;
  return utf16Order(bytes, mimeType) === undefined && isMediaFile(bytes);
}

const beginnings = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a],
  [0xff, 0xd8, 0xff, 0xe0],
  [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
  [0x52, 0x49, 0x46, 0x46],
  [0xff, 0xfe, 0x41, 0x00],
  [0x1f, 0x8b],
  [0x78, 0x9c],
  [0x41, 0x42],
];

describe('a picture in base64', () => {
  it('is what a proper look finds to be one', () => {
    const random = createRandom(11);
    let found = 0;
    for (let run = 0; run < 400; run++) {
      const begin = random.pick(beginnings);
      const most = random.pick([2, 128, 256]);
      const rest = Array.from({ length: 400 + random.below(300) }, () => random.below(most));
      const base64 = encodeBase64Bytes(Uint8Array.from([...begin, ...rest]), style);
      const broken = random.pick([
        base64,
        `${base64.slice(0, 300)}\n${base64.slice(300)}`,
        `${base64}=`,
        `${base64}?`,
      ]);
      for (const mimeType of ['image/png', 'text/plain; charset=utf-16le']) {
        if (!isWrittenMedia(characters(broken), mimeType)) continue;
        found++;
        expect(isMedia(broken, mimeType), broken).toBe(true);
      }
    }
    expect(found).toBeGreaterThan(20);
  });

  it('is known for the usual ones, and not for a text', () => {
    const png = encodeBase64Bytes(
      Uint8Array.from([...(beginnings[0] as number[]), ...Array(600).fill(200)]),
      style,
    );
    expect(isWrittenMedia(characters(png), 'image/png')).toBe(true);
    expect(isWrittenMedia(characters(png.slice(0, 400)), 'image/png')).toBe(false);
    expect(isWrittenMedia(characters(btoa('GIF89a is how a picture begins. '.repeat(30))), 'image/gif')).toBe(
      false,
    );
  });
});
