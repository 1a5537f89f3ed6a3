import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

export type Portal = 'admin' | 'hub';

/** What a portal serves under `/assets/`. */
export interface Bundle {
  /** File name of the entry script. */
  readonly script: string;
  /** File name of the style sheet. */
  readonly style: string;
  /** Scripts, their source maps and the style sheet, by file name. */
  readonly files: ReadonlyMap<string, string>;
}

const bundles = new Map<Portal, Promise<Bundle>>();

/** The portal's page, packed and minified as such pages are; once a process, as it takes some hundred milliseconds. */
export function bundleOf(portal: Portal): Promise<Bundle> {
  const known = bundles.get(portal);
  if (known !== undefined) return known;
  const made = makeBundle(portal);
  bundles.set(portal, made);
  return made;
}

async function makeBundle(portal: Portal): Promise<Bundle> {
  const web = path.join(labFolder(), 'src/backend/portals/web');
  const built = (await build({
    configFile: false,
    root: web,
    logLevel: 'silent',
    build: {
      write: false,
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: {
        input: path.join(web, portal, 'main.ts'),
        output: {
          entryFileNames: 'main-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: {
            groups: [
              { name: 'polyfills', test: /framework\/zone/, priority: 2 },
              { name: 'framework', test: /framework\//, priority: 1 },
            ],
          },
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  const css = readFileSync(path.join(web, 'style.css'), 'utf8');
  const style = `style-${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;
  const files = new Map([[style, css]]);
  for (const item of built.output) {
    files.set(item.fileName, item.type === 'chunk' ? item.code : String(item.source));
  }
  const script = built.output.find((item) => item.type === 'chunk' && item.isEntry)?.fileName;
  if (script === undefined) throw new Error(`The page of ${portal} has no entry script.`);
  return { script, style, files };
}

/** The pages' sources are read as they are, also when this file runs from `dist`. */
function labFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
