import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) =>
      `The capture lacks the content of ${f.withoutContent} of ${f.textResponses} text responses.`,
    explanation: () =>
      'It was saved without content. Error texts, failures inside a 200 and permissions cannot be seen in it.',
    nextStep: () =>
      'Record again and save with content (Chrome: “Export HAR (with sensitive data)”, or “Save all as HAR with content”).',
  },
  'capture/truncated': {
    verdict: (f) =>
      f.entries < 2
        ? `The file is cut off; ${f.entries === 0 ? 'no' : 'one'} whole request was read before the cut.`
        : `The file is cut off; the ${f.entries} whole requests before the cut were read.`,
    explanation: () => 'The file ends before its end. What happened after the cut cannot be known.',
    nextStep: () => 'Ask for the file again: an upload that broke or a full disk leaves files like this.',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `, first in line ${f.line}`;
      const where = f.damages === 1 ? 'in one place' : `in ${f.damages} places`;
      return `The file is broken ${where}${line}; everything around it was read.`;
    },
    explanation: (f) => {
      if (f.damagedEntries === 0) return 'No request was lost to it.';
      return f.damagedEntries === 1
        ? 'One request could only be read leniently and may lack something.'
        : `${f.damagedEntries} requests could only be read leniently and may lack something.`;
    },
    nextStep: () => 'Ask for the original: a file that was edited by hand is often broken like this.',
  },
};
