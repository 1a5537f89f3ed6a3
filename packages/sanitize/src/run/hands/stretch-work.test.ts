import { describe, expect, it } from 'vitest';
import { atFirstByte } from '../../har/reader-state.ts';
import { LearnedSecrets } from '../../learned/learned-secrets.ts';
import { plantCapture } from '../../testing/plant.ts';
import { createRandom } from '../../testing/random.ts';
import type { StretchJob, StretchMarks } from './hand.ts';
import { StretchWork } from './stretch-work.ts';

const seed = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);
const setup = { key: new Uint8Array(32).fill(3), policy: {} };
const rest = { takesMarker: false, renamesMarkers: false };

function jobOf(text: string): StretchJob {
  return { offset: 0, bytes: new TextEncoder().encode(text), start: atFirstByte };
}

/** Marks that spare nothing. */
function unmarked(marks: StretchMarks): StretchMarks {
  return { ...marks, still: marks.still.map(() => 0), stillKeys: marks.stillKeys.map(() => 0) };
}

function shareOf(bits: Uint8Array): number {
  let set = 0;
  for (const byte of bits) for (let bit = byte; bit !== 0; bit &= bit - 1) set++;
  return set / (bits.length * 8);
}

/** Learns from a text, and from secrets that other stretches told. */
function learnt(text: string, others: readonly string[] = []) {
  const work = new StretchWork(setup);
  const { lessons, marks } = work.learn(jobOf(text));
  const learned = new LearnedSecrets();
  for (const { value, kind, certainty } of lessons) learned.learn(value, kind, certainty);
  for (const value of others) learned.learn(value, 'access-token', 'certain');
  work.know([...learned.kinds()]);
  return { work, marks };
}

function written(work: StretchWork, text: string, marks: StretchMarks) {
  const { bytes, redactions } = work.write({ ...jobOf(text), ...rest, marks });
  return { text: new TextDecoder().decode(bytes), redactions };
}

describe('what is left alone when a stretch is read again', () => {
  it(`is what would have stayed, written and checked (seed ${seed})`, () => {
    for (let run = 0; run < 6; run++) {
      const random = createRandom(seed + run);
      const text = JSON.stringify(plantCapture(random, 40).har, null, run % 3);
      // Values of another stretch that stand here in every spelling.
      const others = plantCapture(createRandom(seed + run), 40).planted.map(({ needle }) => needle);
      for (const told of [[], others]) {
        const { work, marks } = learnt(text, told);
        const clean = written(work, text, marks);
        expect(clean).toEqual(written(work, text, unmarked(marks)));
        const before = { bytes: jobOf(text).bytes, marks };
        expect(work.verify({ ...jobOf(clean.text), before }).places).toEqual([]);
        expect(work.verify(jobOf(clean.text)).places).toEqual([]);
      }
    }
  });

  const secret = 'q7Zt1/Kx"90vLmP4+dRw8_é';
  const body = (value: string): string =>
    `{"log":{"entries":[{"comment":"plain words here","_note":"it said ${value} and went on","b":[1,2,"three"]}]}}`;
  const spelled = {
    'as JSON has it': JSON.stringify(secret).slice(1, -1),
    'with a slash escaped': JSON.stringify(secret).slice(1, -1).replace('/', '\\/'),
    'with units': JSON.stringify(secret).slice(1, -1).replace('Z', '\\u005a').replace('é', '\\u00e9'),
    'in percent codes': encodeURIComponent(secret),
    'in base64': btoa(String.fromCharCode(...new TextEncoder().encode(secret))),
    'in hex': Array.from(new TextEncoder().encode(secret), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    ),
  };
  it.each(Object.entries(spelled))('loses a value that another stretch told, %s', (_, value) => {
    const text = body(value);
    const { work, marks } = learnt(text, [secret]);
    const clean = written(work, text, marks);
    expect(clean).toEqual(written(work, text, unmarked(marks)));
    expect(clean.redactions).toHaveLength(1);
    expect(clean.text).not.toContain(value);
  });

  it.each(Object.entries(spelled))(
    'is found in an output that has the value all the same, %s',
    (_, value) => {
      const text = body(value);
      const { work, marks } = learnt(text, [secret]);
      const before = { bytes: jobOf(text).bytes, marks };
      // As if nothing had been written.
      expect(work.verify({ ...jobOf(text), before }).places.length).toBeGreaterThan(0);
    },
  );

  it('is judged anew where its name has changed, or a value was swapped', () => {
    const name = (key: string): string =>
      `{"log":{"entries":[{"request":{"headers":[{"name":"${key}","value":"Zk29xQ7vTm4LpR81wd"}]}}]}}`;
    const pair = (key: string): string => `{"log":{"entries":[[["${key}","Zk29xQ7vTm4LpR81wd"]]]}}`;
    for (const text of [name, pair]) {
      const before = text('x-anything');
      const { work, marks } = learnt(before);
      expect(written(work, before, marks).text).toBe(before);
      const bytes = jobOf(before).bytes;
      expect(work.verify({ ...jobOf(before), before: { bytes, marks } }).places).toEqual([]);
      const after = text('x-api-token');
      expect(work.verify({ ...jobOf(after), before: { bytes, marks } }).places).toHaveLength(1);
    }
  });

  it('is most of a capture', () => {
    const { marks } = learnt(JSON.stringify(plantCapture(createRandom(seed), 40).har));
    expect(shareOf(marks.still)).toBeGreaterThan(0.5);
  });
});
