/** Nothing has come for so long: whoever is watched has what it wanted, ms. */
const QUIET_MS = 100;
/** Of what is never quiet, nothing waits longer, ms. */
const MOST_WAIT_MS = 2000;
/** Characters that wait at most. */
const MOST_WAITING = 32 * 1024 * 1024;
/** So many are read in one go; answers and new targets are looked at in between. */
const SLICE = 256;

/**
 * Keeps texts unread until the browser is quiet: to read them takes processor time, which a page that loads needs itself. Their order
 * stays.
 */
export class LateEvents {
  readonly #read: (text: string) => void;
  #texts: string[] = [];
  #waiting = 0;
  #oldestMs = 0;
  #newestMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(read: (text: string) => void) {
    this.#read = read;
  }

  add(text: string): void {
    this.#newestMs = Date.now();
    if (this.#texts.length === 0) this.#oldestMs = this.#newestMs;
    this.#texts.push(text);
    this.#waiting += text.length;
    this.#timer ??= setTimeout(() => this.#look(), QUIET_MS);
  }

  /** Reads all of them now. */
  readAll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#readSome(this.#texts.length);
  }

  #look(): void {
    this.#timer = undefined;
    const nowMs = Date.now();
    const isTime =
      nowMs - this.#newestMs >= QUIET_MS ||
      nowMs - this.#oldestMs >= MOST_WAIT_MS ||
      this.#waiting > MOST_WAITING;
    if (isTime) this.#readSome(SLICE);
    if (this.#texts.length > 0) this.#timer = setTimeout(() => this.#look(), isTime ? 0 : QUIET_MS);
  }

  #readSome(count: number): void {
    const some = this.#texts.slice(0, count);
    this.#texts = this.#texts.slice(count);
    for (const text of some) {
      this.#waiting -= text.length;
      this.#read(text);
    }
  }
}
