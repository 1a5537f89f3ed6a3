import { randomBytes } from 'node:crypto';
import { createValueMask } from '@harrier/sanitize';
import type { ReadRecord } from '../record/log-record.ts';

/** Takes credentials out of a record; one without any comes back as it is. */
export type CredentialBlanker = (record: ReadRecord) => ReadRecord;

/**
 * Blanks what the sanitizer's detectors find in messages and named values: by name, by form, in JSON, headers, URLs.
 * The same value gets the same pseudonym until the process ends; the key is thrown away then. Tracking ids stay.
 */
export function createCredentialBlanker(): CredentialBlanker {
  const mask = createValueMask(randomBytes(32));
  return (record) => {
    const body = mask.text(record.body, 'text/plain');
    const peer = record.peer === '' ? '' : mask.text(record.peer, 'text/plain');
    let fields: Record<string, string> | undefined;
    for (const [name, value] of Object.entries(record.fields)) {
      const blanked = mask.named('json', name, value);
      if (blanked === value) continue;
      fields ??= { ...record.fields };
      fields[name] = blanked;
    }
    if (body === record.body && peer === record.peer && fields === undefined) return record;
    return { ...record, body, peer, fields: fields ?? record.fields };
  };
}

/** A blanker for one line that is only shown. */
export function shownText(blank: CredentialBlanker): (text: string) => string {
  return (text) => blank({ ...NOTHING, body: text }).body;
}

const NOTHING: ReadRecord = {
  timeNs: undefined,
  source: '',
  region: '',
  service: '',
  host: '',
  level: undefined,
  ids: [],
  direction: undefined,
  peer: '',
  status: undefined,
  durationMs: undefined,
  body: '',
  fields: {},
  file: '',
  line: 1,
  format: 'text',
};
