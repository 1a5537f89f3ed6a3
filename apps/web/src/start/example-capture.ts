/** The example, from the page's own server. The file that is opened from the disk carries its own (`.offline.ts`). */
export async function exampleCapture(): Promise<File> {
  const response = await fetch('./call-recording.har');
  return new File([await response.blob()], 'call-recording.har');
}
