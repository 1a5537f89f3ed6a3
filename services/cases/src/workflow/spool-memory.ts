/**
 * What of a file is kept in memory before the rest goes to a temporary file: a server works on several at once and must not grow
 * with their size. Small captures never touch the disk.
 */
export const SPOOL_MEMORY_BYTES = 1024 * 1024;
