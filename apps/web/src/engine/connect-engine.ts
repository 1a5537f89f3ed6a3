import { type Remote, releaseProxy, wrap } from 'comlink';
import { tellUnloaded } from '../frame/unloaded.ts';
import type { Analyst } from './analyst/analyst.ts';
import { AnalystThread, type StartedThread } from './analyst/analyst-thread.ts';
import type { CaptureEngine } from './capture-engine.ts';

/** The two threads of a capture. */
export interface EngineConnection {
  /** Reads, filters, sorts, opens: whatever a screen waits for. */
  readonly engine: Remote<CaptureEngine>;
  /** Looks through the whole capture: analysis, statistics, search. */
  readonly analyst: AnalystThread<Remote<Analyst>>;
  /** Both show one value under one pseudonym. */
  readonly maskKey: Uint8Array;
  /** Ends both at once, whatever they are doing. */
  end(): void;
}

/** Of this page, and gone with it: one credential looks the same in every capture that is open. */
const pageKey = crypto.getRandomValues(new Uint8Array(32));

/** Threads that wait for the first capture: starting them takes longer than reading its first rows. */
let spare: EngineConnection | undefined;

/** Starts the threads of the next capture ahead of it. */
export function prepareEngine(): void {
  spare ??= startEngine();
}

/** The threads for one capture. */
export function connectEngine(): EngineConnection {
  const connection = spare ?? startEngine();
  spare = undefined;
  return connection;
}

function startEngine(): EngineConnection {
  const reader = tellUnloaded(new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' }));
  const engine = wrap<CaptureEngine>(reader);
  const analyst = new AnalystThread(startAnalyst);
  const connection: EngineConnection = {
    engine,
    analyst,
    maskKey: pageKey,
    end: () => {
      engine[releaseProxy]();
      reader.terminate();
      analyst.end();
    },
  };
  // One after the other: both have a megabyte of script, and rows are waited for before anything is looked through.
  void engine.maskWith(pageKey).then(() => analyst.prepare());
  return connection;
}

function startAnalyst(): StartedThread<Remote<Analyst>> {
  const looker = tellUnloaded(
    new Worker(new URL('./analyst/analyst-worker.ts', import.meta.url), { type: 'module' }),
  );
  const analyst = wrap<Analyst>(looker);
  return {
    analyst,
    end: () => {
      analyst[releaseProxy]();
      looker.terminate();
    },
  };
}
