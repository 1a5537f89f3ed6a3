import { randomBytes } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSealed, openSealedWithLibrary } from './open-sealed.ts';
import { compressedData } from './packets/compressed-data.ts';
import { literalData } from './packets/literal-data.ts';
import { sealedData } from './packets/sealed-data.ts';
import { SessionKey } from './session-key.ts';
import { gather, pieces } from './testing/streams.ts';

const key = () => SessionKey.of(new Uint8Array(32).fill(7));
const text = Buffer.from('{"log":{"entries":[]}}'.repeat(40));
/** A literal packet's body: binary, no name, no time, the text. */
const literalBody = Buffer.concat([Buffer.from('b\0\0\0\0\0', 'latin1'), text]);

async function* one(bytes: Uint8Array) {
  yield bytes;
}

/** A message whose encrypted packets are these. */
async function sealing(packets: Uint8Array): Promise<Buffer> {
  return await gather(sealedData(one(packets), key()));
}

const open = async (message: Uint8Array, pieceBytes = 10_000) =>
  await gather(openSealed(pieces(message, pieceBytes), { sessionKey: key() }));

function octets(value: number, bytes: number): Buffer {
  const out = Buffer.alloc(bytes);
  out.writeUIntBE(value, 0, bytes);
  return out;
}

/** One packet in each form that the length of a body can be told in. */
const forms: Readonly<Record<string, (tag: number, body: Buffer) => Buffer>> = {
  'old, one octet': (tag, body) => Buffer.concat([Buffer.of(0x80 | (tag << 2), body.length), body]),
  'old, two octets': (tag, body) =>
    Buffer.concat([Buffer.of(0x81 | (tag << 2)), octets(body.length, 2), body]),
  'old, four octets': (tag, body) =>
    Buffer.concat([Buffer.of(0x82 | (tag << 2)), octets(body.length, 4), body]),
  'old, to the end': (tag, body) => Buffer.concat([Buffer.of(0x83 | (tag << 2)), body]),
  'new, one octet': (tag, body) => Buffer.concat([Buffer.of(0xc0 | tag, body.length), body]),
  'new, two octets': (tag, body) =>
    Buffer.concat([
      Buffer.of(0xc0 | tag, ((body.length - 192) >> 8) + 192, (body.length - 192) & 0xff),
      body,
    ]),
  'new, five octets': (tag, body) =>
    Buffer.concat([Buffer.of(0xc0 | tag, 255), octets(body.length, 4), body]),
  'new, in pieces': (tag, body) =>
    Buffer.concat([
      Buffer.of(0xc0 | tag, 224 + 9),
      body.subarray(0, 512),
      Buffer.of(body.length - 512),
      body.subarray(512),
    ]),
};
const packet = forms['new, five octets']!;

