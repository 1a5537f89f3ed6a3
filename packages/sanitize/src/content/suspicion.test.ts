import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { shapeRows } from '../shapes/shape-rows.ts';
import { grow } from '../testing/grow.ts';
import { plantText } from '../testing/plant.ts';
import { createRandom } from '../testing/random.ts';
import { ContentRewriter } from './content-rewriter.ts';
import { isBeyondSuspicion as isBeyondSuspicionFast, isWrittenBeyondSuspicion } from './sift.ts';
import { isBeyondSuspicion, type Reading, readingOf } from './suspicion.ts';

const seed = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);

/** Takes a text apart without looking it over first: a policy that adds nothing switches that off. */
function rewriteProperly(text: string, mimeType = ''): string {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32));
  const rules = { pseudonymiser, strictness: 'default', onSecret: () => {}, findMore: () => [] } as const;
  return new ContentRewriter(rules).rewriteText(text, mimeType);
}

const corpus = new URL('../../../../fixtures/corpus/', import.meta.url);

function* corpusBodies(): Generator<[text: string, mimeType: string]> {
  for (const file of readdirSync(corpus).filter((name) => name.endsWith('.har'))) {
    let har: { log?: { entries?: { response?: { content?: { text?: string; mimeType?: string } } }[] } };
    try {
      har = JSON.parse(readFileSync(new URL(file, corpus), 'utf8'));
    } catch {
      continue;
    }
    for (const entry of har.log?.entries ?? []) {
      const { text, mimeType = '' } = entry.response?.content ?? {};
      if (typeof text === 'string' && text.length < 200_000) yield [text, mimeType];
    }
  }
}

const readings: readonly Reading[] = ['json', 'plain'];
const mimeTypes = { json: '', plain: 'text/javascript' } as const;

/** A text as it stands in JSON; `undefined` where an escape by number is in it. */
function writtenOf(text: string): Uint8Array | undefined {
  const written = JSON.stringify(text).slice(1, -1);
  return /\\u/.test(written) ? undefined : new TextEncoder().encode(written);
}

describe('the sifter in WebAssembly', () => {
  it(`says the same of bodies as they are written, and never of a short one (seed ${seed})`, () => {
    const random = createRandom(seed);
    const said = { clear: 0, suspect: 0 };
    for (let run = 0; run < 1500; run++) {
      const plain = random.text('{}[]":=,&% <@-_aZ09+.\u00e9\u540d\n\t\\/', 1 + random.below(90));
      const [accents, text] = ['\u{1f600}\u00e9\u540d'.repeat(random.below(3)), plantText(random)];
      for (const sample of [
        text,
        `${accents}${plain}`,
        `[1, "${accents}${text.slice(0, random.below(60))}", 2]`,
      ]) {
        const written = writtenOf(sample);
        if (written === undefined) continue;
        for (const mimeType of ['', 'text/javascript']) {
          const reading = readingOf(sample, mimeType);
          const isClear = reading !== undefined && isBeyondSuspicion(sample, reading);
          expect(
            isWrittenBeyondSuspicion(written, mimeType, 0, () => sample),
            sample,
          ).toBe(isClear);
          expect(isWrittenBeyondSuspicion(written, mimeType, sample.length + 1, () => sample)).toBe(false);
          said[isClear ? 'clear' : 'suspect']++;
        }
      }
    }
    expect(Math.min(said.clear, said.suspect)).toBeGreaterThan(500);
  });

  it(`says the same of planted texts, cut and joined anyhow (seed ${seed})`, () => {
    const random = createRandom(seed);
    const said = { clear: 0, suspect: 0 };
    const different: string[] = [];
    for (let run = 0; run < 1500; run++) {
      const text = plantText(random);
      const cut = text.slice(random.below(text.length), 1 + random.below(text.length));
      const signs = random.text('{}[]":=,&%\\/ <@-_aZ09eyJ+.\u00e9\u540d\n', 1 + random.below(120));
      for (const sample of [text, cut, signs, cut + signs, signs + cut])
        for (const reading of readings) {
          const isClear = isBeyondSuspicion(sample, reading);
          if (isBeyondSuspicionFast(sample, reading) !== isClear) different.push(sample);
          said[isClear ? 'clear' : 'suspect']++;
        }
    }
    expect(different).toEqual([]);
    expect(Math.min(said.clear, said.suspect)).toBeGreaterThan(500);
  });

  it('says the same of every body of the public captures, whole and cut', () => {
    for (const [text] of corpusBodies())
      for (const sample of [text, text.slice(text.length >> 1), text.slice(0, text.length >> 1)])
        for (const reading of readings)
          expect(isBeyondSuspicionFast(sample, reading)).toBe(isBeyondSuspicion(sample, reading));
  });
});

