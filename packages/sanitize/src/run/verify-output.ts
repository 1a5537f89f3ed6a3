import { type ByteSource, type Capture, openCapture } from '@harrier/har';
import { ContentRewriter, type ContentRules } from '../content/content-rewriter.ts';
import { HarRewriter } from '../har/har-rewriter.ts';
import type { LearnedSecrets } from '../learned/learned-secrets.ts';
import { createSafeNames } from './safe-names.ts';
import { SanitizeError } from './sanitize-error.ts';
import { createSurvivorSearch } from './survivor-search.ts';
import { type WalkOptions, walkCapture } from './walk-capture.ts';

/** More would not help anybody to find the fault. */
const MAX_PLACES = 20;

/**
 * Reads an output as any reader would, from its first byte: it must be a capture with as many entries as before, in
 * which the rules find nothing, and in which no removed value stands in any spelling. Error: `sanitize/survivor`.
 */
export async function verifyOutput(
  output: ByteSource,
  before: Capture,
  learned: LearnedSecrets,
  rules: ContentRules,
  options: WalkOptions,
): Promise<void> {
  const capture = await openCapture(keepOpen(output));
  if (capture.index.length !== before.index.length)
    throw survivor(`${before.index.length} entries went in and ${capture.index.length} came out`, []);
  const places = await findSurvivors(capture, learned, rules, options);
  if (places.length > 0)
    throw survivor(`${places.length} places still hold something that looks like a credential`, places);
}

/** The places of a capture in which the rules, or a search for removed values, find something. */
export async function findSurvivors(
  capture: Capture,
  learned: LearnedSecrets,
  rules: ContentRules,
  options: WalkOptions,
): Promise<string[]> {
  const places: string[] = [];
  let met = '';
  const names = createSafeNames(rules, learned);
  const content = new ContentRewriter({
    ...rules,
    learned,
    onSecret: ({ rule, inside }) => {
      met = [rule, ...inside.map((step) => names.step(step))].join(' › ');
    },
  });
  const har = new HarRewriter(content);
  const search = createSurvivorSearch(learned.values());
  for await (const { text, tokens, start } of walkCapture(capture, options)) {
    if (places.length >= MAX_PLACES) break;
    for (let token = 0; token < tokens.count; token++) {
      if (har.rewriteToken(tokens, token, text) === undefined) continue;
      places.push(`${names.pointer(tokens.pointer(token))} (${met})`);
    }
    for (let at = 0; at < tokens.keyRanges.length; at += 2) {
      const [from, to] = [tokens.keyRanges[at] as number, tokens.keyRanges[at + 1] as number];
      if (har.rewriteKey(tokens, from, to) !== undefined) places.push(`a key at byte ${start + from}`);
    }
    const offset = search(text);
    if (offset !== undefined) places.push(`byte ${start + offset} (a removed value)`);
  }
  return places.slice(0, MAX_PLACES);
}

function survivor(what: string, places: readonly string[]): SanitizeError {
  return new SanitizeError(
    'sanitize/survivor',
    `The check of the output failed: ${what}. Nothing was written.`,
    'This is a fault of Harrier: please report it with the places above, without the capture.',
    places,
  );
}

/** The caller goes on to use the source when the check has closed its capture. */
function keepOpen(source: ByteSource): ByteSource {
  return {
    sizeBytes: source.sizeBytes,
    read: (offset, length) => source.read(offset, length),
    stream: (chunkBytes, signal) => source.stream(chunkBytes, signal),
    ...(source.readSync === undefined ? {} : { readSync: source.readSync.bind(source) }),
  };
}
