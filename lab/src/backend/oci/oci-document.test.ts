import { describe, expect, it } from 'vitest';
import {
  elementOf,
  isOciError,
  type OciDocument,
  readOciDocument,
  writeOciDocument,
} from './oci-document.ts';

const document: OciDocument = {
  identity: { id: 'u-1', organizationId: 'o-1', role: 'Administrator' },
  trackingId: 'CPAPI_4f21c9d2-10e4-4ca2-a932-16f4b0884a48_12_1',
  commands: [
    {
      type: 'UserFaxMessagingModifyRequest',
      elements: [
        ['isActive', 'true'],
        ['extension', null],
      ],
    },
    {
      type: 'c:GroupDnGetDetailedListResponse',
      elements: [],
      table: { name: 'dnTable', columns: ['Phone Number'], rows: [['+1 555 0100'], ['<&">']] },
    },
    { type: 'c:ErrorResponse', elements: [['summary', '[Error 4008] User not found: "x"']] },
  ],
};

describe('OCI documents', () => {
  it('are read as they were written, several commands at once', () => {
    expect(readOciDocument(writeOciDocument(document))).toEqual(document);
  });

  it('tell an element that clears a value from one that is not there', () => {
    const [fax] = readOciDocument(writeOciDocument(document)).commands;
    expect(elementOf(fax!, 'extension')).toBeNull();
    expect(elementOf(fax!, 'phoneNumber')).toBeUndefined();
  });

  it('say which of the commands failed', () => {
    expect(document.commands.map(isOciError)).toEqual([false, false, true]);
  });

  it('mark an error as the schema does', () => {
    expect(writeOciDocument(document)).toContain(
      '<command type="Error" echo="" xmlns:c="C" xmlns="" xsi:type="c:ErrorResponse">',
    );
  });

  it.each(['', '<a>', '<a></b>', 'hello'])('refuse what is no document: %j', (text) => {
    expect(() => readOciDocument(text)).toThrow(Error);
  });
});
