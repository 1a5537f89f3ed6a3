import { create } from 'zustand';

/**
 * Which page of the knowledge base is shown, and which were before it. A topic is a page's (`header/set-cookie`), a group's
 * (`status`), or a part of a page (`tracking#0`, the first item of its first list).
 */
interface ShownTopic {
  /** undefined: the list of topics. */
  readonly topic: string | undefined;
  readonly trail: readonly (string | undefined)[];
  open(topic: string | undefined): void;
  back(): void;
}

/** Nobody goes back further. */
const MAX_TRAIL = 50;

export const useShownTopic = create<ShownTopic>((set) => ({
  topic: undefined,
  trail: [],
  open: (next) =>
    set(({ topic, trail }) =>
      next === topic ? {} : { topic: next, trail: [...trail, topic].slice(-MAX_TRAIL) },
    ),
  back: () => set(({ trail }) => ({ topic: trail.at(-1), trail: trail.slice(0, -1) })),
}));
