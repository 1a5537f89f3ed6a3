import type { ReadProgress } from '@harrier/har';
import type { SanitizeStage } from '@harrier/sanitize';
import { proxy } from 'comlink';
import { connectEngine } from '../../engine/connect-engine.ts';
import type { CleanCapture } from '../../engine/sanitize/find-and-replace.ts';
import { untilAnswered } from '../../engine/until-answered.ts';

/** What became of a file that a customer chose. */
export type CleanCopy =
  | { readonly kind: 'clean'; readonly result: CleanCapture; readonly hosts: readonly string[] }
  /** It cannot be read as a capture; the code of the reason. */
  | { readonly kind: 'unreadable'; readonly code: string }
  /** It cannot be made clean; the code of the reason, and what of it is whole where it is damaged. */
  | { readonly kind: 'refused'; readonly code: string; readonly whole?: Blob };

/**
 * Reads a file and takes the credentials out, with the engine of the page for sanitizing, in a worker. The worker ends with
 * it: what it learned of the file goes with it.
 */
export async function cleanCopyOf(
  file: Blob,
  onProgress: (stage: 'read' | 'sanitize', fraction: number) => void,
): Promise<CleanCopy> {
  const connection = connectEngine();
  try {
    const { engine } = connection;
    const opened = await untilAnswered(async (hear) => {
      const progress = hear(({ readBytes, totalBytes }: ReadProgress) =>
        onProgress('read', totalBytes === 0 ? 0 : readBytes / totalBytes),
      );
      return await engine.open(file, proxy({ rows: () => undefined, progress }), {});
    });
    if ('unreadable' in opened) return { kind: 'unreadable', code: opened.unreadable };
    const result = await untilAnswered(async (hear) => {
      const progress = hear((stage: SanitizeStage, fraction: number) =>
        onProgress('sanitize', (STAGES.indexOf(stage) + fraction) / STAGES.length),
      );
      return await engine.sanitize({ preset: 'default' }, proxy(progress));
    });
    if (result === undefined) return { kind: 'refused', code: 'sanitize/worker-ended' };
    if ('refused' in result) {
      const code = result.refused;
      return code === 'sanitize/damaged-input'
        ? { kind: 'refused', code, whole: await engine.wholeRequests() }
        : { kind: 'refused', code };
    }
    return { kind: 'clean', result, hosts: [...new Set(result.groups.map(({ host }) => host))] };
  } finally {
    connection.end();
  }
}

const STAGES = ['learn', 'write', 'verify'] as const;
