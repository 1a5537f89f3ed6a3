import { type Remote, releaseProxy, transfer, wrap } from 'comlink';
import type { CaptureTab } from '../../captures/open-captures.ts';
import { tellUnloaded } from '../../frame/unloaded.ts';
import type { Packer } from './packer.ts';

/** The thread that makes packages of one capture. */
export interface PackerConnection {
  readonly packer: Remote<Packer>;
  end(): void;
}

/** Starts it, and hands it what was read. */
export async function connectPacker({ file, connection }: CaptureTab): Promise<PackerConnection> {
  const worker = tellUnloaded(new Worker(new URL('./packer-worker.ts', import.meta.url), { type: 'module' }));
  const packer = wrap<Packer>(worker);
  const handed = await connection.engine.handOver();
  if (handed === undefined) await packer.beginWithFile(file);
  else await packer.begin(file, transfer(handed, handed.packed.transfer));
  return {
    packer,
    end: () => {
      packer[releaseProxy]();
      worker.terminate();
    },
  };
}
