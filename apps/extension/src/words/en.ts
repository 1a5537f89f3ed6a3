import type { ExtensionWords } from './extension-words.ts';

export const en: ExtensionWords = {
  description:
    'Records a tab with everything the browser knows of its requests, and removes credentials before a file exists.',
  popup: {
    record: 'Record this tab',
    about: 'Then do what fails. Passwords, tokens and cookies are removed before there is a file.',
    bar: 'The browser will say that Harrier is debugging it. That is the recording.',
    recording: (host) => `Recording ${host}`,
    requests: (count) => (count === 1 ? '1 request' : `${count} requests`),
    stop: 'Stop and look',
    reproduce: 'Do what fails now, then stop.',
    otherTab: 'Another tab is being recorded. Stop that one first.',
    notThisPage:
      'The browser does not let extensions see this page. Open the page that fails, and try there.',
    refused: {
      'other-debugger': 'The developer tools or another extension hold this tab. Close them and try again.',
      'not-this-page':
        'The browser does not let extensions record this page. Open the page that fails, and try there.',
    },
    private: 'Nothing leaves this browser unless you send it.',
    allow:
      'Firefox will ask whether Harrier may see the pages you visit. It looks at the recorded tab alone.',
  },
  done: {
    title: (host) => `Recording of ${host}`,
    opening: 'Opening the recording …',
    looking: 'Looking for what failed …',
    next: 'Next',
    searchFor: 'Tracking id to search',
    copy: 'Copy',
    copied: 'Copied',
    gone: 'This recording is gone.',
    goneNext:
      'A recording lives in the memory of its page. Record again, and save the clean capture before you close or reload the page.',
    missing: 'What this recording cannot show',
    missingPart: {
      phases: 'How long name lookup, connecting and TLS took',
      initiators: 'Which script asked for a request',
      messages: 'Messages of WebSockets and event streams',
      reasons: 'The browser’s reasons for blocking something, and console errors',
      'other-tabs': 'Other tabs, and windows that the page opened',
      'cached-bodies': 'Bodies that came from a cache or a service worker',
      'bodies-over-limit': 'Bodies after the first 300 MB, and very large ones',
    },
  },
  send: {
    title: 'Send to a case',
    about: 'With the upload link that support gave you. The clean capture is sent, and nothing else.',
    label: 'Upload link',
    send: 'Send the clean capture',
    sending: 'Sending …',
    sent: (place, caseNumber) => `Sent to ${place}, case ${caseNumber}.`,
    notALink: 'This is no upload link. One looks like https://…/#upload=…',
    notAllowed: 'The browser was not allowed to reach that server, so nothing was sent.',
    gone: 'This link has ended. Ask for a new one.',
    failed: 'The server did not take the file. Save it instead, and attach it to the case.',
  },
};
