import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pageMediaTypes, pagePolicy } from './page-policy.ts';

/** One file of the page. */
export interface PageFile {
  /**
   * Read anew each time: browsers keep them, and a server need not. Scripts come in pieces: anybody may ask for one of megabytes, many times at
   * once, and not read it.
   */
  readonly bytes: () => Promise<Buffer | Readable>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Tells the page that a server with cases stands behind it, without a request to find out. */
const SERVER_MARK = '<meta name="harrier-server" content="cases" />';

/**
 * The files of a built page by their path (`/`, `/assets/…`), listed once: what is asked for is looked up and never becomes a path
 * of the disk. Names under `assets/` hold a digest of their content, so browsers may keep them. Source maps stay at home.
 * A folder that does not exist gives nothing: the API works without a page.
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const name of await filesIn(folder)) {
    const mediaType = pageMediaTypes[path.extname(name)];
    if (mediaType === undefined) continue;
    const url = `/${name.split(path.sep).join('/')}`;
    const isPage = url === '/index.html';
    const place = path.join(folder, name);
    files.set(isPage ? '/' : url, {
      bytes: async () => (isPage ? await markedPage(place) : createReadStream(place)),
      headers: {
        'content-type': mediaType,
        'content-security-policy': pagePolicy,
        'cache-control': url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    });
  }
  return files;
}

async function markedPage(place: string): Promise<Buffer> {
  return Buffer.from((await readFile(place, 'utf8')).replace('</head>', `${SERVER_MARK}</head>`));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