describe('a text beyond suspicion', () => {
  it(`is given back unchanged when it is taken apart all the same (seed ${seed})`, () => {
    const random = createRandom(seed);
    let cleared = 0;
    for (let run = 0; run < 3000; run++) {
      const text = plantText(random);
      // Cut anywhere, most of these lose their credential, or what shows that it is one.
      const cut = text.slice(random.below(text.length), 1 + random.below(text.length));
      for (const sample of [text, cut]) {
        for (const mimeType of ['', 'text/javascript']) {
          const reading = readingOf(sample, mimeType);
          if (reading === undefined || !isBeyondSuspicion(sample, reading)) continue;
          cleared++;
          expect(rewriteProperly(sample, mimeType), sample).toBe(sample);
        }
      }
    }
    expect(cleared).toBeGreaterThan(500);
  });

  it('holds no credential of a known form, in quotation marks and behind line ends, however deep in JSON', () => {
    const random = createRandom(9);
    const missed: string[] = [];
    for (const { id, leak } of shapeRows)
      for (const template of leak) {
        const { text: sample } = grow(template, random);
        const written = [sample, `one\n${sample}\nthree`, `one "${sample}" three`];
        for (let depth = 0; depth < 3; depth++) {
          for (const text of written)
            for (const reading of readings)
              if (isBeyondSuspicion(text, reading) && rewriteProperly(text, mimeTypes[reading]) !== text)
                missed.push(`${id}, ${depth} deep: ${template}`);
          for (const [at, text] of written.entries()) written[at] = JSON.stringify({ a: 1, b: text });
        }
      }
    expect(missed).toEqual([]);
  });

  it('is no code with a password of words in the JSON that it holds', () => {
    for (const json of [
      '{"password":"butterflies"}',
      '{"user" : 1, "name":"password","value":"butterflies"}',
    ]) {
      const text = `/**/ answer(${json}); // x`;
      expect(rewriteProperly(text, 'text/javascript'), json).not.toContain('butterflies');
      for (const sift of [isBeyondSuspicion, isBeyondSuspicionFast]) expect(sift(text, 'plain')).toBe(false);
    }
    for (const code of [
      'f({"token":e.token})',
      'f({"password":n})',
      'f({"name":"ann","value":"butterflies"})',
    ])
      for (const sift of [isBeyondSuspicion, isBeyondSuspicionFast]) expect(sift(code, 'plain')).toBe(true);
  });

  it('is no message with header fields that was called code', () => {
    const random = createRandom(6);
    const part = (length: number) =>
      `a${random.text('abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', length)}`;
    // Bare, such a value is an expression of code; as a field it is what it says.
    const value = `${part(8)}.${part(15)}.${part(17)}`;
    const text = `GET / HTTP/1.1\r\nHost: a\r\ncodeVerifier: ${value}\r\n\r\n`;
    expect(rewriteProperly(text, 'text/javascript')).not.toContain(value);
    expect(isBeyondSuspicion(text, readingOf(text, 'text/javascript') as Reading)).toBe(false);
  });

  it('is no form whose value begins with a quotation mark', () => {
    const random = createRandom(5);
    const value = random.text('abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', 39);
    const text = `Key="${value}`;
    expect(rewriteProperly(text)).not.toContain(value);
    expect(isBeyondSuspicion(text, 'json')).toBe(false);
    expect(isBeyondSuspicionFast(text, 'json')).toBe(false);
  });

  it('is so for every body of the public captures', () => {
    let cleared = 0;
    for (const [text, mimeType] of corpusBodies()) {
      const reading = readingOf(text, mimeType);
      if (reading === undefined || !isBeyondSuspicion(text, reading)) continue;
      cleared++;
      expect(rewriteProperly(text, mimeType)).toBe(text);
    }
    expect(cleared).toBeGreaterThan(5);
  });
});
