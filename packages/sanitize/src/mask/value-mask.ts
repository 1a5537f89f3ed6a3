import { ContentRewriter } from '../content/content-rewriter.ts';
import type { NamePlace } from '../names/name-place.ts';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';

/** Shows values as a sanitized capture would hold them, one by one: for screens. */
export interface ValueMask {
  /** A value with a name: a header field, a cookie, a parameter. */
  named(place: NamePlace, name: string, value: string): string;
  /** A URL, a body, a message: whatever its first characters tell. */
  text(text: string, mimeType?: string): string;
}

export interface ValueMaskOptions {
  /** Told of each value that is masked, so that a screen can show one of them again when it is asked to. */
  readonly onMasked?: (shown: string, value: string) => void;
}

/**
 * Makes a mask. The same rules as in sanitizing decide, but a value that is secret only because it stands elsewhere under a
 * telling name is not known to be one: what leaves the machine is sanitized, never masked.
 */
export function createValueMask(key: Uint8Array, options: ValueMaskOptions = {}): ValueMask {
  const content = new ContentRewriter({
    pseudonymiser: createPseudonymiser(key),
    strictness: 'default',
    onSecret: ({ replacement, value }) => options.onMasked?.(replacement, value),
  });
  return {
    named: (place, name, value) => content.rewriteNamed(place, name, value),
    text: (text, mimeType = '') => content.rewriteText(text, mimeType),
  };
}
