import { writeFileSync } from 'node:fs';

/**
 * Keeps what this process and those that it starts hold in memory out of core dumps: a server reads originals, and a crash must not
 * write one to the disk. Linux alone can be asked this from inside; elsewhere nothing happens.
 * Source: core(5), `/proc/pid/coredump_filter`: a bit for each kind of memory, handed on to child processes.
 */
export function leaveMemoryOutOfCoreDumps(): void {
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // No Linux, or /proc is not there: then core dumps are the operator's to switch off.
  }
}
