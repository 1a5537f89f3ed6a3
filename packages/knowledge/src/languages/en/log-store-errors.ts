import type { Words } from '../../words.ts';

export const logStoreErrors: Words['logStoreErrors'] = {
  'logs/store-address': {
    what: 'This names no log store.',
    next: 'Write sqlite:<path>, or clickhouse://<host>:<port>/<database>.',
  },
  'logs/store-unreachable': {
    what: 'The log store cannot be reached.',
    next: 'Check that it runs, that its address is right and that its file may be read.',
  },
  'logs/store-refused': {
    what: 'The log store does not let this user in.',
    next: 'Check the user, the password and what the user may do.',
  },
  'logs/store-failed': {
    what: 'The log store answered with an error.',
    next: 'Its own log says more; try again when it is well.',
  },
  'logs/store-unwritable': {
    what: 'The log store cannot be written.',
    next: 'Check that its disk has room and that nobody else holds it, then import again: nothing is stored twice.',
  },
  'logs/store-foreign': {
    what: 'This file is no log store.',
    next: 'Give another path; a new file becomes a store by itself.',
  },
  'logs/store-newer': {
    what: 'A newer version of Harrier wrote this log store.',
    next: 'Update Harrier, or use another store.',
  },
  'logs/store-read-only': {
    what: 'This store is only searched; it takes no records in.',
    next: 'Import into a store of your own.',
  },
  'logs/sources-file': {
    what: 'The file of sources cannot be read.',
    next: 'Compare it with the example in docs/logs.md.',
  },
};
