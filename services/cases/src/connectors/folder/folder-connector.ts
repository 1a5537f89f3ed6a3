import { createHash, randomBytes } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { link, lstat, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '@harrier/knowledge';
import { flushFolder } from '../../objects/flush-folder.ts';
import {
  type CaseConnector,
  isSameAttachment,
  type PurgeReceipt,
  type RemoteAttachment,
} from '../case-connector.ts';
import { CaseSystemError } from '../case-system-error.ts';

export interface FolderConnectorOptions {
  readonly id: string;
  readonly tenantId: string;
  /** Each folder directly below it is a case, each file directly in that an attachment. */
  readonly root: string;
  readonly language?: Language;
  /** A file that was written to this short a time ago may still be growing. */
  readonly settleMs?: number;
  readonly clock?: () => number;
}

/** Ours begin so; they are never attachments. */
const OWN_PREFIX = '.harrier-';
/** An original on its way out: the name behind it is the one it had. */
const REMOVING_PREFIX = `${OWN_PREFIX}removing-`;

/** By the keys that notes have: of what was done, of an original that expired, of a step of an exception. */
const ownNote = /^harrier-(?:[0-9a-f]{12}(?:-expired)?|exception-[0-9a-f]{8}-[a-z-]+)\.txt$/;
const DEFAULT_SETTLE_MS = 5000;

/**
 * A folder of cases: what is dropped into `<root>/<case>/` is an attachment of that case. Clean and sealed files appear
 * beside it, notes as `harrier-<mark>.txt`. Links are not followed, and nothing outside of the root is touched.
 */
export function folderConnector(options: FolderConnectorOptions): CaseConnector {
  const { id, tenantId, root, clock = Date.now, settleMs = DEFAULT_SETTLE_MS } = options;

  const folderOf = (caseRef: string): string => path.join(root, plainName(caseRef));
  const placeOf = (caseRef: string, name: string): string => path.join(folderOf(caseRef), plainName(name));
  const removingPlace = (caseRef: string, name: string): string =>
    path.join(folderOf(caseRef), `${REMOVING_PREFIX}${plainName(name)}`);

  /** Where the file lies now: in its place, or on its way out where a removal was cut off. */
  const present = async (attachment: RemoteAttachment): Promise<string | undefined> => {
    for (const place of [placeOf, removingPlace].map((make) => make(attachment.caseRef, attachment.id))) {
      const found = await lstat(place).catch(() => undefined);
      if (found?.isFile() === true) return place;
    }
    return undefined;
  };

  const list = async (caseRef: string): Promise<RemoteAttachment[]> => {
    const found: RemoteAttachment[] = [];
    for (const entry of await entriesOf(folderOf(caseRef))) {
      const isRemoving = entry.startsWith(REMOVING_PREFIX);
      if ((entry.startsWith('.') && !isRemoving) || ownNote.test(entry)) continue;
      const stat = await lstat(path.join(folderOf(caseRef), entry)).catch(() => undefined);
      if (stat?.isFile() !== true) continue;
      const name = isRemoving ? entry.slice(REMOVING_PREFIX.length) : entry;
      found.push({ caseRef, id: name, name, sizeBytes: stat.size, createdMs: Math.floor(stat.mtimeMs) });
    }
    return found.sort((one, other) => one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1));
  };

  const capabilities = {
    maxBytes: Number.MAX_SAFE_INTEGER,
    purgeLevel: 'P3',
    residual: ['backups'],
    privateAttachments: false,
    sealedSuffix: '.pgp',
    idempotent: true,
  } as const;

  return {
    id,
    tenantId,
    capabilities: async () => capabilities,

    // A folder is looked through whole: its files come with any time that their sender gave them.
    async poll() {
      const attachments: RemoteAttachment[] = [];
      let passedOver: CaseSystemError | undefined;
      for (const caseRef of await entriesOf(root)) {
        const stat = await lstat(path.join(root, caseRef)).catch(() => undefined);
        if (stat?.isDirectory() !== true || caseRef.startsWith('.')) continue;
        try {
          for (const attachment of await list(caseRef))
            if (clock() - attachment.createdMs >= settleMs) attachments.push(attachment);
        } catch (error) {
          if (!(error instanceof CaseSystemError)) throw error;
          passedOver ??= error;
        }
      }
      return { attachments, cursor: '', more: false, ...(passedOver && { passedOver }) };
    },

    list,

    async open(attachment) {
      const place = await present(attachment);
      if (place === undefined) throw new CaseSystemError('case-system/not-found', 'there is no such file');
      const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW).catch(unreachable);
      return createReadStream('', { fd: file, highWaterMark: 256 * 1024 });
    },

    async put(caseRef, file) {
      const place = placeOf(caseRef, file.name);
      await placeFile(place, await file.bytes(), file.sha256);
      const stat = await lstat(place);
      return {
        caseRef,
        id: file.name,
        name: file.name,
        sizeBytes: stat.size,
        createdMs: Math.floor(stat.mtimeMs),
      };
    },

    /** Moved aside first, which nobody can come between; then compared; a file that is another one goes back. */
    async remove(attachment, sha256): Promise<PurgeReceipt> {
      const place = await present(attachment);
      if (place === undefined) throw new CaseSystemError('case-system/not-found', 'there is no such file');
      const aside = removingPlace(attachment.caseRef, attachment.id);
      if (place !== aside) await rename(place, aside).catch(unreachable);
      if ((await digestOf(aside)) !== sha256) {
        await link(aside, placeOf(attachment.caseRef, attachment.id)).catch(unreachable);
        await rm(aside);
        throw new CaseSystemError('case-system/not-found', 'another file has this name now');
      }
      const { nlink } = await lstat(aside);
      await rm(aside).catch(unreachable);
      await flushFolder(path.dirname(aside));
      return nlink > 1
        ? { level: 'P1', residual: ['same-content-elsewhere', 'backups'] }
        : { level: 'P3', residual: ['backups'] };
    },

    async probe(attachment) {
      const there = await list(attachment.caseRef).catch(ifGone);
      // The name may belong to another file by now, which is none of our business.
      if (there.some((one) => isSameAttachment(one, attachment))) return { present: true };
      return { present: false, level: 'P3', residual: ['backups'] };
    },

    async note(caseRef, { key, text }) {
      const bytes = Buffer.from(`${text}\n`);
      await placeFile(
        placeOf(caseRef, noteName(key)),
        (async function* () {
          yield bytes;
        })(),
      );
    },

    hasNote: async (caseRef, key) =>
      (await readFile(placeOf(caseRef, noteName(key))).catch(() => undefined)) !== undefined,

    language: async () => options.language ?? 'en',
  };
}

