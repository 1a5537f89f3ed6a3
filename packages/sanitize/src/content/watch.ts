import { MIN_NEEDLE_LENGTH } from '../learned/gram-index.ts';

/**
 * Follows which texts are looked at in a value. Those that stand in it as they are hold no learned value that the value
 * itself does not hold; those that came out of an encoding can.
 */
export class Watch {
  /** A text was looked at that does not stand in the value as it is. */
  isUnfolded = false;
  hasMet = false;
  #value = '';
  /** Where the last text was found; texts come nearly in their order. */
  #at = 0;

  begin(value: string): void {
    this.#value = value;
    this.#at = 0;
    this.isUnfolded = false;
    this.hasMet = false;
  }

  /** Takes in what was seen at another time of an equal value. */
  add(isUnfolded: boolean, hasMet: boolean): void {
    this.isUnfolded ||= isUnfolded;
    this.hasMet ||= hasMet;
  }

  /** A text in which learned values are looked for. */
  see(text: string): void {
    if (this.isUnfolded || text === this.#value || text.length < MIN_NEEDLE_LENGTH) return;
    // A text that holds the last one begins before it.
    let at = this.#value.indexOf(text, Math.max(0, this.#at - text.length));
    if (at < 0) at = this.#value.indexOf(text);
    if (at < 0) this.isUnfolded = true;
    else this.#at = at;
  }
}
