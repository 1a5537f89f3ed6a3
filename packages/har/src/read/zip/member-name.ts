/**
 * A member's name with `/` between folders, or undefined where it could lead out of the archive: names
 * are never used as paths here, but an archive that tries is not one that somebody's tool wrote.
 */
export function safeMemberName(written: string): string | undefined {
  // Fiddler and other Windows programs write backslashes.
  const name = written.replaceAll('\\', '/');
  if (name.includes('\0') || name.startsWith('/') || /^[A-Za-z]:/.test(name)) return undefined;
  return name.split('/').includes('..') ? undefined : name;
}
