import { HarTokens } from '../../har/har-tokens.ts';
import type { Looker } from '../../har/walk/token-columns.ts';
import { LearnedSecrets } from '../../learned/learned-secrets.ts';
import { compilePolicy } from '../../policy/compile-policy.ts';
import { createPseudonymiser } from '../../pseudonyms/pseudonymiser.ts';
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
import { createLearning, type Learning } from './learn-stretch.ts';
import { createVerifying, type Verifying } from './verify-stretch.ts';
import { createWriting, type Writing } from './write-stretch.ts';

/** All that is done to stretches, whichever thread does it. A stretch needs nothing of those before it but its `start`. */
export class StretchWork {
  readonly #tokens = new HarTokens();
  readonly #rules;
  #learned = new LearnedSecrets();
  #learning: Learning | undefined;
  #writing: Writing | undefined;
  #verifying: Verifying | undefined;

  constructor({ key, policy }: HandSetup) {
    const { strictness, jwt, rules } = compilePolicy(policy);
    this.#rules = { ...rules, strictness, pseudonymiser: createPseudonymiser(key, { jwt }) };
  }

  learn(job: StretchJob): Learned {
    this.#learning ??= createLearning(this.#rules);
    this.#read(job, this.#learning.looker);
    const opensLog = this.#tokens.logBrace !== undefined;
    return { ...this.#learning.learn(this.#tokens, job.offset), opensLog, ...this.#readTo(false) };
  }

  know(secrets: readonly KnownSecret[]): void {
    this.#learned = LearnedSecrets.of(secrets);
    // What the last stage remembers is of no use to the next.
    this.#learning = undefined;
  }

  write(job: WriteJob): Written {
    this.#writing ??= createWriting(this.#rules, this.#learned);
    this.#read(job, this.#writing.looker);
    return { ...this.#writing.write(this.#tokens, job), ...this.#readTo(true) };
  }

  verify(job: VerifyJob): Verified {
    this.#writing = undefined;
    this.#verifying ??= createVerifying(this.#rules, this.#learned);
    this.#read(job, this.#verifying.looker);
    const places = this.#verifying.verify(this.#tokens, job);
    return { places, ...this.#readTo(places.length > 0) };
  }

  #read({ bytes, start }: StretchJob, looker: Looker): void {
    this.#tokens.read(bytes, start, looker);
  }

  #readTo(tellsPlaces: boolean): StretchRead {
    return { end: this.#tokens.endState, floor: this.#tokens.floor, tellsPlaces };
  }
}
