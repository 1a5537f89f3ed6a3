import { responseJson } from '../../../exchange/json-body.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import { featureWord, pathWords } from '../../../permissions/feature-words.ts';

/** Names under which services say that somebody has a feature. */
const hasIt = ['assigned', 'enabled', 'entitled', 'licensed', 'available', 'active'];
const MAX_DEPTH = 8;

/**
 * Features that this capture is about, as {@link featureWord}s: those that another answer says the person has, those that
 * a request names in its path, and those that the case names. A template hides many on purpose, and nobody misses them.
 */
export function featuresInQuestion(view: CaptureView): ReadonlySet<string> {
  const words = new Set((view.caseContext.features ?? []).map(featureWord));
  for (const row of view.openedRows) {
    const exchange = view.exchange(row);
    if (exchange === undefined) continue;
    for (const word of pathWords(view.url(row) ?? exchange.entry.request.url)) words.add(word);
    if (view.mimeType(row).includes('json')) collect(responseJson(exchange), 0, words);
  }
  return words;
}

/** `{name: "x", assigned: true}` and `{x: {enabled: true}}`. */
function collect(value: unknown, depth: number, words: Set<string>): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member !== 'object' || member === null) continue;
    const item = member as Record<string, unknown>;
    if (hasIt.some((key) => item[key] === true)) {
      const own = item.name ?? item.feature ?? item.key ?? item.id;
      const called = Array.isArray(value) ? own : name;
      if (typeof called === 'string') words.add(featureWord(called));
    }
    collect(member, depth + 1, words);
  }
}
