/** One piece of log that a machine wrote at a moment. */
interface QueuedEvent {
  readonly atMs: number;
  /** Of two events of one moment, the one that was written first comes first. */
  readonly order: number;
  readonly machine: string;
  readonly text: string;
}

/** Sorts what requests wrote that ran one after another here, but overlap in the time that they play in. */
export interface EventQueue {
  /** Events that nobody has taken yet. */
  readonly size: number;
  add(atMs: number, machine: string, text: string): void;
  /** Hands over every event up to a moment, in the order of time. */
  drain(untilMs: number, take: (machine: string, text: string) => void): void;
}

export function openEventQueue(): EventQueue {
  // A binary heap; the earliest event is the first.
  const heap: QueuedEvent[] = [];
  let order = 0;
  const before = (a: QueuedEvent, b: QueuedEvent) =>
    a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
  const pop = (): QueuedEvent => {
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  };
  return {
    get size() {
      return heap.length;
    },
    add(atMs, machine, text) {
      const event = { atMs, order: order++, machine, text };
      let at = heap.length;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(event, heap[parent]!)) break;
        heap[at] = heap[parent]!;
        at = parent;
      }
      heap[at] = event;
    },
    drain(untilMs, take) {
      while (heap.length > 0 && heap[0]!.atMs <= untilMs) {
        const { machine, text } = pop();
        take(machine, text);
      }
    },
  };
}
