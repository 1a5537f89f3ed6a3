import type { Page } from '../../terminal/page.ts';
import type { EntryView } from './view.ts';

/** One tab of `show`: the same facts for a person and for a program. */
export interface ShowTab {
  /** Adds the lines of the tab. */
  print(view: EntryView, page: Page): Promise<void>;
  /** The value of `--json`. */
  json(view: EntryView): Promise<unknown>;
  /** What `-o` writes; only tabs that show a body have one. undefined: there is no body. */
  readonly bytes?: (view: EntryView) => Promise<Uint8Array | undefined>;
}
