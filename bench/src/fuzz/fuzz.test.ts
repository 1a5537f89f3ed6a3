import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../generate/random.ts';
import type { Finding } from './finding.ts';
import { fuzz } from './fuzz-loop.ts';
import { BrokenLaw, type FuzzTarget } from './target.ts';
import { fuzzTargets } from './targets/target-table.ts';
import { shrunk, tryInput } from './try-input.ts';

/** `npm run fuzz` takes minutes and new seeds; this shows that every law still stands near where faults were. */
const SEED = Number(process.env.HARRIER_FUZZ_SEED ?? 1);
const RUNS_BEYOND_SEEDS = 96;

describe.each(fuzzTargets.map((target) => [target.name, target] as const))('%s', (name, target) => {
  it(`holds its laws on inputs that nobody would write (seed ${SEED})`, async () => {
    const findings: Finding[] = [];
    const seeds = (await target.seeds()).length;
    await fuzz(target, {
      seed: SEED,
      goesOn: (runs) => runs < seeds + RUNS_BEYOND_SEEDS,
      onFinding: (finding) => findings.push(finding),
    });
    // Time and memory are for the long run: this process does other things as well.
    expect(findings.filter(({ kind }) => kind === 'error').map(({ key }) => key)).toEqual([]);
  }, 120_000);

  const folder = fileURLToPath(new URL(`./finds/${name}/`, import.meta.url));
  if (existsSync(folder))
    it('holds them on what once broke them', async () => {
      for (const file of readdirSync(folder)) {
        const { finding } = await tryInput(target, new Uint8Array(readFileSync(`${folder}${file}`)));
        expect([file, finding?.kind === 'error' ? finding.detail : undefined]).toEqual([file, undefined]);
      }
    });
});

describe('the fuzzer', () => {
  const planted: FuzzTarget = {
    name: 'planted',
    summary: '',
    seeds: async () => [new TextEncoder().encode('a quiet beginning')],
    words: ['<boom>'],
    mostBytes: 1000,
    run: async (input) => {
      if (new TextDecoder().decode(input).includes('<boom>')) throw new BrokenLaw('boom');
    },
  };

  it('finds a fault, tells it once, and cuts its input down to what matters', async () => {
    const findings: Finding[] = [];
    await fuzz(planted, {
      seed: 1,
      goesOn: (runs) => runs < 400,
      onFinding: (finding) => findings.push(finding),
    });
    expect(findings).toHaveLength(1);
    const [finding] = findings as [Finding];
    expect(new TextDecoder().decode(finding.input)).toContain('<boom>');
    const small = await shrunk(planted, finding, seededRandom(1));
    expect(small.input.length).toBeLessThan(12);
  });

  it('makes the same inputs of the same seed', async () => {
    const inputs = async (seed: number) => {
      const seen: string[] = [];
      const onInput = (input: Uint8Array) => seen.push(new TextDecoder('latin1').decode(input));
      await fuzz(planted, { seed, goesOn: (runs) => runs < 100, onInput, onFinding: () => {} });
      return seen;
    };
    expect(await inputs(7)).toEqual(await inputs(7));
    expect(await inputs(8)).not.toEqual(await inputs(7));
  });
});
