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

  tell({ tenantId, attachment, id, step, state }: Intake): void {
    const event = { tenantId, caseRef: attachment.caseRef, intake: id, step, state };
    for (const listener of this.#listeners) listener(event);
  }

  /** Gives back how to stop. */
  listen(listener: (event: CaseEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