function ifGone(error: unknown): readonly RemoteAttachment[] {
  if (error instanceof CaseSystemError && error.code === 'case-system/not-found') return [];
  throw error;
}

function noteName(key: string): string {
  return `harrier-${key}.txt`;
}

/** One name in one folder. Everything that could lead elsewhere, or that is ours, is refused. */
function plainName(name: string): string {
  const isPlain =
    name !== '' && !name.startsWith('.') && !/[/\\\0]/.test(name) && Buffer.byteLength(name) <= 255;
  if (!isPlain) throw new CaseSystemError('case-system/not-found', 'this is no name of a file in a case');
  return name;
}

/** Written beside its place, flushed, and linked: it appears whole, and never in the place of another file. */
async function placeFile(place: string, bytes: AsyncIterable<Uint8Array>, sha256?: string): Promise<void> {
  const draft = path.join(path.dirname(place), `${OWN_PREFIX}part-${randomBytes(9).toString('hex')}`);
  try {
    const file = await open(draft, 'wx', 0o640);
    try {
      for await (const piece of bytes) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    try {
      await link(draft, place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (sha256 !== undefined && (await digestOf(place)) !== sha256)
        throw new CaseSystemError('case-system/unexpected', 'a file of somebody else has the name of ours');
    }
    await flushFolder(path.dirname(place));
  } catch (error) {
    throw asCaseSystemError(error);
  } finally {
    await rm(draft, { force: true });
  }
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw asCaseSystemError(error);
  }
}

async function digestOf(place: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW).catch(unreachable);
  for await (const piece of createReadStream('', { fd: file })) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

function unreachable(error: unknown): never {
  throw asCaseSystemError(error);
}

/** What the file system says, in the words of case systems. The message has no path: names are captured text. */
function asCaseSystemError(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof CaseSystemError || syscall === undefined) return error;
  const message = `the folder answered ${code} to ${syscall}`;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new CaseSystemError('case-system/not-found', message);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new CaseSystemError('case-system/forbidden', message);
  return new CaseSystemError('case-system/unreachable', message, { cause: error });
}