describe('a message is read', () => {
  it.each(Object.entries(forms))('whatever tells the length of its packets: %s', async (name, form) => {
    const body = name.includes('one octet')
      ? literalBody.subarray(0, 150)
      : name.includes('pieces')
        ? literalBody.subarray(0, 512 + 100)
        : literalBody;
    const message = await sealing(form(11, body));
    for (const pieceBytes of [1, 7, 10_000])
      expect((await open(message, pieceBytes)).equals(body.subarray(6))).toBe(true);
  });

  it.each([
    ['not compressed at all', Buffer.concat([Buffer.of(0), packet(11, literalBody)])],
    ['raw deflate', Buffer.concat([Buffer.of(1), deflateRawSync(packet(11, literalBody))])],
    ['zlib', Buffer.concat([Buffer.of(2), deflateSync(packet(11, literalBody))])],
    [
      'with bytes behind the deflate stream, as Sequoia writes them',
      Buffer.concat([Buffer.of(1), deflateRawSync(packet(11, literalBody)), Buffer.alloc(70_000, 0xaa)]),
    ],
  ])('when it is %s', async (_how, body) => {
    for (const form of [forms['old, to the end']!, packet])
      expect((await open(await sealing(form(8, body)), 1000)).equals(text)).toBe(true);
  });

  it('with markers, signatures and padding beside its text', async () => {
    const beside = [10, 4].map((tag) => packet(tag, Buffer.from('PGP')));
    const behind = [2, 21].map((tag) => packet(tag, randomBytes(100)));
    expect(
      (await open(await sealing(Buffer.concat([...beside, packet(11, literalBody), ...behind])))).equals(
        text,
      ),
    ).toBe(true);
  });

  it('like OpenPGP.js reads it, for any size, compressed or not, in pieces of any size', async () => {
    const sizes = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 200_000 }));
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.boolean(),
        fc.integer({ min: 1, max: 5000 }),
        async (size, deflate, most) => {
          const content = Buffer.concat([randomBytes(size >> 1), Buffer.alloc(size - (size >> 1), 'abc')]);
          const literal = literalData(pieces(content, 1000));
          const message = await gather(sealedData(deflate ? compressedData(literal) : literal, key()));
          expect((await open(message, most)).equals(content)).toBe(true);
          expect((await gather(openSealedWithLibrary(pieces(message), key()))).equals(content)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a message is refused', () => {
  const damaged = { code: 'vault/damaged' };

  it('when any one byte of what is encrypted was changed', async () => {
    for (const packets of [
      packet(11, literalBody),
      packet(8, Buffer.concat([Buffer.of(1), deflateRawSync(packet(11, literalBody))])),
    ]) {
      const message = await sealing(packets);
      // Behind the head of the packet and its version.
      for (let at = 7; at < message.length; at++) {
        const changed = Buffer.from(message);
        changed[at]! ^= 1 << (at % 8);
        await expect({ at, answer: await open(changed).catch(({ code }) => code) }).toEqual({
          at,
          answer: 'vault/damaged',
        });
      }
    }
  });

  it('when it was cut, wherever', async () => {
    const message = await sealing(packet(11, literalBody));
    for (let length = 0; length < message.length; length++) {
      const answer = await open(message.subarray(0, length)).catch(({ name }) => name);
      expect({ length, answer }).toEqual({ length, answer: 'VaultError' });
    }
  });

  it.each([
    ['bytes behind it', async () => Buffer.concat([await sealing(packet(11, literalBody)), Buffer.of(1)])],
    [
      'a second text',
      async () => await sealing(Buffer.concat([packet(11, literalBody), packet(11, literalBody)])),
    ],
    [
      'a second text beside the compressed one',
      async () =>
        await sealing(
          Buffer.concat([
            packet(8, Buffer.concat([Buffer.of(1), deflateRawSync(packet(11, literalBody))])),
            packet(11, literalBody),
          ]),
        ),
    ],
    ['no text at all', async () => await sealing(packet(10, Buffer.from('PGP')))],
    ['an encrypted message within', async () => await sealing(packet(18, Buffer.of(1, 2, 3)))],
    [
      'packets within packets without end',
      async () => {
        let packets = packet(11, literalBody);
        for (let layer = 0; layer < 6; layer++)
          packets = packet(8, Buffer.concat([Buffer.of(1), deflateRawSync(packets)]));
        return await sealing(packets);
      },
    ],
    [
      'a deflate stream without its end',
      async () =>
        await sealing(
          packet(8, Buffer.concat([Buffer.of(1), deflateRawSync(packet(11, literalBody)).subarray(0, -3)])),
        ),
    ],
    [
      'a file name that is longer than the packet',
      async () => await sealing(packet(11, Buffer.from('b\xff', 'latin1'))),
    ],
    [
      'a first piece that is shorter than the format allows',
      async () =>
        await sealing(Buffer.concat([Buffer.of(0xcb, 224 + 2), literalBody.subarray(0, 4), Buffer.of(0)])),
    ],
  ])('with %s', async (_what, make) => {
    await expect(open(await make())).rejects.toMatchObject(damaged);
  });

  it('when it was changed in several places, without hanging and without an error of another kind', async () => {
    const message = await sealing(
      packet(8, Buffer.concat([Buffer.of(1), deflateRawSync(packet(11, literalBody))])),
    );
    const change = fc.record({ at: fc.nat({ max: message.length - 1 }), byte: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const changed = Buffer.from(message);
        for (const { at, byte } of changes) changed[at] = byte;
        const isSame = changed.equals(message);
        const answer = await open(changed).then(
          (opened) => (opened.equals(text) ? 'opened' : 'other bytes'),
          ({ name }: Error) => name,
        );
        // Lengths can be told in several ways, so a message may be changed and still be the same.
        expect(isSame ? ['opened'] : ['VaultError', 'opened']).toContain(answer);
      }),
      { numRuns: 500 },
    );
  });
});
