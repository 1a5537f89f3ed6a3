/**
 * The bodies that were cleared while secrets were learned, by their offsets in the file. When the same bytes are read
 * again, they need only be searched for what was learned meanwhile. Eight bytes each.
 */
export class ClearedBodies {
  #offsets = new Float64Array(1024);
  #count = 0;
  #next = 0;

  /** Offsets grow from call to call. */
  add(offset: number): void {
    if (this.#count === this.#offsets.length) {
      const larger = new Float64Array(this.#count * 2);
      larger.set(this.#offsets);
      this.#offsets = larger;
    }
    this.#offsets[this.#count++] = offset;
  }

  /** Whether the body at an offset was cleared; asked in the order of the file. */
  has(offset: number): boolean {
    while (this.#next < this.#count && (this.#offsets[this.#next] as number) < offset) this.#next++;
    return this.#next < this.#count && this.#offsets[this.#next] === offset;
  }
}
