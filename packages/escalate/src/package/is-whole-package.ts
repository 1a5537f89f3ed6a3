import { unzipSync } from 'fflate';
import { CAPTURE_FILE, MANIFEST_FILE, SIGNATURE_FILE, SUMS_FILE } from './file-names.ts';
import { ESCALATION_SCHEMA, type Manifest, manifestFile, sumsText } from './manifest.ts';

/** Of all files, unpacked: what a package is made in memory with, many times over. Beyond it stand bombs. */
const mostBytes = 1 << 30;

/**
 * Whether a file is a package as `buildPackage` makes it, unchanged: its manifest is ours, and every file in it is one whose
 * digest stands in `SHA256SUMS`. That proves that nothing was added or replaced by accident, not who made it.
 */
export async function isWholePackage(zip: Uint8Array): Promise<boolean> {
  try {
    let unpackedBytes = 0;
    const files = unzipSync(zip, {
      filter: ({ originalSize }) => {
        unpackedBytes += originalSize;
        if (unpackedBytes > mostBytes) throw new Error('too large for a package');
        return true;
      },
    });
    const { [SUMS_FILE]: sums, [SIGNATURE_FILE]: _signature, ...listed } = files;
    const { [MANIFEST_FILE]: manifestBytes, [CAPTURE_FILE]: capture } = listed;
    if (sums === undefined || manifestBytes === undefined || capture === undefined) return false;
    const decoder = new TextDecoder();
    const manifest = JSON.parse(decoder.decode(manifestBytes)) as Partial<Manifest>;
    if (manifest.schema !== ESCALATION_SCHEMA) return false;
    const told = await Promise.all(
      Object.entries(listed).map(([name, bytes]) => manifestFile({ name, bytes })),
    );
    return sortedLines(sumsText(told)) === sortedLines(decoder.decode(sums));
  } catch {
    // No zip, or one that is damaged, or a manifest that is no JSON.
    return false;
  }
}

function sortedLines(text: string): string {
  return text.split('\n').sort().join('\n');
}
