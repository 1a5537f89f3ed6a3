import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type ByteSource, type Capture, openCapture, type SpoolFactory } from '@harrier/har';
import { Ledger } from '../../recording/ledger.ts';
import type { AmendedField, PageLine } from '../../recording/sink.ts';
import { removeProfile } from '../browser/profile.ts';
import { SealedSpool, type SealedSpoolOptions } from '../spool/sealed-spool.ts';
import { stretchSource } from '../spool/stretch-source.ts';
import { cleanRecording, type OnProgress } from './clean-recording.ts';
import type { KeeperMessage, KeeperTask, KeptRecording, RecordingEnd } from './keeper-task.ts';
import { sealOriginal } from './seal-original.ts';
import { writeWhole } from './whole-file.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Where the keeper gets spools; a test has them small. */
export interface KeeperOptions {
  readonly spool?: SealedSpoolOptions;
  readonly onProgress?: OnProgress;
}

/**
 * Keeps what a recorder hands over, and makes the files of it when no more comes, whatever the reason. Until then nothing that could
 * be read is on the disk; afterwards only what was asked for.
 */
export class Keeper {
  readonly #options: KeeperOptions;
  readonly #spool: SealedSpool;
  readonly #ledger: Ledger;
  readonly #pictures = new Map<string, string>();
  #task: KeeperTask | undefined;
  #recording: Record<string, unknown> = {};
  #end: RecordingEnd = 'crash';
  #isDropped = false;

  constructor(options: KeeperOptions = {}) {
    this.#options = options;
    this.#spool = new SealedSpool(options.spool);
    this.#ledger = new Ledger(this.#spool);
  }

  take(message: KeeperMessage): void {
    switch (message.kind) {
      case 'begin':
        this.#task = message.task;
        break;
      case 'entry':
        this.#ledger.addEntry(message.key, message.order, message.text);
        break;
      case 'amend':
        this.#ledger.amend(message.key, message.field as AmendedField, message.text);
        break;
      case 'page':
        this.#ledger.setPage(JSON.parse(message.text) as PageLine);
        break;
      case 'picture':
        this.#pictures.set(message.name, message.text);
        break;
      case 'head': {
        const { _recording = {}, ...head } = JSON.parse(message.text) as Record<string, object>;
        Object.assign(this.#recording, _recording);
        this.#ledger.setHead(head);
        break;
      }
      case 'finish':
        this.#end = message.end;
        break;
      case 'drop':
        this.#isDropped = true;
        break;
    }
  }

  /**
   * Makes the files. undefined: nothing had begun, or it was dropped. Errors: `SanitizeError`, `VaultError`, {@link WriteError}; the sealed original is
   * written even then, where one was asked for.
   */
  async finish(): Promise<KeptRecording | undefined> {
    try {
      return this.#task === undefined || this.#isDropped ? undefined : await this.#makeFiles(this.#task);
    } finally {
      await this.#spool.close();
      // Last, because the browser may still be ending.
      if (this.#task?.profile !== undefined) await removeProfile(this.#task.profile);
    }
  }

  async #makeFiles(task: KeeperTask): Promise<KeptRecording> {
    const endedDateTime = new Date().toISOString();
    this.#ledger.setHead({ _recording: { ...this.#recording, endedDateTime, endedBy: this.#end } });
    const source = stretchSource(this.#ledger.compose(), this.#spool);
    const original = task.original === undefined ? undefined : await sealOriginal(source, task.original);
    const told = {
      file: task.file,
      entries: this.#ledger.entryCount,
      end: this.#end,
      ...(original === undefined ? {} : { original }),
    };
    if (task.policy === 'raw') {
      await writeWhole(task.file, source.stream(CHUNK_BYTES));
      return { ...told, sizeBytes: source.sizeBytes, pictures: await this.#writePictures(task) };
    }
    const capture: Capture = await openCapture(source);
    const { report, output } = await cleanRecording(capture, source, task.policy, {
      spool: this.#spoolFactory(),
      ...(this.#options.onProgress === undefined ? {} : { onProgress: this.#options.onProgress }),
      wantsRedactions: task.reportFile !== undefined,
    });
    try {
      await writeWhole(task.file, output.stream(CHUNK_BYTES));
      if (task.reportFile !== undefined)
        await writeWhole(task.reportFile, once(`${JSON.stringify(report, null, 2)}\n`));
      const pictures = await this.#writePictures(task);
      const { redactions: _, ...head } = report;
      return { ...told, sizeBytes: output.sizeBytes, report: head, pictures };
    } finally {
      await output.close?.();
    }
  }

  /** The clean copy is encrypted, too, until its check is through. */
  #spoolFactory(): SpoolFactory {
    return () => {
      const spool = new SealedSpool(this.#options.spool);
      return {
        write: async (bytes) => spool.put(bytes),
        finish: async (): Promise<ByteSource> => spool,
        discard: () => spool.close(),
      };
    };
  }

  async #writePictures({ pictureFolder }: KeeperTask): Promise<string[]> {
    if (pictureFolder === undefined || this.#pictures.size === 0) return [];
    mkdirSync(pictureFolder, { recursive: true, mode: 0o700 });
    const files: string[] = [];
    for (const [name, base64] of this.#pictures) {
      const file = path.join(pictureFolder, path.basename(name));
      await writeWhole(file, once(Buffer.from(base64, 'base64')));
      files.push(file);
    }
    return files;
  }
}

async function* once(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}
