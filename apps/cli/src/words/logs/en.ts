import { countText } from '../../format/quantity.ts';
import type { LogsWords } from './logs-words.ts';

const records = (count: number) => (count === 1 ? '1 record' : `${countText(count)} records`);
const files = (count: number) => (count === 1 ? '1 file' : `${countText(count)} files`);

export const enLogs: LogsWords = {
  usage: {
    'not-an-id': ({ given }) =>
      `${given} holds no tracking id: give one, its UUID, or the first eight digits of it.`,
    'not-a-moment': ({ option, given }) => `${option}: ${given} is no time; write 2026-01-12T06:00:00Z.`,
    'not-a-field': ({ given }) => `--field: ${given} is no name=value.`,
    'not-a-number': ({ option, given }) => `${option}: ${given} is no number.`,
    'unknown-format': ({ given, meant }) =>
      `There is no log format ${given}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    'not-a-zone': ({ given }) => `--zone: ${given} is no time zone; write UTC, +02:00 or Europe/Berlin.`,
    'no-words': () => 'There is no word to search for: letters or digits are needed.',
    'no-source': () =>
      'Nothing says which source the request belongs to: give --host or --source, or use --scope global.',
  },
  command: {
    'logs import': {
      summary: 'logs into the store, each record once',
      about:
        'Takes files, folders, archives and standard input. Credentials are blanked on the way in. An import that was broken off goes on where it stopped when it is run again.',
    },
    'logs search': {
      summary: 'what all services logged about a tracking id',
      about:
        'Takes an id in any spelling, a bare UUID, its first eight digits, or a pasted line that holds one. The records come in time order.',
    },
    'logs grep': {
      summary: 'records that hold all the words',
      about: 'Words stand for themselves in any case; record* finds what begins so.',
    },
    'logs sources': {
      summary: 'what is stored, by source and region',
      about: 'Lists the store and the sources that the file of sources names.',
    },
    'logs follow': {
      summary: 'logs into the store as they grow',
      about: 'Reads what is there, then what is added, through rotation and truncation. Ctrl-C ends it.',
    },
  },
  option: {
    store: 'sqlite:<path> or clickhouse://<host>:<port>/<database>; by default a file of your own',
    source: 'name of the source: where an import goes, or what is searched (several with commas)',
    sources: 'file that describes sources: hosts, regions, stores of others',
    region: 'region of the records',
    scope: 'source (the one the request belongs to) or global (all of them)',
    host: 'host of the request, to find its source',
    level: 'call, request (default) or session',
    since: 'only from this time on, e.g. 2026-01-12T06:00:00Z',
    until: 'only before this time',
    around: 'only five minutes before and after this time',
    service: 'only this service (several with commas)',
    severity: 'only this severe or more: trace, debug, info, warn, error or fatal',
    field: 'only where this named value of a record is exactly that, e.g. thread=exec-3; may be repeated',
    status: 'only this HTTP status, or a range: 500-599',
    limit: 'at most so many records, from the earliest',
    as: 'text, jsonl or otlp; of trace: mermaid, svg, otlp or jaeger',
    explain: 'only say how each line is read, and store nothing',
    zone: 'time zone of times without one, e.g. Europe/Berlin',
    'keep-credentials': 'store credentials as they stand',
  },
  told: {
    imported: (read, added, count) =>
      `${records(read)} read from ${files(count)}, ${countText(added)} of them new.`,
    stopped: (added) => `Stopped; ${records(added)} stored. Run it again to go on.`,
    following: (count) => `Following ${files(count)}. Ctrl-C ends.`,
    none: 'Nothing was found.',
    found: (count) => `${records(count)}.`,
    partial: (name, reason) => `The answer is not whole: ${name} ${reason}.`,
    reason: {
      unreachable: 'cannot be reached',
      slow: 'did not answer in time',
      refused: 'refused',
      failed: 'answered with an error',
    },
    nameless: 'a part of the store',
    otherIds: (ids) => `Also in what you gave: ${ids}.`,
    note: {
      cut: (name) => `${name} is damaged or ends early; what came before was read.`,
      packed: (name) => `${name} is packed in a way that is not read here.`,
      binary: (name) => `${name} is no log.`,
      limit: (name) => `${name} goes beyond a limit for unpacking; the rest was left out.`,
      link: (name) => `${name} is a link and was passed over.`,
      unreadable: (name) => `${name} cannot be read.`,
      'line-cut': (name) => `${name} has lines longer than the limit; they come in pieces.`,
      'record-cut': (name) => `${name} has records longer than the limit; they come in pieces.`,
      rotated: (name) => `${name} was rotated; the new file is read.`,
      truncated: (name) => `${name} was truncated; it is read from its beginning.`,
    },
    formatNote: {
      'layouts-assumed': (place) => `${place} names no way of writing times; the usual ones are tried.`,
      unsupported: (place) => `${place} is not taken over.`,
    },
    heads: {
      name: 'Source',
      region: 'Region',
      kind: 'Kind',
      records: 'Records',
      first: 'First (UTC)',
      last: 'Last (UTC)',
    },
    noSources: 'The store is empty.',
    fits: (format, pattern) => `${format}, pattern ${pattern}`,
    goesOn: (why) => `goes on with a record above; by itself: ${why}`,
    fitsNone: (format, character, expected) =>
      `text; nearest is ${format}, which expected ${expected} at character ${character}`,
  },
};
