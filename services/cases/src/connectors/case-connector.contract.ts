import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CaseConnector,
  isSameAttachment,
  type OutgoingFile,
  type RemoteAttachment,
} from './case-connector.ts';
import { CaseSystemError } from './case-system-error.ts';

/** A case system to try a connector on. */
export interface ConnectorTrial {
  readonly connector: CaseConnector;
  /** A case that is there. */
  readonly caseRef: string;
  readonly otherCaseRef: string;
  /** What a customer does. */
  attach(caseRef: string, name: string, bytes: Uint8Array): Promise<void>;
  /** The name under which the case system keeps a file, where it changes names. */
  keptName?(name: string): string;
  /** The oddest name that a customer can give a file there; default one with blanks, quotes and two scripts. */
  readonly oddName?: string;
  /** All text of notes in a case, as its readers see it. */
  notes(caseRef: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

function outgoing(name: string, content: Uint8Array, key = name): OutgoingFile {
  return {
    name,
    key,
    mediaType: 'application/json',
    sizeBytes: content.length,
    sha256: digest(content),
    visibility: 'public',
    bytes: async () =>
      (async function* () {
        yield content.subarray(0, 2);
        yield content.subarray(2);
      })(),
  };
}

/** What holds for every connector to a full case system. */
export function caseConnectorContract(name: string, open: () => Promise<ConnectorTrial>): void {
  describe(`the connector to ${name}`, () => {
    let trial: ConnectorTrial;
    let connector: CaseConnector;
    let caseRef: string;
    beforeEach(async () => {
      trial = await open();
      ({ connector, caseRef } = trial);
    });
    afterEach(async () => await trial.close());

    const read = async (attachment: RemoteAttachment): Promise<string> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of await connector.open(attachment)) pieces.push(Uint8Array.from(piece));
      return Buffer.concat(pieces).toString();
    };
    const attached = async (fileName: string, content: Uint8Array): Promise<RemoteAttachment> => {
      await trial.attach(caseRef, fileName, content);
      const keptAs = trial.keptName?.(fileName) ?? fileName;
      const found = (await connector.list(caseRef)).find((one) => one.name === keptAs);
      if (found === undefined) throw new Error('not listed');
      return found;
    };
    const code = async (work: Promise<unknown>): Promise<string> =>
      await work.then(
        () => 'done',
        (error: unknown) => (error instanceof CaseSystemError ? error.code : String(error)),
      );

    it('lists what is attached, with its size, and gives the same bytes', async () => {
      const found = await attached('a.har', bytes('{"log":{}}'));
      expect(found).toMatchObject({ caseRef, name: 'a.har', sizeBytes: 10 });
      expect(await read(found)).toBe('{"log":{}}');
      expect(await connector.list(trial.otherCaseRef)).toEqual([]);
    });

    it('tells of an attachment in the same way whenever it is asked', async () => {
      const found = await attached('a.har', bytes('abc'));
      const [again] = await connector.list(caseRef);
      expect(again && isSameAttachment(again, found)).toBe(true);
      const { attachments } = await connector.poll(undefined, 10);
      expect(attachments.map((one) => isSameAttachment(one, found))).toEqual([true]);
    });

    it('finds by polling what came since, and misses nothing when pages are small', async () => {
      for (const fileName of ['a.har', 'b.har', 'c.har'])
        await trial.attach(caseRef, fileName, bytes(fileName));
      const seen = new Set<string>();
      let cursor: string | undefined;
      for (let pages = 0; pages < 20; pages++) {
        const page = await connector.poll(cursor, 1);
        for (const one of page.attachments) seen.add(one.name);
        cursor = page.cursor;
        if (!page.more) break;
      }
      expect([...seen].sort()).toEqual(['a.har', 'b.har', 'c.har']);
      await trial.attach(trial.otherCaseRef, 'd.har', bytes('d'));
      const later: string[] = [];
      for (let pages = 0; pages < 20; pages++) {
        const page = await connector.poll(cursor, 2);
        later.push(...page.attachments.map((one) => one.name));
        cursor = page.cursor;
        if (!page.more) break;
      }
      expect(later).toContain('d.har');
    });

    it('keeps names with blanks, quotes and other scripts', async () => {
      const odd = trial.oddName ?? "trace 'ü' 録画 (1).har";
      expect(await read(await attached(odd, bytes('odd')))).toBe('odd');
    });

    it('puts a file that can be read back byte for byte', async () => {
      const put = await connector.put(caseRef, outgoing('a.clean.har', bytes('clean')));
      expect(put).toMatchObject({ caseRef, name: 'a.clean.har', sizeBytes: 5 });
      expect(await read(put)).toBe('clean');
      const [listed] = await connector.list(caseRef);
      expect(listed && isSameAttachment(listed, put)).toBe(true);
    });

    it('puts no second file under the same key, if it says so', async () => {
      if (!(await connector.capabilities()).idempotent) return;
      const file = outgoing('a.clean.har', bytes('clean'));
      const puts = await Promise.all([connector.put(caseRef, file), connector.put(caseRef, file)]);
      expect(puts[0]?.id).toBe(puts[1]?.id);
      expect(await connector.list(caseRef)).toHaveLength(1);
    });

    it('says so where attachments cannot be removed, and leaves them alone', async () => {
      if ((await connector.capabilities()).purgeLevel !== 'P0') return;
      const found = await attached('a.har', bytes('secret'));
      expect(await code(connector.remove(found, digest(bytes('secret'))))).toBe('case-system/forbidden');
      expect(await connector.probe(found)).toEqual({ present: true });
      expect(await read(found)).toBe('secret');
    });

    it('removes an attachment and proves it, and leaves its neighbours', async () => {
      if ((await connector.capabilities()).purgeLevel === 'P0') return;
      const found = await attached('a.har', bytes('secret'));
      const neighbour = await attached('b.har', bytes('neighbour'));
      expect(await connector.probe(found)).toMatchObject({ present: true });
      const receipt = await connector.remove(found, digest(bytes('secret')));
      expect(receipt.level).not.toBe('P0');
      expect(await code(connector.open(found))).toBe('case-system/not-found');
      expect(await connector.probe(found)).toMatchObject({ present: false });
      expect(await read(neighbour)).toBe('neighbour');
      expect((await connector.list(caseRef)).map((one) => one.name)).toEqual(['b.har']);
    });

    it('says that an attachment is not there when it is removed twice', async () => {
      if ((await connector.capabilities()).purgeLevel === 'P0') return;
      const found = await attached('a.har', bytes('secret'));
      await connector.remove(found, digest(bytes('secret')));
      expect(await code(connector.remove(found, digest(bytes('secret'))))).toBe('case-system/not-found');
    });

    it('does not remove a file that holds other bytes than were asked for, if it can compare', async () => {
      const found = await attached('a.har', bytes('another'));
      if (!(await connector.capabilities()).idempotent) return;
      expect(await code(connector.remove(found, digest(bytes('secret'))))).toBe('case-system/not-found');
      expect(await read(found)).toBe('another');
    });

    it('adds a note that people can read, and finds it by its key', async () => {
      const key = '0123456789ab';
      expect(await connector.hasNote(caseRef, key)).toBe(false);
      const text = `[harrier ${key}] done\n<b>&amp;</b> *stars* \`code\``;
      await connector.note(caseRef, { key, text, visibility: 'public' });
      expect(await connector.hasNote(caseRef, key)).toBe(true);
      expect(await connector.hasNote(trial.otherCaseRef, key)).toBe(false);
      expect((await trial.notes(caseRef)).join('\n')).toContain(text);
    });

    it('makes no attachment of a note', async () => {
      await connector.note(caseRef, { key: '0123456789ab', text: 'done', visibility: 'public' });
      expect(await connector.list(caseRef)).toEqual([]);
    });

    it('says of a case and of an attachment that they are not there', async () => {
      const nowhere = { caseRef, id: 'no-such', name: 'no-such', sizeBytes: 1, createdMs: 1 };
      expect(await code(connector.open(nowhere))).toBe('case-system/not-found');
      expect(await code(connector.remove(nowhere, digest(bytes(''))))).toBe('case-system/not-found');
      expect(await code(connector.list('no-such-case'))).toBe('case-system/not-found');
      expect(await code(connector.put('no-such-case', outgoing('x', bytes('xyz'))))).toBe(
        'case-system/not-found',
      );
    });

    it.each(['../x', '..', '/etc/passwd', 'a/../../b', 'a\0b', '', '.', "' or 1=1 --"])(
      'treats the reference %j as a name of nothing',
      async (reference) => {
        const odd = { caseRef: reference, id: reference, name: reference, sizeBytes: 1, createdMs: 1 };
        expect(await code(connector.open(odd))).toBe('case-system/not-found');
        expect(await code(connector.open({ ...odd, caseRef }))).toBe('case-system/not-found');
        expect(await code(connector.list(reference))).toBe('case-system/not-found');
      },
    );
  });
}
