import { main } from '../main.ts';
import { testIo } from './string-sink.ts';

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type World = Parameters<typeof testIo>[0];

/** Runs the whole program in this process, in a world of its own. */
export async function runCli(argv: readonly string[], world?: World): Promise<CliRun> {
  const io = testIo(world);
  const code = await main(argv, io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}
