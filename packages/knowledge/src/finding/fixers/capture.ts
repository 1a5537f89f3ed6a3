import type { GroupFixers } from './fixer.ts';

export const captureFixers: GroupFixers<'capture'> = {
  'capture/no-content': 'recorder',
  'capture/truncated': 'recorder',
  'capture/damaged': 'recorder',
};
