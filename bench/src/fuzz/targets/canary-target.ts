import { memorySource, openCapture } from '@harrier/har';
import { SanitizeError, sanitizeCapture } from '@harrier/sanitize';
import { type Random, seededRandom } from '../../generate/random.ts';
import { carriers } from '../../redaction/carrier-table.ts';
import { growContest } from '../../redaction/contest-capture.ts';
import { readDeeply } from '../../redaction/oracle.ts';
import { layCanaries } from '../canaries.ts';
import { reshapedJson } from '../mutate-json.ts';
import { repositoryFiles } from '../repository-files.ts';
import { type FuzzTarget, holds } from '../target.ts';
import { HAR_WORDS } from './har-words.ts';

const key = new Uint8Array(32).fill(7);
const MOST_CANARIES = 4;
/** One of so many exchanges of the contest: bodies, fields and links of all sorts, in which things can go wrong. */
const CONTEST_STEP = 23;

/**
 * The sanitizer, with credentials laid into captures that nobody would write. Its own check has the same eyes as it has;
 * here somebody else looks for what was laid.
 */
export const canaryTarget: FuzzTarget = {
  name: 'canary',
  summary: 'refused, or without the credentials that were laid into it',
  seeds: async () => [
    ...repositoryFiles('fixtures/corpus', /\.har$/, 4 * 1024),
    ...contestEntries().map((entry) =>
      new TextEncoder().encode(JSON.stringify({ log: { entries: [entry] } })),
    ),
  ],
  words: HAR_WORDS,
  mostBytes: 12 * 1024,
  reshape: reshapedJson,
  async run(input) {
    const random = seededRandom(seedOf(input));
    const har = captureIn(input) ?? captureAround(input, random);
    const canaries = layCanaries(har.log, random.integer(1, MOST_CANARIES), random);
    const clean = await cleaned(new TextEncoder().encode(JSON.stringify(har)));
    if (clean === undefined) return;
    const texts = readDeeply(JSON.parse(new TextDecoder().decode(clean)));
    for (const { needle, writing } of canaries)
      holds(`no canary is left (${writing})`, !texts.some((text) => text.includes(needle)));
  },
};

function contestEntries(): unknown[] {
  const { har } = growContest(1, carriers);
  return (har.log?.entries ?? []).filter((_, at) => at % CONTEST_STEP === 0);
}

/** The same chance for the same input, so that a finding runs again. */
function seedOf(input: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of input) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}

function captureIn(input: Uint8Array): { log: object } | undefined {
  try {
    const { log } = JSON.parse(new TextDecoder().decode(input));
    return Array.isArray(log.entries) ? { log } : undefined;
  } catch {
    return undefined;
  }
}

/** What is no capture is a body of one. */
function captureAround(input: Uint8Array, random: Random): { log: object } {
  const mimeType = random.pick([
    'application/json',
    'text/javascript',
    'text/html',
    'application/xml',
    'application/x-www-form-urlencoded',
    'text/plain',
    '',
  ]);
  const text = new TextDecoder().decode(input);
  const content = { size: text.length, mimeType, text };
  return {
    log: {
      version: '1.2',
      entries: [{ request: { url: 'https://a.example.test/' }, response: { content } }],
    },
  };
}

/** undefined: refused, as damage is. */
async function cleaned(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const capture = await openCapture(memorySource(bytes)).catch(() => undefined);
  if (capture === undefined) return undefined;
  try {
    const { output } = await sanitizeCapture(capture, { key });
    return await output.read(0, output.sizeBytes);
  } catch (error) {
    if (error instanceof SanitizeError && error.code === 'sanitize/damaged-input') return undefined;
    throw error;
  }
}
