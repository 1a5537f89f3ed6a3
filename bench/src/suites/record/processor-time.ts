import { readdirSync, readFileSync } from 'node:fs';

/** A tick is a hundredth of a second on every Linux of today. */
const TICK_MS = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** User and system, of itself alone. */
  readonly cpuMs: number;
}

/** Processor time of a group's processes that are there, user and system, ms; NaN where the system does not tell. */
export function groupCpuMs(group: number): number {
  return cpuMsOf((one) => one.group === group);
}

/** Processor time of a process and of those that it started and that are there, ms; NaN where the system does not tell. */
export function familyCpuMs(pid: number): number {
  return cpuMsOf((one) => one.pid === pid || one.parent === pid);
}

function cpuMsOf(isMeant: (one: Process) => boolean): number {
  if (process.platform !== 'linux') return Number.NaN;
  return runningProcesses()
    .filter(isMeant)
    .reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** Spec: Linux, proc(5), `stat`. */
function runningProcesses(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The second field is the program's name in parentheses, and may hold anything.
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        const cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
        return [{ pid: Number(name), parent: Number(fields[1]), group: Number(fields[2]), cpuMs }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}
