import type { GroupRules } from '../group-rules.ts';
import { damaged } from './damaged/rule.ts';
import { noContent } from './no-content/rule.ts';
import { truncated } from './truncated/rule.ts';

export const captureRules: GroupRules<'capture'> = {
  'capture/no-content': noContent,
  'capture/truncated': truncated,
  'capture/damaged': damaged,
};
