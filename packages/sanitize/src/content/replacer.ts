import type { CredentialKind } from '../credential-kind.ts';
import type { NameVerdict } from '../names/verdict.ts';
import { isPseudonymous } from '../pseudonyms/is-pseudonymous.ts';
import type { SecretSpan } from '../secret-span.ts';
import type { ContentRules, MetSecret } from './content-rules.ts';
import type { Nesting } from './nesting.ts';
import { rewriteSamlMessage } from './saml.ts';
import { Watch } from './watch.ts';

/** Puts pseudonyms in the place of credentials, and tells of each. */
export class Replacer {
  readonly watch = new Watch();
  readonly #rules: ContentRules;
  readonly #nesting: Nesting;
  /** What is met while a value is rewritten that is to be remembered. */
  #collected: MetSecret[] | undefined;

  constructor(rules: ContentRules, nesting: Nesting) {
    this.#rules = rules;
    this.#nesting = nesting;
  }

  /** Does a piece of work, and gives what was met in it as well. */
  collect(work: () => string): { readonly rewritten: string; readonly met: readonly MetSecret[] } {
    const met: MetSecret[] = [];
    this.#collected = met;
    const rewritten = work();
    this.#collected = undefined;
    return { rewritten, met };
  }

  /** Tells once more what was met in an equal value. */
  tellAgain(met: readonly MetSecret[], isUnfolded: boolean): void {
    for (const secret of met) this.#rules.onSecret(secret);
    this.watch.add(isUnfolded, met.length > 0);
  }

  /** A number that is a credential: another number. */
  replaceNumber(text: string, { kind, rule, certainty }: NameVerdict): string {
    if (isPseudonymous(text) || this.#isKept(kind, text)) return text;
    const replacement = String(this.#rules.pseudonymiser.numericPseudonym(text));
    this.#met({ kind, rule, value: text, certainty }, replacement);
    return replacement;
  }

  /** What stands in place of a credential: the value itself where a policy keeps it. */
  replace(span: SecretSpan, value: string, certainty: 'certain' | 'suspect'): string {
    if (this.#isKept(span.kind, value)) return value;
    const replacement =
      (span.kind === 'saml' ? this.#samlMessage(value) : undefined) ??
      this.#rules.pseudonymiser.replace(span.kind, value);
    if (replacement !== value) this.#met({ ...span, value, certainty }, replacement);
    return replacement;
  }

  #isKept(kind: CredentialKind, value: string): boolean {
    const { isAllowed, keepsKind } = this.#rules;
    return isAllowed?.(value) === true || keepsKind?.(kind) === true;
  }

  /** A SAML message keeps what single sign-on is diagnosed with; `undefined` where a text is none. */
  #samlMessage(text: string): string | undefined {
    return rewriteSamlMessage(text, (value) => this.#rules.pseudonymiser.pseudonym('identity', value));
  }

  /** A text with its credentials replaced. */
  splice(text: string, spans: readonly SecretSpan[], certainty: 'certain' | 'suspect'): string {
    if (spans.length === 0) return text;
    let output = '';
    let at = 0;
    for (const span of spans) {
      output += text.slice(at, span.start) + this.replace(span, text.slice(span.start, span.end), certainty);
      at = span.end;
    }
    return output + text.slice(at);
  }

  /** Takes out what was found secret elsewhere. */
  sweep(text: string): string {
    const { learned } = this.#rules;
    if (learned === undefined) {
      this.watch.see(text);
      return text;
    }
    const spans = learned.find(text);
    if (spans.length === 0) return text;
    let output = '';
    let at = 0;
    for (const span of spans) {
      if (span.start < at) continue;
      const { kind, rule, value } = span;
      const replacement = this.#rules.pseudonymiser.replace(kind, value);
      this.#met({ kind, rule, value, certainty: 'certain' }, replacement);
      output += text.slice(at, span.start) + replacement;
      at = span.end;
    }
    return output + text.slice(at);
  }

  #met(
    secret: { kind: CredentialKind; rule: string; value: string; certainty: 'certain' | 'suspect' },
    replacement: string,
  ): void {
    const { kind, rule, value, certainty } = secret;
    const met = { kind, rule, value, certainty, replacement, inside: [...this.#nesting.steps] };
    this.#collected?.push(met);
    this.watch.add(false, true);
    this.#rules.onSecret(met);
  }
}
