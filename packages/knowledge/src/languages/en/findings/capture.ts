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
  'capture/not-preserved': {
    verdict: (f) =>
      `The capture begins with a page that another page of ${f.host} led to; what happened before is missing.`,
    explanation: () =>
      'Without “Preserve log” the browser forgets all requests at each navigation. Nothing failed in what is left. A reloaded page looks the same.',
    nextStep: () => 'If the trouble was before this page, record again with “Preserve log” switched on.',
  },
  'capture/started-late': {
    verdict: (f) =>
      `The recording began after the page had loaded: there are ${f.requests} requests of it, but not the page itself.`,
    explanation: () => 'Sign-in, the page’s own files and its first requests are missing.',
    nextStep: () =>
      'If the trouble is not in it, open the developer tools first, then load the page and repeat the steps.',
  },
  'capture/sanitized': {
    verdict: (f) =>
      ({
        harrier: 'The credentials were taken out by Harrier and replaced by pseudonyms.',
        devtools: 'The capture was exported without cookies and Authorization, as Chrome does by default.',
        other: 'Credentials in the capture are masked.',
      })[f.by],
    explanation: () =>
      'Whether a request was sent with valid credentials cannot be told; checks on that are reported as not observable.',
    nextStep: () =>
      'This is as it should be. Only where signing in itself is the trouble, ask for the error text of the sign-in as well.',
  },
  'capture/over-sanitized': {
    verdict: (f) =>
      f.maskedIds > 0
        ? `Tracking ids were taken out of ${f.maskedIds === 1 ? 'one request' : `${f.maskedIds} requests`}, so logs cannot be searched for them.`
        : `So much was taken out that little can be told: ${f.masked} of ${f.values} texts in the answers are masks.`,
    explanation: () =>
      'Error texts, names of features and ids are what a diagnosis needs; none of them is a credential.',
    nextStep: () =>
      'Ask for a capture sanitized by “harrier sanitize”, which takes out credentials and keeps ids and errors.',
  },
  'capture/cache-disabled': {
    verdict: (f) =>
      `The capture was recorded with the browser’s cache switched off: all ${f.requests} requests that were looked at ask for a fresh copy.`,
    explanation: () => 'Pages load slower than they do for the user, and nothing can be said about caching.',
    nextStep: () => 'If loading time is the trouble, record again with “Disable cache” switched off.',
  },
  'capture/wrong-page': {
    verdict: (f) => `The capture does not contain ${f.wanted}; it is about ${f.hosts}.`,
    explanation: () => 'Another page, tab or system was recorded than the case is about.',
    nextStep: (f) => `Ask for a capture of ${f.wanted} while the trouble occurs.`,
  },
  'capture/too-old': {
    verdict: (f) => `The capture is from ${f.recordedAt}, ${f.days} days before the case.`,
    explanation: () => 'Logs of that time are probably gone, and it may show another trouble.',
    nextStep: () => 'Ask for a new capture, and check the clock of the computer that made this one.',
  },
  'capture/no-error': {
    verdict: (f) => `None of the ${f.requests} requests failed or was slow.`,
    explanation: () =>
      'If something is wrong, it shows on the screen, in the data or in the browser’s console, which a capture does not hold.',
    nextStep: () =>
      'Ask for a screenshot and the console’s messages, and compare with the capture of a user for whom it works.',
  },
  'capture/no-ids': {
    verdict: (f) => `None of the ${f.requests} API requests carries a tracking id.`,
    explanation: () => 'Without an id, log entries cannot be found exactly.',
    nextStep: () => 'Search the logs by time, host and path.',
  },
  'capture/out-of-order': {
    verdict: (f) => {
      const moved = f.moved === 1 ? 'One request stands' : `${f.moved} requests stand`;
      const negative = f.negative === 1 ? 'one request has' : `${f.negative} requests have`;
      if (f.moved === 0) return `In this capture ${negative} a negative duration.`;
      return `${moved} behind later ones in the file${f.negative === 0 ? '' : `, and ${negative} a negative duration`}.`;
    },
    explanation: () =>
      'The file was merged, edited or written by a tool. The order of the requests here is that of their start.',
    nextStep: () => 'Nothing has to be done; other viewers may show another order.',
  },
  'capture/producer': {
    verdict: (f) => {
      const name = f.version === undefined ? f.producer : `${f.producer} ${f.version}`;
      const lacks = [
        f.networkErrors ? '' : 'why connections broke',
        f.timings ? '' : 'how long the phases took',
      ].filter(Boolean);
      return `${name} wrote this capture, and does not write ${lacks.join(' or ')}.`;
    },
    explanation: () => 'Checks that need this guess from less, or are silent.',
    nextStep: () => 'If the cause stays unclear, record the same steps with Chrome or Edge.',
  },
  'capture/counter-gap': {
    verdict: (f) =>
      `The session ${f.session} skips ${f.missing === 1 ? 'number' : 'numbers'} ${f.numbers}${f.missing > 5 ? ' …' : ''} between ${f.first} and ${f.last}: there were requests that the capture does not hold.`,
    explanation: () =>
      'The capture was filtered, begun late or saved early, or another tab of the same session sent them.',
    nextStep: (f) => `Search the logs for ${f.session}: they know the missing requests as well.`,
  },
};
