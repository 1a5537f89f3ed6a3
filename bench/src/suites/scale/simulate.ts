/**
 * A clock that jumps from event to event, machines with a few cores, and processes of one thread each. Work is done in
 * slices: a process does one at a time, in the order in which they came, and a machine as many as it has cores.
 */
export class Simulation {
  nowMs = 0;
  #events: { readonly atMs: number; readonly order: number; readonly run: () => void }[] = [];
  #order = 0;

  after(ms: number, run: () => void): void {
    const event = { atMs: this.nowMs + ms, order: this.#order++, run };
    let [low, high] = [0, this.#events.length];
    // The soonest last, so that taking it costs nothing.
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#events[middle]!;
      if (other.atMs > event.atMs || (other.atMs === event.atMs && other.order > event.order))
        low = middle + 1;
      else high = middle;
    }
    this.#events.splice(low, 0, event);
  }

  async wait(ms: number): Promise<void> {
    await new Promise<void>((resolve) => this.after(ms, resolve));
  }

  /** Until nothing is left to happen, or `untilMs`. */
  async run(untilMs = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      const next = this.#events.at(-1);
      if (next === undefined || next.atMs > untilMs) return;
      this.#events.pop();
      this.nowMs = next.atMs;
      next.run();
      // What waited goes on before the clock does.
      for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
    }
  }
}

/** Promises that hang on one another between two events; the longest chain here has five. */
const TURNS = 12;

/** So long a thread works before another gets its turn. Longer ones make a long simulation quick, and coarse. */
const SLICE_MS = 20;

export class SimulatedMachine {
  readonly #simulation: Simulation;
  readonly #speed: number;
  #free: number;
  readonly #ready: (() => void)[] = [];
  busyMs = 0;

  /** `cores` whole ones, each as fast as `speed` of the one that costs were measured on. */
  constructor(simulation: Simulation, cores: number, speed = 1) {
    this.#simulation = simulation;
    this.#free = cores;
    this.#speed = speed;
  }

  /** A core for one slice. */
  async slice(ms: number): Promise<void> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#ready.push(resolve));
    else this.#free--;
    this.busyMs += ms;
    await this.#simulation.wait(ms / this.#speed);
    const next = this.#ready.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}

/** A process of one thread that decides: what it is given is done in slices, by turns. */
export class SimulatedProcess {
  readonly #machine: SimulatedMachine;
  readonly #waiting: (() => void)[] = [];
  readonly #sliceMs: number;
  readonly #helperShare: number;
  #isBusy = false;
  busyMs = 0;

  /** `helperShare`: what its other threads compute for each ms of this one, on other cores if there are any. */
  constructor(machine: SimulatedMachine, { sliceMs = SLICE_MS, helperShare = 0 } = {}) {
    this.#machine = machine;
    this.#sliceMs = sliceMs;
    this.#helperShare = helperShare;
  }

  async compute(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= this.#sliceMs) {
      if (this.#isBusy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      this.#isBusy = true;
      const slice = Math.min(left, this.#sliceMs);
      this.busyMs += slice;
      if (this.#helperShare > 0) void this.#machine.slice(slice * this.#helperShare);
      await this.#machine.slice(slice);
      const next = this.#waiting.shift();
      if (next === undefined) this.#isBusy = false;
      else next();
    }
  }
}
