import { ContentRewriter } from '../content/content-rewriter.ts';
import type { ContentRules } from '../content/content-rules.ts';
import type { LearnedSecrets } from '../learned/learned-secrets.ts';

/** Names and pointers as a report may show them: a key or a header's name can be a credential itself. */
export interface SafeNames {
  step(name: string): string;
  /** JSON pointer. Its steps are as in the sanitized capture, where such keys are replaced as well. */
  pointer(pointer: string): string;
}

/** Shorter names are words. */
const MIN_LENGTH = 6;

const MAX_REMEMBERED = 10_000;

export function createSafeNames(rules: ContentRules, learned: LearnedSecrets): SafeNames {
  const content = new ContentRewriter({ ...rules, learned });
  const remembered = new Map<string, string>();
  const step = (name: string): string => {
    if (name.length < MIN_LENGTH) return name;
    let safe = remembered.get(name);
    if (safe === undefined) {
      safe = content.rewriteText(name);
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(name, safe);
    }
    return safe;
  };
  return {
    step,
    pointer: (pointer) =>
      pointer
        .split('/')
        .map((part) => {
          const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
          return step(name).replaceAll('~', '~0').replaceAll('/', '~1');
        })
        .join('/'),
  };
}
