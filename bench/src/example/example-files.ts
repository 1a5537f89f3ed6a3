import type { ChromeHar } from '../chrome/chrome-har.ts';
import { callRecording, loggedStory } from './call-recording.ts';
import { featureAvailable, featureNotAvailable } from './feature-access.ts';
import { fiddlerArchive } from './fiddler-archive.ts';
import { serviceLogs } from './service-logs.ts';

/** One file of `fixtures/example`. */
export interface ExampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every example capture, and the logs of one, as their files hold them. */
export function exampleFiles(): ExampleFile[] {
  return [
    { name: 'call-recording.har', bytes: harBytes(callRecording()) },
    { name: 'call-recording.saz', bytes: fiddlerArchive(callRecording()) },
    { name: 'feature-not-available.har', bytes: harBytes(featureNotAvailable()) },
    { name: 'feature-available.har', bytes: harBytes(featureAvailable()) },
    ...serviceLogs(loggedStory).map(({ name, text }) => ({ name: `logs/${name}`, bytes: Buffer.from(text) })),
  ];
}

function harBytes(har: ChromeHar): Uint8Array {
  return Buffer.from(JSON.stringify(har, undefined, 2));
}
