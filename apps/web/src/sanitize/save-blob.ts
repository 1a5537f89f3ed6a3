/** Hands a Blob to the browser's downloads under a name. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken its own hold by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
