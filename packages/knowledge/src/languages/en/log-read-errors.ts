import type { Words } from '../../words.ts';

export const logReadErrors: Words['logReadErrors'] = {
  'logs/format-wrong': {
    what: 'This file describes no log format.',
    next: 'Look at the place that is named; docs/log-formats.md shows what belongs there.',
  },
  'logs/format-unknown': {
    what: 'No log format has this name.',
    next: 'The list of formats shows the names there are.',
  },
  'logs/zone-unknown': {
    what: 'No time zone has this name.',
    next: 'Write UTC, an offset such as +02:00, or a name such as Europe/Paris.',
  },
  'logs/input-failed': {
    what: 'This path cannot be read.',
    next: 'Check that it exists and that you may read it.',
  },
};
