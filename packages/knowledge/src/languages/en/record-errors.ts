import type { Words } from '../../words.ts';

export const recordErrors: Words['recordErrors'] = {
  'record/no-browser': {
    what: 'No browser was found that can be recorded.',
    next: 'Install Google Chrome, Microsoft Edge or Chromium, or name the program with --browser. For Firefox there is the extension.',
  },
  'record/browser-failed': {
    what: 'The browser did not start, or ended before it could be recorded.',
    next: 'Start it by itself and see what it says. In a container it may need HARRIER_BROWSER_FLAGS=--no-sandbox.',
  },
  'record/no-display': {
    what: 'There is no screen on which the browser could show a window.',
    next: 'Run the command in a desktop session, or record without a window: --headless --seconds 30.',
  },
  'record/not-reachable': {
    what: 'No browser answers there.',
    next: 'Start it with --remote-debugging-port=9222 and a profile folder of its own (--user-data-dir), and give that port.',
  },
  'record/not-local': {
    what: 'A recording attaches to browsers of this machine alone: whatever lies between would read every credential.',
    next: 'Bring the port to this machine first, for example with ssh -L, and give the local port.',
  },
  'record/keeper-ended': {
    what: 'The process that keeps the recording ended before it had written it.',
    next: 'Close other programs, so that there is more memory, and record again in shorter pieces.',
  },
};
