import type { GroupRules } from '../group-rules.ts';
import { cacheDisabled } from './cache-disabled/rule.ts';
import { counterGap } from './counter-gap/rule.ts';
import { damaged } from './damaged/rule.ts';
import { noContent } from './no-content/rule.ts';
import { noError } from './no-error/rule.ts';
import { noIds } from './no-ids/rule.ts';
import { notPreserved } from './not-preserved/rule.ts';
import { outOfOrder } from './out-of-order/rule.ts';
import { overSanitized } from './over-sanitized/rule.ts';
import { producer } from './producer/rule.ts';
import { sanitized } from './sanitized/rule.ts';
import { startedLate } from './started-late/rule.ts';
import { tooOld } from './too-old/rule.ts';
import { truncated } from './truncated/rule.ts';
import { wrongPage } from './wrong-page/rule.ts';

export const captureRules: GroupRules<'capture'> = {
  'capture/no-content': noContent,
  'capture/truncated': truncated,
  'capture/damaged': damaged,
  'capture/not-preserved': notPreserved,
  'capture/started-late': startedLate,
  'capture/sanitized': sanitized,
  'capture/over-sanitized': overSanitized,
  'capture/cache-disabled': cacheDisabled,
  'capture/wrong-page': wrongPage,
  'capture/too-old': tooOld,
  'capture/no-error': noError,
  'capture/no-ids': noIds,
  'capture/out-of-order': outOfOrder,
  'capture/producer': producer,
  'capture/counter-gap': counterGap,
};
