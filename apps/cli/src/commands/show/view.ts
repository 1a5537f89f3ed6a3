import type { TableRow } from '@harrier/analyze';
import type { Capture, Entry } from '@harrier/har';
import type { Mask } from '../../masking/mask.ts';
import type { AllWords } from '../../words/for-language.ts';

/** One entry, as the tabs of `show` see it. */
export interface EntryView {
  readonly capture: Capture;
  readonly entry: Entry;
  /** The entry's line in the table: tracking id, error, organisation. */
  readonly row: TableRow;
  readonly mask: Mask;
  readonly words: AllWords;
}
