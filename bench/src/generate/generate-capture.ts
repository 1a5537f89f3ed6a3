import type { ChromeHar } from '../chrome/chrome-har.ts';
import { bodyPool } from './bodies.ts';
import { browserSession } from './browser-session.ts';
import { ChunkEncoder } from './chunk-encoder.ts';
import { type Formatting, jsonLayout } from './formatting.ts';
import { generateEntry } from './generate-entry.ts';
import { type Profile, portalProfile } from './profile.ts';
import { seededRandom } from './random.ts';

/** What to generate. The same options give the same bytes. */
export interface CaptureOptions {
  readonly seed: number;
  /** Ends the capture with the entry that reaches this size, or this number of entries. */
  readonly until: { readonly sizeBytes: number } | { readonly entries: number };
  /** Default: `portalProfile`. */
  readonly profile?: Profile;
  /** Default: `pretty`. */
  readonly formatting?: Formatting;
  /** Default: `chrome`. */
  readonly keyOrder?: 'chrome' | 'reversed';
}

/**
 * A capture in pieces of about 1 MiB; memory does not grow with its size.
 * A piece is valid until the next one is asked for.
 */
export function* generateCapture(options: CaptureOptions): Generator<Uint8Array, void> {
  const profile = options.profile ?? portalProfile;
  const layout = jsonLayout(options.formatting ?? 'pretty', options.keyOrder ?? 'chrome');
  const random = seededRandom(options.seed);
  const bodies = bodyPool(options.seed, profile.bodyScale);
  const ingredients = { random, session: browserSession(random), bodies, profile };
  // Entries are objects at depth 3: root, log, entries.
  const [head = '', tail = ''] = layout.write(emptyHar, 0).split(JSON.stringify(entriesGoHere));
  const separator = layout.separator(3);

  const chunks = new ChunkEncoder();

  yield* chunks.add(head);
  for (let entries = 0; !isFull(options.until, entries, chunks.sizeBytes); entries++) {
    if (entries > 0) yield* chunks.add(separator);
    yield* chunks.add(layout.write(generateEntry(ingredients), 3));
  }
  yield* chunks.add(tail);
  yield chunks.rest();
}

function isFull(until: CaptureOptions['until'], entries: number, sizeBytes: number): boolean {
  return 'entries' in until ? entries >= until.entries : sizeBytes >= until.sizeBytes;
}

const entriesGoHere = 'entries go here';

const emptyHar = {
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537.36' },
    pages: [
      {
        startedDateTime: '2025-06-10T09:00:00.000Z',
        id: 'page_1',
        title: 'https://admin.example.test/overview',
        pageTimings: { onContentLoad: 1240.140000008978, onLoad: 2130.640000003041 },
      },
    ],
    entries: [entriesGoHere],
  },
} as const satisfies { log: Omit<ChromeHar['log'], 'entries'> & { entries: readonly string[] } };
