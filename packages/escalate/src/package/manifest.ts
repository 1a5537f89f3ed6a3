import type { FileDamage } from '@harrier/analyze';
import type { AuditHead } from '../audit/audit-head.ts';
import type { Gate } from '../gate/gate.ts';
import type { PackageFile } from './zip-bytes.ts';

/** docs/schemas/escalation.schema.json */
export const ESCALATION_SCHEMA = 'harrier-escalation/1';

export interface Manifest {
  readonly schema: typeof ESCALATION_SCHEMA;
  readonly tool: { readonly name: 'harrier'; readonly version: string };
  readonly case?: string;
  /** Where a server's audit log stood when it had taken the capture in; of captures that come from a case. */
  readonly audit?: AuditHead;
  /** Of the sentences in it. */
  readonly language: string;
  readonly target: string;
  readonly state: Gate['state'];
  /** How many entries the original had, and which of them are here: their indexes, in the order of the file here. */
  readonly capture: {
    readonly entries: number;
    readonly rows: readonly number[];
    /** How the original was cut off or broken; absent where it was whole. */
    readonly damage?: readonly FileDamage['ruleId'][];
  };
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  har: 'application/json',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  jsonl: 'application/jsonl',
  md: 'text/markdown',
  mp4: 'video/mp4',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webm: 'video/webm',
};

export async function manifestFile({ name, bytes }: PackageFile): Promise<ManifestFile> {
  const mediaType = mediaTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { name, mediaType, sizeBytes: bytes.length, sha256: await sha256(bytes) };
}

/** Lines that `sha256sum -c` reads: two blanks between digest and name. */
export function sumsText(files: readonly ManifestFile[]): string {
  return files.map(({ name, sha256: digest }) => `${digest}  ${name}\n`).join('');
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
