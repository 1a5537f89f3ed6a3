/** What was made last of something: whoever asks for another one lets it go. */
export class Latest<Made> {
  #of: object | undefined;
  #made: Made | undefined;

  /** What `make` makes of `one`; made again where another one was asked for meanwhile. */
  of(one: object, make: () => Made): Made {
    if (this.#of !== one) {
      this.#made = make();
      this.#of = one;
    }
    return this.#made as Made;
  }
}
