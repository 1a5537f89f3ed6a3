import { type Profiler, Session } from 'node:inspector';

/** Which blocks of our own code run, as V8 counts them. WebAssembly is not counted; its twin in TypeScript is. */
export interface Coverage {
  /** The blocks that ran since the last call. Takes some milliseconds: for many inputs at a time. */
  take(): ReadonlySet<string>;
  stop(): void;
}

/** Rooms as they are built: what is fuzzed, and not the fuzzer. */
const isOurs = (url: string): boolean => /\/(?:packages|services)\/.*\/dist\//.test(url);

export function watchCoverage(): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  // With counts: without them V8 tells each block once and never again.
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take() {
      const ran = new Set<string>();
      // A session of its own thread answers before it returns.
      session.post('Profiler.takePreciseCoverage', (_error, taken) => {
        for (const script of taken.result) if (isOurs(script.url)) note(script, ran);
      });
      return ran;
    },
    stop() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

function note({ scriptId, functions }: Profiler.ScriptCoverage, ran: Set<string>): void {
  for (const { ranges } of functions)
    for (const { startOffset, endOffset, count } of ranges)
      if (count > 0) ran.add(`${scriptId}:${startOffset}:${endOffset}`);
}
