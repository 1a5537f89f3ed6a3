import { type Remote, releaseProxy, wrap } from 'comlink';
import type { CaptureEngine } from './capture-engine.ts';

/** An engine in a worker of its own. */
export interface EngineConnection {
  readonly engine: Remote<CaptureEngine>;
  /** Ends the worker at once, whatever it is doing. */
  end(): void;
}

/** Of this page, and gone with it. */
const pageKey = crypto.getRandomValues(new Uint8Array(32));

/** Starts a worker for one capture. */
export function connectEngine(): EngineConnection {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
  const engine = wrap<CaptureEngine>(worker);
  void engine.maskWith(pageKey);
  return {
    engine,
    end: () => {
      engine[releaseProxy]();
      worker.terminate();
    },
  };
}
