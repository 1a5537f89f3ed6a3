import { describe, expect, it } from 'vitest';
import { LearnedSecrets } from '../learned/learned-secrets.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { createLearning } from '../run/hands/learn-stretch.ts';
import { createVerifying } from '../run/hands/verify-stretch.ts';
import { createWriting } from '../run/hands/write-stretch.ts';
import { plantCapture } from '../testing/plant.ts';
import { createRandom } from '../testing/random.ts';
import { HarTokens } from './har-tokens.ts';
import { atFirstByte } from './reader-state.ts';
import type { Looker } from './walk/token-columns.ts';
import { TypeScriptWalker } from './walk/typescript-walker.ts';
import { theWalker } from './walk/wasm-walker.ts';

const seed = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);

const rules = { ...compilePolicy().rules, strictness: 'default' } as const;

/** All that is told of one capture after the other. */
function toldOf(captures: readonly Uint8Array<ArrayBuffer>[], tokens: HarTokens): unknown[] {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(7));
  const learning = createLearning({ ...rules, pseudonymiser });
  const read = (bytes: Uint8Array<ArrayBuffer>, looker: Looker): void =>
    tokens.read(bytes, atFirstByte, looker);
  const learned = captures.map((bytes) => {
    read(bytes, learning.looker);
    return learning.learn(tokens, 0);
  });
  const secrets = new LearnedSecrets();
  for (const { lessons } of learned)
    for (const { value, kind, certainty } of lessons) secrets.learn(value, kind, certainty);
  const writing = createWriting({ ...rules, pseudonymiser }, secrets);
  const written = captures.map((bytes, at) => {
    read(bytes, writing.looker);
    const { marks } = learned[at] as (typeof learned)[number];
    const job = { bytes, marks, start: atFirstByte, offset: 0, takesMarker: true, renamesMarkers: true };
    return writing.write(tokens, job);
  });
  const verifying = createVerifying({ ...rules, pseudonymiser }, secrets);
  const places = [...captures, ...written.map(({ bytes }) => bytes)].map((bytes) => {
    read(bytes, verifying.looker);
    return verifying.verify(tokens, { bytes, start: atFirstByte, offset: 0 });
  });
  return [learned, written.map((one) => ({ ...one, bytes: new TextDecoder().decode(one.bytes) })), places];
}

describe('what is known of values that were met before', () => {
  it(`spares looking at them, and changes nothing that is told (seed ${seed})`, () => {
    const captures: Uint8Array<ArrayBuffer>[] = [];
    for (let run = 0; run < 2; run++) {
      const { har } = plantCapture(createRandom(seed + run), 40);
      const bytes = new TextEncoder().encode(JSON.stringify(har, null, run % 3));
      // Once more with all of it known.
      captures.push(bytes, bytes);
    }
    const [known, unknown] = [theWalker(), new TypeScriptWalker()].map((walker) =>
      toldOf(captures, new HarTokens(walker)),
    );
    expect(known).toEqual(unknown);
  });

  const entry = (value: string): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(
      JSON.stringify({
        log: { entries: [{ request: { headers: [{ name: 'X-Kind', value }], url: value } }] },
      }),
    );

  it('is asked for of a value once, in each place of another sense', () => {
    const tokens = new HarTokens();
    const learning = createLearning({ ...rules, pseudonymiser: createPseudonymiser(new Uint8Array(32)) });
    const asked = [entry('https://example.com/a'), entry('https://example.com/a')].map((bytes) => {
      tokens.read(bytes, atFirstByte, learning.looker);
      const count = tokens.known.sieve().asked.length;
      learning.learn(tokens, 0);
      return count;
    });
    expect(asked).toEqual([3, 0]);
  });

  it('is nothing to another who looks', () => {
    const tokens = new HarTokens();
    const pseudonymiser = createPseudonymiser(new Uint8Array(32));
    for (let run = 0; run < 2; run++) {
      const learning = createLearning({ ...rules, pseudonymiser });
      tokens.read(entry('https://example.com/a'), atFirstByte, learning.looker);
      expect(tokens.known.sieve().asked.length).toBe(3);
      learning.learn(tokens, 0);
    }
  });
});
