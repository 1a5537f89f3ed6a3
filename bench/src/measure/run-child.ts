import { spawn } from 'node:child_process';

/** How a child ended. */
export interface ChildRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
  /** `timeout`: it was stopped at the limit. */
  readonly end: 'done' | 'failed' | 'timeout';
}

/** Runs Node with these arguments and waits. `stdout: 'ignore'` for programs whose output nobody reads. */
export async function runNode(
  args: readonly string[],
  options: { timeoutMs: number; stdout: 'keep' | 'ignore'; env?: Readonly<Record<string, string>> },
): Promise<ChildRun> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', options.stdout === 'keep' ? 'pipe' : 'ignore', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data) => {
    stdout += data;
  });
  child.stderr?.on('data', (data) => {
    stderr += data;
  });
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, options.timeoutMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(limit);
  const end = isLate ? 'timeout' : code === 0 ? 'done' : 'failed';
  return { stdout, stderr, wallMs: performance.now() - start, end };
}
