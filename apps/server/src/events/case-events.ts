import type { Intake } from '@harrier/cases';

/** Something happened to an intake of a case. */
export interface CaseEvent {
  readonly tenantId: string;
  readonly caseRef: string;
  readonly intake: string;
  readonly step: string;
  readonly state: string;
}

/**
 * Tells those who look at a case what happens to it in this process. What happens in another one is seen at the next look:
 * events are a convenience, the database is the truth.
 */
export class CaseEvents {
  readonly #listeners = new Set<(event: CaseEvent) => void>();
  readonly #ends = new Set<() => void>();

  tell({ tenantId, attachment, id, step, state }: Intake): void {
    const event = { tenantId, caseRef: attachment.caseRef, intake: id, step, state };
    for (const listener of this.#listeners) listener(event);
  }

  /** Gives back how to stop. `onEnd`: the process goes down and tells no more. */
  listen(listener: (event: CaseEvent) => void, onEnd: () => void): () => void {
    this.#listeners.add(listener);
    this.#ends.add(onEnd);
    return () => {
      this.#listeners.delete(listener);
      this.#ends.delete(onEnd);
    };
  }

  end(): void {
    for (const end of this.#ends) end();
  }
}
