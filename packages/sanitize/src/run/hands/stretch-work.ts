import { HarTokens } from '../../har/har-tokens.ts';
import { LearnedSecrets } from '../../learned/learned-secrets.ts';
import { compilePolicy } from '../../policy/compile-policy.ts';
import { createPseudonymiser } from '../../pseudonyms/pseudonymiser.ts';
import { oneByteText } from '../one-byte-text.ts';
import type {
  HandSetup,
  KnownSecret,
  Learned,
  StretchJob,
  StretchRead,
  Verified,
  VerifyJob,
  WriteJob,
  Written,
} from './hand.ts';
import { createLearning, type LearnStretch } from './learn-stretch.ts';
import { createVerifying, type VerifyStretch } from './verify-stretch.ts';
import { createWriting, type WriteStretch } from './write-stretch.ts';

/** All that is done to stretches, whichever thread does it. A stretch needs nothing of those before it but its `start`. */
export class StretchWork {
  readonly #tokens = new HarTokens();
  readonly #rules;
  #learned = new LearnedSecrets();
  #learn: LearnStretch | undefined;
  #write: WriteStretch | undefined;
  #verify: VerifyStretch | undefined;

  constructor({ key, policy }: HandSetup) {
    const { strictness, jwt, rules } = compilePolicy(policy);
    this.#rules = { ...rules, strictness, pseudonymiser: createPseudonymiser(key, { jwt }) };
  }

  learn(job: StretchJob): Learned {
    this.#learn ??= createLearning(this.#rules);
    const text = this.#read(job);
    const opensLog = this.#tokens.logBrace !== undefined;
    return { ...this.#learn(this.#tokens, text, job.offset), opensLog, ...this.#readTo(false) };
  }

  know(secrets: readonly KnownSecret[]): void {
    this.#learned = LearnedSecrets.of(secrets);
    // What the last stage remembers is of no use to the next.
    this.#learn = undefined;
  }

  write(job: WriteJob): Written {
    this.#write ??= createWriting(this.#rules, this.#learned);
    const text = this.#read(job);
    return { ...this.#write(this.#tokens, text, job), ...this.#readTo(true) };
  }

  verify(job: VerifyJob): Verified {
    this.#write = undefined;
    this.#verify ??= createVerifying(this.#rules, this.#learned);
    const text = this.#read(job);
    const places = this.#verify(this.#tokens, text, job);
    return { places, ...this.#readTo(places.length > 0) };
  }

  #read({ bytes, start }: StretchJob): string {
    const text = oneByteText(bytes);
    this.#tokens.read(text, bytes, start);
    return text;
  }

  #readTo(tellsPlaces: boolean): StretchRead {
    return { end: this.#tokens.end, floor: this.#tokens.floor, tellsPlaces };
  }
}
