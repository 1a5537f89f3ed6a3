import { cachedCapture } from '../../generate/capture-file.ts';
import { inMegabytes } from '../../measure/markdown-table.ts';
import { type CasesPart, mostRss } from './part.ts';
import { serve } from './served.ts';

const megabytes = 20;
/** All of them are worked on two at a time; this is far more than they take, and ends a run that hangs. */
const mostMsEach = 60_000;

/** Many captures at the same moment: all are taken, and all end. */
export const parallelPart: CasesPart = {
  name: 'parallel',
  summary: `uploads of ${megabytes} MB at the same moment`,
  run: async ({ uploads, seed, say }) => {
    const file = cachedCapture(megabytes, { seed, profile: 'portal', formatting: 'pretty' });
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
      const peakRssBytes = served.peakRssBytes();
      return {
        title: `${uploads} uploads of ${megabytes} MB at the same moment`,
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
          {
            goal: `the server at most ${inMegabytes(mostRss)} of memory`,
            measured: inMegabytes(peakRssBytes),
            isMet: peakRssBytes <= mostRss,
          },
        ],
        raw: { takenMs, doneMs, states, refused, peakRssBytes },
      };
    } finally {
      await served.stop();
    }
  },
};
