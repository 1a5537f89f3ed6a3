import type { Words } from '../../words.ts';

export const errors: Words['errors'] = {
  'har/not-json': {
    what: 'This is no JSON, and no request could be read from it.',
    next: 'Export the capture again; a file that was edited or copied as text is often broken.',
  },
  'har/not-a-capture': {
    what: 'This file can be read, but it is no capture.',
    next: 'Give a HAR or a Fiddler SAZ, plain or in gzip or zip.',
  },
  'har/empty': { what: 'The file is empty.', next: 'Export or download the capture again.' },
  'har/password-needed': { what: 'The archive is protected by a password.', next: 'Give its password.' },
  'har/password-wrong': {
    what: 'The password does not open this archive.',
    next: 'Check the password; capitals count.',
  },
  'har/archive-damaged': {
    what: 'The archive is damaged.',
    next: 'Download or export it again.',
  },
  'har/archive-limit': {
    what: 'Unpacking would go beyond a limit that protects against hostile archives.',
    next: 'Unpack the archive yourself if you trust it, and open the capture in it.',
  },
  'har/too-large': {
    what: 'A part of the capture is too large to open whole.',
    next: 'Open its beginning only.',
  },
  'har/source-failed': {
    what: 'The bytes of the file could not be had.',
    next: 'Check that the file is still there and may be read.',
  },
  'har/cancelled': { what: 'Reading was stopped.', next: 'Start again when you like.' },
  'har/no-such-entry': {
    what: 'The capture has no request of this index.',
    next: 'Look at the table: indexes begin with 0.',
  },
};
