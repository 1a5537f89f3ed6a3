import type { EntryIndex } from '@harrier/har';
import type { Redaction, Sanitized } from '../run/sanitize-capture.ts';
import { cookieLives } from './cookie-life.ts';
import { ExposureInventory } from './exposure.ts';
import { RedactionCounts, type SanitizeReport } from './sanitize-report.ts';

/** What a report says of redactions besides the list of them, gathered while a capture is sanitized. */
export class RedactionSummary {
  readonly #index: Pick<EntryIndex, 'columns' | 'strings'>;
  readonly #inventory = new ExposureInventory();
  readonly #counts = new RedactionCounts();

  constructor(index: Pick<EntryIndex, 'columns' | 'strings'>) {
    this.#index = index;
  }

  /** Takes the value of each Set-Cookie field, for how long its cookies can be used. */
  readonly setCookie = (field: string, entry: number | undefined): void => {
    const received = entry === undefined ? Number.NaN : (this.#index.columns.startEpochMs[entry] as number);
    for (const { value, until } of cookieLives(field, received)) this.#inventory.cookieLives(value, until);
  };

  readonly add = (redaction: Redaction, value: string): void => {
    this.#inventory.add(redaction, value, this.hostOf(redaction));
    this.#counts.add(redaction);
  };

  /** Of the request that holds it; empty outside entries. */
  hostOf({ entry }: Redaction): string {
    const { columns, strings } = this.#index;
    return entry === undefined ? '' : strings.get(columns.host[entry] as number);
  }

  /** The part of a report that tells of them. */
  of({
    secrets,
    unswept,
    droppedBodies,
  }: Pick<Sanitized, 'secrets' | 'unswept' | 'droppedBodies'>): Pick<
    SanitizeReport,
    'counts' | 'unswept' | 'droppedBodies' | 'exposures'
  > {
    return {
      counts: this.#counts.counts(secrets),
      unswept,
      droppedBodies,
      exposures: this.#inventory.list(),
    };
  }
}
