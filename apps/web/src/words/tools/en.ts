import type { ToolWords } from './tool-words.ts';

export const tools: ToolWords = {
  pages: {
    label: 'Pages',
    names: {
      workbench: 'Workbench',
      logs: 'Logs',
      cases: 'Cases',
      sanitize: 'Sanitize',
      compare: 'Compare',
      escalate: 'Escalate',
      knowledge: 'Knowledge',
    },
  },
  sanitize: {
    button: 'Sanitize',
    title: 'Remove credentials',
    stays: 'Everything happens in this page. Nothing is sent anywhere.',
    sent: (count) => `This page has sent ${count} ${count === 1 ? 'request' : 'requests'}`,
    sentMeaning: 'Counted by the browser; files that the page itself is made of are left out.',
    preset: 'What goes',
    presets: { default: 'Credentials', strict: 'Strict: every cookie, every token whole', webex: 'Webex' },
    stripTokens: 'Web tokens go whole',
    personal: {
      email: 'E-mail addresses',
      phone: 'Phone numbers',
      ipAddress: 'IP addresses',
      names: 'Names of people',
    },
    stages: { learn: 'Looking for credentials …', write: 'Writing …', verify: 'Checking the result …' },
    refused: 'This capture cannot be made clean. Nothing was written.',
    refusals: {
      'sanitize/damaged-input':
        'The file is damaged, and what cannot be read cannot be made clean. Save what is whole with “harrier convert”, and open that file.',
      'sanitize/survivor':
        'The check of the result still found a credential. This is a fault of Harrier: please report it, without the file.',
      'sanitize/worker-ended':
        'The browser ended the work, mostly for lack of memory. Close other tabs and try again.',
    },
    removed: (credentials, places) =>
      `${credentials} ${credentials === '1' ? 'credential' : 'credentials'} removed from ${places} ${places === '1' ? 'place' : 'places'}.`,
    checked: 'The result was read again by the same rules: nothing was left.',
    dropped: (bodies) =>
      bodies === 1
        ? '1 body that nobody can read was taken out whole.'
        : `${bodies} bodies that nobody can read were taken out whole.`,
    keeps: (kinds) => `These kinds stay in the clean file, because you want it so: ${kinds}`,
    nothingFound: 'No credentials were found.',
    remove: 'Remove',
    removeKind: (kind) => `Remove ${kind}`,
    kind: 'Kind',
    everyKind: 'Every kind',
    credentials: 'Credentials',
    places: 'Places',
    hosts: 'Hosts (places)',
    until: 'Valid until (UTC)',
    revoke: 'How to make it worthless',
    redactions: 'Place by place',
    searchPlaces: 'Search places',
    before: 'Before:',
    after: 'After:',
    characters: (count) => `(${count} characters)`,
    save: 'Save the clean capture',
    saveReport: 'Save the report',
    needsCapture: 'Open a capture first: drop it anywhere on this page.',
  },
  compare: {
    button: 'Compare',
    title: 'Compare two captures',
    needsTwo:
      'Open two captures: of a person for whom it works and of one for whom it fails, or from before and after a change.',
    first: 'First capture',
    second: 'Second capture',
    swap: 'Swap them',
    comparing: 'Comparing …',
    failed: 'These captures could not be compared. Close them, open them again, and try once more.',
    same: 'No difference that tells anything was found.',
    counts: (paired, onlyA, a, onlyB, b) =>
      `${paired} requests are in both, ${onlyA} only in ${a}, ${onlyB} only in ${b}.`,
    leftClosed: (pairs) => `Of ${pairs} pairs only status and time were compared.`,
    differences: 'Differences, the most telling first',
    kinds: {
      access: 'permission',
      status: 'status',
      member: 'JSON',
      header: 'header',
      presence: 'missing',
      count: 'count',
      time: 'time',
    },
    sides: 'Side by side',
    showSame: 'Show what is the same',
    parts: {
      general: 'General',
      query: 'Query',
      requestHeaders: 'Request headers',
      requestBody: 'Request body',
      responseHeaders: 'Response headers',
      responseBody: 'Response body',
    },
    name: 'Name',
    notThere: 'not there',
  },
};
