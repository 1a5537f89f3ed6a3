import type { GroupFixers } from './fixer.ts';

export const captureFixers: GroupFixers<'capture'> = {
  'capture/no-content': 'recorder',
  'capture/truncated': 'recorder',
  'capture/damaged': 'recorder',
  'capture/not-preserved': 'recorder',
  'capture/started-late': 'recorder',
  'capture/sanitized': 'nobody',
  'capture/over-sanitized': 'recorder',
  'capture/cache-disabled': 'recorder',
  'capture/wrong-page': 'recorder',
  'capture/too-old': 'recorder',
  'capture/no-error': 'recorder',
  'capture/no-ids': 'service-team',
  'capture/out-of-order': 'nobody',
  'capture/producer': 'recorder',
  'capture/counter-gap': 'recorder',
};
