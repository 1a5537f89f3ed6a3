import { oldestDueMs, type Store } from '@harrier/cases';

/** Counts of this process, and what the database holds, as Prometheus reads them (text format 0.0.4). */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #seconds = new Map<string, number>();

  /** `route` is the pattern, never the path: ids would make a line for each case. */
  countRequest(method: string, route: string, status: number, durationMs: number): void {
    const labels = `method="${method}",route="${route}",status="${Math.floor(status / 100)}xx"`;
    this.#requests.set(labels, (this.#requests.get(labels) ?? 0) + 1);
    this.#seconds.set(labels, (this.#seconds.get(labels) ?? 0) + durationMs / 1000);
  }

  async text(store: Store, nowMs: number): Promise<string> {
    const states = await store.db
      .selectFrom('intakes')
      .select(['state', (read) => read.fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute();
    const oldestMs = await oldestDueMs(store.db, 'intake');
    const alarms = await store.db
      .selectFrom('readAlarms')
      .select((read) => read.fn.countAll<number>().as('count'))
      .where('seenMs', 'is', null)
      .executeTakeFirst();
    const waitedMs = Math.max(0, nowMs - (oldestMs ?? nowMs));
    return [
      '# HELP harrier_requests_total Answered requests.',
      '# TYPE harrier_requests_total counter',
      ...[...this.#requests].map(([labels, count]) => `harrier_requests_total{${labels}} ${count}`),
      '# HELP harrier_request_seconds_total Time spent on them.',
      '# TYPE harrier_request_seconds_total counter',
      ...[...this.#seconds].map(
        ([labels, seconds]) => `harrier_request_seconds_total{${labels}} ${seconds.toFixed(6)}`,
      ),
      '# HELP harrier_intakes Intakes by state; stuck and original-present ask for a person.',
      '# TYPE harrier_intakes gauge',
      ...states.map(({ state, count }) => `harrier_intakes{state="${state}"} ${count}`),
      '# HELP harrier_oldest_job_seconds How long the intake that is due for longest has waited.',
      '# TYPE harrier_oldest_job_seconds gauge',
      `harrier_oldest_job_seconds ${(waitedMs / 1000).toFixed(3)}`,
      '# HELP harrier_read_alarms Accounts that read many files in a short time, and nobody has looked into it yet.',
      '# TYPE harrier_read_alarms gauge',
      `harrier_read_alarms ${alarms?.count ?? 0}`,
      '# HELP process_resident_memory_bytes Memory of this process.',
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      '',
    ].join('\n');
  }
}
