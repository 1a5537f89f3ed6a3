import { countText } from '../../format/quantity.ts';
import type { RecordWords } from './record-words.ts';

const requests = (count: number) => (count === 1 ? '1 request' : `${countText(count)} requests`);

export const enRecord: RecordWords = {
  usage: {
    'not-an-address': ({ given }) => `${given} is no address of a page: it begins with https:// or http://.`,
  },
  command: {
    record: {
      summary: 'record a browser, without credentials, and say what failed',
      about:
        'Opens a private window of Chrome, Edge or Chromium at <url> and records all its tabs, frames and workers until the window is closed, --seconds are over or Ctrl-C. Credentials are taken out before anything is written. --attach records a browser that runs with remote debugging: give its port or ws:// address; the URL may then be left out.',
    },
  },
  option: {
    seconds: 'end the recording after so many seconds',
    browser: 'the browser to start: its name or path',
    headless: 'without a window, for scripts',
    screenshots: 'a picture of the page at each failure; pictures are not sanitized',
    'original-to': 'also keep the original, sealed for this OpenPGP public key; may be given several times',
    raw: 'with-credentials: write everything as it was, secrets included',
  },
  told: {
    recording: (browser) =>
      `Recording ${browser}. Reproduce the fault, then close the window or press Ctrl-C.`,
    count: (count) => `recording: ${requests(count)}`,
    ended: {
      person: 'Recording stopped.',
      time: 'Recording stopped: the time is over.',
      'window-closed': 'Recording stopped: the window was closed.',
      'browser-gone': 'The browser ended by itself; what was recorded until then is kept.',
      'no-room': 'The temporary folder is full; what was recorded until then is kept.',
      crash: 'The recorder ended early; what was recorded until then is kept.',
    },
    nothing: 'No request was made.',
    rawWarning:
      'Warning: the file will hold every credential that passes. Whoever has it can use them. Do not share it.',
    original: (file, keys) =>
      `The original is sealed in ${file}; ${keys === 1 ? '1 key opens it' : `${countText(keys)} keys open it`}.`,
    pictures: (count, folder) =>
      `${count === 1 ? '1 picture' : `${countText(count)} pictures`} in ${folder}. Pictures are not sanitized: look at them before you share them.`,
  },
};
