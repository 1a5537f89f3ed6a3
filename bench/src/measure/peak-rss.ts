import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has held so far, bytes. On Linux from /proc, because `maxRSS` of
 * getrusage begins with what the parent held when it forked, so a small child of a large parent looks large.
 */
export function peakRssBytes(): number {
  return highWaterMark() ?? process.resourceUsage().maxRSS * 1024;
}

function highWaterMark(): number | undefined {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}
