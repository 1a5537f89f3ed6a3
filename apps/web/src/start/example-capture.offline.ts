import text from '../../../../fixtures/example/call-recording.har?raw';

/** The example, out of the page itself: a page from the disk may ask for nothing. */
export async function exampleCapture(): Promise<File> {
  return new File([text], 'call-recording.har');
}
