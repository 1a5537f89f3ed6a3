/**
 * Watches the order in which the signs of a text come, and says whether it is that of JSON, or of several JSON texts in a row.
 * Spec: RFC 8259 §2; RFC 7464.
 */
export class JsonOrder {
  readonly #isObject: boolean[] = [];
  #next: 'value' | 'key' | 'colon' | 'end' = 'value';
  /** Nothing stands yet in the innermost container. */
  #isEmpty = false;
  #isKept = true;

  /** Whether everything so far stands where JSON has it. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** A name stands there, and nothing behind it. */
  get awaitsColon(): boolean {
    return this.#next === 'colon';
  }

  open(isObject: boolean): void {
    this.#expect(this.#takesValue());
    this.#isObject.push(isObject);
    this.#next = isObject ? 'key' : 'value';
    this.#isEmpty = true;
  }

  close(isObject: boolean): void {
    this.#expect(this.#isObject.pop() === isObject && (this.#isEmpty || this.#next === 'end'));
    this.#end();
  }

  comma(): void {
    const isObject = this.#isObject.at(-1);
    this.#expect(isObject !== undefined && this.#next === 'end');
    this.#next = isObject === true ? 'key' : 'value';
  }

  key(): void {
    this.#expect(this.#next === 'key');
    this.#next = 'colon';
    this.#isEmpty = false;
  }

  colon(): void {
    this.#expect(this.#next === 'colon');
    this.#next = 'value';
  }

  value(): void {
    this.#expect(this.#takesValue());
    this.#end();
  }

  /** Something that JSON does not have. */
  stranger(): void {
    this.#isKept = false;
  }

  #takesValue(): boolean {
    return this.#next === 'value' || (this.#next === 'end' && this.#isObject.length === 0);
  }

  #end(): void {
    this.#next = 'end';
    this.#isEmpty = false;
  }

  #expect(isRight: boolean): void {
    if (!isRight) this.#isKept = false;
  }
}
