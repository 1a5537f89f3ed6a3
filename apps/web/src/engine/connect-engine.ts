import { type Remote, releaseProxy, wrap } from 'comlink';
import type { Analyst } from './analyst/analyst.ts';
import type { CaptureEngine } from './capture-engine.ts';

/** The two threads of a capture. */
export interface EngineConnection {
  /** Reads, filters, sorts, opens: whatever a screen waits for. */
  readonly engine: Remote<CaptureEngine>;
  /** Looks through the whole capture: analysis, statistics, search. */
  readonly analyst: Remote<Analyst>;
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
  const reader = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
  const engine = wrap<CaptureEngine>(reader);
  let looker: Worker | undefined;
  let analyst: Remote<Analyst> | undefined;
  let isEnded = false;
  const connection: EngineConnection = {
    engine,
    get analyst() {
      looker ??= new Worker(new URL('./analyst/analyst-worker.ts', import.meta.url), { type: 'module' });
      analyst ??= wrap<Analyst>(looker);
      return analyst;
    },
    maskKey: pageKey,
    end: () => {
      isEnded = true;
      engine[releaseProxy]();
      analyst?.[releaseProxy]();
      reader.terminate();
      looker?.terminate();
    },
  };
  // One after the other: both have a megabyte of script, and rows are waited for before anything is looked through.
  void engine.maskWith(pageKey).then(() => isEnded || connection.analyst);
  return connection;
}
