import { cachedCapture } from '../../generate/capture-file.ts';
import { type CasesPart, memoryGoals } from './part.ts';
import { serve } from './served.ts';

/** All of them are worked on two at a time; this is far more than they take, and ends a run that hangs. */
const mostMsEach = 60_000;

/** Many captures at the same moment: all are taken, and all end. */
export const parallelPart: CasesPart = {
  name: 'parallel',
  summary: 'captures of 20 MB (--each) at the same moment',
  run: async ({ uploads, each, seed, say }) => {
    const file = cachedCapture(each, { seed, profile: 'portal', formatting: 'pretty' });
    const served = await serve();
    try {
      const caseIds: string[] = [];
      for (let at = 0; at < uploads; at++) caseIds.push(await served.newCase());
      const beginMs = performance.now();
      const answers = await Promise.allSettled(
        caseIds.map(async (caseId, at) => await served.upload(caseId, file, `upload-${at}.har`)),
      );
      const takenMs = performance.now() - beginMs;
      const refused = answers.filter(({ status }) => status === 'rejected').length;
      say(`parallel: ${uploads - refused} of ${uploads} taken in ${(takenMs / 1000).toFixed(1)} s`);
      const states = [...(await served.settled(caseIds, uploads * mostMsEach)).values()];
      const doneMs = performance.now() - beginMs;
      const done = states.filter((state) => state === 'done').length;
      const peak = served.peakRss();
      return {
        title: `${uploads} uploads of ${each} MB at the same moment`,
        lines: [
          `All were taken in ${(takenMs / 1000).toFixed(1)} s and worked on in ${(doneMs / 1000).toFixed(1)} s.`,
        ],
        goals: [
          { goal: 'no upload is refused', measured: `${refused} refused`, isMet: refused === 0 },
          {
            goal: 'every original is gone and told',
            measured: `${done} of ${uploads}`,
            isMet: done === uploads,
          },
          ...memoryGoals(peak),
        ],
        raw: { takenMs, doneMs, states, refused, peak },
      };
    } finally {
      await served.stop();
    }
  },
};
