/**
 * Texts that are kept at once. What all rows share (methods, hosts, media types) is a few hundred; tracking ids are one for each
 * row, and whoever walks over them never looks back. A browser takes 200 bytes for each text that it decodes.
 */
const MOST_KEPT = 4096;

/** Decoded strings by their id, of which the latest are kept: who asks for one again soon finds it, and no table becomes a copy in text. */
export class KeptTexts {
  readonly #decode: (id: number) => string;
  #texts: (string | undefined)[] = [];
  #count = 0;

  constructor(decode: (id: number) => string) {
    this.#decode = decode;
  }

  get(id: number): string {
    const known = this.#texts[id];
    if (known !== undefined) return known;
    if (this.#count === MOST_KEPT) {
      this.#texts = [];
      this.#count = 0;
    }
    const text = this.#decode(id);
    this.#texts[id] = text;
    this.#count++;
    return text;
  }
}
