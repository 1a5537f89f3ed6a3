import { createHash } from 'node:crypto';
import type {
  CaseConnector,
  ConnectorCapabilities,
  OutgoingFile,
  RemoteAttachment,
} from '../connectors/case-connector.ts';
import { CaseSystemError } from '../connectors/case-system-error.ts';

interface Held {
  readonly attachment: RemoteAttachment;
  readonly bytes: Uint8Array;
}

/** What a test may look at and break. */
export interface MemoryCaseSystem extends CaseConnector {
  readonly files: ReadonlyMap<string, Held>;
  readonly notes: readonly { readonly caseRef: string; readonly key: string; readonly text: string }[];
  /** Every call in order, as `<method> <name or key>`. */
  readonly calls: readonly string[];
  attach(caseRef: string, name: string, bytes: Uint8Array): RemoteAttachment;
  /** Puts other bytes in the place of an attachment, under the same id. */
  replace(id: string, bytes: Uint8Array): void;
  rename(id: string, name: string): void;
}

export interface MemoryCaseSystemOptions {
  readonly capabilities?: Partial<ConnectorCapabilities>;
  /** Called before each method does anything; may throw or wait. */
  readonly before?: (
    method: string,
    subject: string,
    system: Pick<MemoryCaseSystem, 'replace'>,
  ) => void | Promise<void>;
  /** Called when the effect has happened; may throw. */
  readonly after?: (method: string, subject: string) => void | Promise<void>;
  /** Changes what is stored, as broken case systems do. */
  readonly corrupt?: (file: OutgoingFile, bytes: Uint8Array) => Uint8Array;
  /** What `probe` finds although it was removed. */
  readonly stillThere?: () => boolean;
}

/** A case system in memory that gives ids anew when they are free, as Redmine on SQLite does, and knows no keys unless told so. */
export function memoryCaseSystem(options: MemoryCaseSystemOptions = {}): MemoryCaseSystem {
  const files = new Map<string, Held>();
  const notes: { caseRef: string; key: string; text: string }[] = [];
  const calls: string[] = [];
  const byKey = new Map<string, RemoteAttachment>();
  let clockMs = 1_000_000;
  const capabilities: ConnectorCapabilities = {
    maxBytes: 1_000_000_000,
    purgeLevel: 'P3',
    residual: ['backups'],
    privateAttachments: true,
    sealedSuffix: '.pgp',
    idempotent: false,
    ...options.capabilities,
  };

  const call = async <Result>(
    method: string,
    subject: string,
    effect: () => Result | Promise<Result>,
  ): Promise<Result> => {
    calls.push(`${method} ${subject}`);
    await options.before?.(method, subject, { replace });
    const result = await effect();
    await options.after?.(method, subject);
    return result;
  };
  const add = (caseRef: string, name: string, bytes: Uint8Array): RemoteAttachment => {
    let id = 1;
    while (files.has(String(id))) id++;
    const attachment = { caseRef, id: String(id), name, sizeBytes: bytes.length, createdMs: clockMs++ };
    files.set(attachment.id, { attachment, bytes });
    return attachment;
  };
  const find = (id: string): Held => {
    const held = files.get(id);
    if (held === undefined) throw new CaseSystemError('case-system/not-found', `no attachment ${id}`);
    return held;
  };

  function replace(id: string, bytes: Uint8Array): void {
    const { attachment } = find(id);
    files.set(id, { attachment: { ...attachment, sizeBytes: bytes.length }, bytes });
  }

  return {
    id: 'memory',
    tenantId: 'tenant',
    files,
    notes,
    calls,
    attach: add,
    replace,
    rename: (id, name) => {
      const held = find(id);
      files.set(id, { ...held, attachment: { ...held.attachment, name } });
    },
    capabilities: async () => capabilities,
    poll: async (cursor, limit) =>
      await call('poll', cursor ?? '', () => {
        const since = Number(cursor ?? 0);
        const found = [...files.values()]
          .map(({ attachment }) => attachment)
          .filter(({ createdMs }) => createdMs >= since)
          .sort((one, other) => one.createdMs - other.createdMs);
        const attachments = found.slice(0, limit);
        const next = (attachments.at(-1)?.createdMs ?? since - 1) + 1;
        return { attachments, cursor: String(next), more: found.length > limit };
      }),
    list: async (caseRef) =>
      await call('list', caseRef, () =>
        [...files.values()].map(({ attachment }) => attachment).filter((one) => one.caseRef === caseRef),
      ),
    open: async ({ id, name }) =>
      await call('open', name, () => {
        const { bytes } = find(id);
        return (async function* () {
          yield bytes;
        })();
      }),
    put: async (caseRef, file) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of await file.bytes()) pieces.push(piece.slice());
      const bytes = new Uint8Array(Buffer.concat(pieces));
      return await call('put', file.name, () => {
        const known = byKey.get(`${caseRef} ${file.key}`);
        if (known !== undefined && capabilities.idempotent) return known;
        const attachment = add(caseRef, file.name, options.corrupt?.(file, bytes) ?? bytes);
        byKey.set(`${caseRef} ${file.key}`, attachment);
        return attachment;
      });
    },
    remove: async ({ id, name }) =>
      await call('remove', name, () => {
        find(id);
        files.delete(id);
        return { level: capabilities.purgeLevel, residual: capabilities.residual };
      }),
    probe: async ({ id, name, createdMs }) =>
      await call('probe', name, () => {
        const present = files.get(id)?.attachment.createdMs === createdMs || options.stillThere?.() === true;
        return present
          ? { present }
          : { present, level: capabilities.purgeLevel, residual: capabilities.residual };
      }),
    note: async (caseRef, { key, text }) =>
      await call('note', key, () => {
        const isKnown =
          capabilities.idempotent && notes.some((one) => one.caseRef === caseRef && one.key === key);
        if (!isKnown) notes.push({ caseRef, key, text });
      }),
    hasNote: async (caseRef, key) =>
      await call('hasNote', key, () => notes.some((note) => note.caseRef === caseRef && note.key === key)),
    language: async () => 'en',
  };
}

/** SHA-256 as hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
