import { cpus, loadavg, totalmem } from 'node:os';

/** What a figure was measured on. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly memoryBytes: number;
  readonly node: string;
  readonly v8: string;
  readonly platform: string;
  /** Processes that wanted a core in the last minute, ours among them; above `cores` the figures are rough. */
  readonly load: number;
}

export function machine(): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    model: processors[0]?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    node: process.versions.node,
    v8: process.versions.v8,
    platform: `${process.platform}-${process.arch}`,
    load: loadavg()[0] ?? 0,
  };
}

/** The machine in a line. */
export function machineLine({ cores, model, memoryBytes, node, v8, platform, load }: Machine): string {
  return `${cores} × ${model}, ${(memoryBytes / 2 ** 30).toFixed(0)} GiB, ${platform}, Node ${node} (V8 ${v8}), load ${load.toFixed(1)}`;
}
