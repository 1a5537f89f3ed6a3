import type { HarTokens } from './har-tokens.ts';
import { TokenKind, Verdict } from './walk/token-columns.ts';

/** Characters of all outcomes together; a capture has some hundred different values with credentials in them. */
const MOST_CHARACTERS = 1 << 20;

/** What became of values, to be met again: an equal value in a place of the same sense is not looked at a second time. */
export class KeptVerdicts<Outcome> {
  #outcomes: Outcome[] = [];
  #characters = 0;
  /** The number of the first outcome; those in front of it are forgotten. */
  #first = Verdict.still + 1;

  /** What is known of a token: that it is still, or what became of its like. */
  of(tokens: HarTokens, token: number): 'still' | Outcome | undefined {
    // Whether a long number holds something that was learned is seen by looking at it.
    if (tokens.kindOf(token) !== TokenKind.string) return undefined;
    const verdict = tokens.known.judge(token);
    return verdict === Verdict.still ? 'still' : this.#outcomes[verdict - this.#first];
  }

  keepStill(tokens: HarTokens, token: number): void {
    tokens.known.keep(token, Verdict.still);
  }

  /** `characters`: how much memory the outcome takes, about. */
  keep(tokens: HarTokens, token: number, outcome: Outcome, characters: number): void {
    if (characters > MOST_CHARACTERS >> 4) return;
    if (this.#characters + characters > MOST_CHARACTERS) {
      tokens.known.forgetValues();
      this.#first += this.#outcomes.length;
      this.#outcomes = [];
      this.#characters = 0;
    }
    if (!tokens.known.keep(token, this.#first + this.#outcomes.length)) return;
    this.#characters += characters;
    this.#outcomes.push(outcome);
  }
}
