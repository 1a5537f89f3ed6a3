import { cachedCapture } from '../../generate/capture-file.ts';
import { inMegabytes } from '../../measure/markdown-table.ts';
import { type CasesPart, memoryGoals } from './part.ts';
import { serve } from './served.ts';

/** From the beginning of the upload to the note; promised for 100 MB. */
const mostMs = 60_000;
const promisedMegabytes = 100;

/** One capture after another: how long until the case has its note, and in how much memory. */
export const uploadPart: CasesPart = {
  name: 'upload',
  summary: 'one capture from its upload to the note',
  run: async ({ rounds, megabytes, seed, say }) => {
    const file = cachedCapture(megabytes, { seed, profile: 'portal', formatting: 'pretty' });
    const times: number[] = [];
    const states: string[] = [];
    const served = await serve();
    const { rssBytes, pssBytes } = served.memoryNow();
    try {
      for (let round = 1; round <= rounds; round++) {
        const caseId = await served.newCase();
        const beginMs = performance.now();
        // Each has its own digest, so nothing is known from the round before.
        await served.upload(caseId, file, `round-${round}.har`);
        const state = (await served.settled([caseId], 10 * mostMs)).get(caseId) ?? 'running';
        const tookMs = performance.now() - beginMs;
        times.push(tookMs);
        states.push(state);
        say(`upload, round ${round}: ${(tookMs / 1000).toFixed(1)} s, ${state}`);
      }
      const peak = served.peakRss();
      const slowestMs = Math.max(...times);
      const allDone = states.every((state) => state === 'done');
      return {
        title: `A capture of ${megabytes} MB, from its upload to the note`,
        lines: [
          `\`harrier serve\` with its database and objects on the disk; ${rounds} uploads one after another: sanitized, sealed for two keys, read back, original deleted, deletion probed, noted. Before the first, the server held ${inMegabytes(rssBytes)} (${inMegabytes(pssBytes)} PSS).`,
        ],
        goals: [
          { goal: 'every original is gone and told', measured: states.join(', '), isMet: allDone },
          {
            goal: `the slowest at most ${mostMs / 1000} s (promised for ${promisedMegabytes} MB)`,
            measured: `${times.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`,
            isMet: allDone && slowestMs <= mostMs,
          },
          ...memoryGoals(peak),
        ],
        raw: { times, states, rssBytes, pssBytes, peak },
      };
    } finally {
      await served.stop();
    }
  },
};
