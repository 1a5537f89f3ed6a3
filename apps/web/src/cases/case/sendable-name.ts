/** A file's name as the server takes it: one line, no folders, 255 characters at most. */
export function sendableName(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f/\\]+/g, '_').slice(-255) || 'file';
}
