import { createReadStream, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as har from '@harrier/har';
import * as harNode from '@harrier/har/node';
import { JSONParser } from '@streamparser/json';
import chain from 'stream-chain';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import type { Variant } from '../../measure/compare.ts';
import { asLargeAsStrings, entriesOf, jsonParse } from '../../measure/json-parse.ts';

/** `createReadStream` with its default of 64 KB is several times slower; rivals get the better one. */
const readBytes = 1 << 20;

/** What is used of `packages/har`, as it is built here or was built at another commit. */
interface Engine {
  readonly openCapture: typeof har.openCapture;
  readonly fileSource: typeof harNode.fileSource;
}

async function engineOf(base: string | undefined): Promise<Engine> {
  if (base === undefined) return { ...har, ...harNode };
  const builtAt = pathToFileURL(`${base}/packages/har/dist/`);
  return {
    ...(await import(new URL('index.js', builtAt).href)),
    ...(await import(new URL('adapters/node/index.js', builtAt).href)),
  };
}

function harrier(engine: 'wasm' | 'typescript', base?: string): Variant['prepare'] {
  return async (path) => {
    const { openCapture, fileSource } = await engineOf(base);
    return async () => {
      const capture = await openCapture(fileSource(path), { engine });
      if (capture.engine !== engine) throw new Error(`asked for ${engine}, got ${capture.engine}`);
      const entries = capture.index.length;
      await capture.close();
      return entries;
    };
  };
}

/** What is compared; `base` is the folder of an older build that takes part. */
export function variantsWith(base: string | undefined): readonly Variant[] {
  return base === undefined ? variants : [...variants, ...variantsOfBase(base)];
}

function variantsOfBase(base: string): Variant[] {
  const anySize = { mostMegabytes: Number.POSITIVE_INFINITY };
  return [
    { ...anySize, id: 'base-wasm', label: 'base, WebAssembly', prepare: harrier('wasm', base) },
    { ...anySize, id: 'base-typescript', label: 'base, TypeScript', prepare: harrier('typescript', base) },
  ];
}

/** `jsonParse` is the yardstick: every ratio is against it. */
const variants: readonly Variant[] = [
  {
    id: 'harrier-wasm',
    label: 'Harrier, WebAssembly',
    mostMegabytes: Number.POSITIVE_INFINITY,
    prepare: harrier('wasm'),
  },
  {
    id: 'harrier-typescript',
    label: 'Harrier, TypeScript',
    mostMegabytes: Number.POSITIVE_INFINITY,
    prepare: harrier('typescript'),
  },
  jsonParse,
  {
    id: 'read-and-parse',
    label: 'read, decode, JSON.parse',
    ...asLargeAsStrings,
    prepare: async (path) => async () => entriesOf(JSON.parse(readFileSync(path, 'utf8'))),
  },
  {
    id: 'streamparser',
    label: '@streamparser/json, $.log.entries.*',
    mostMegabytes: 100,
    mostRounds: 2,
    prepare: async (path) => async () => {
      let entries = 0;
      const parsing = new JSONParser({ paths: ['$.log.entries.*'], keepStack: false });
      parsing.onValue = () => {
        entries++;
      };
      for await (const chunk of createReadStream(path, { highWaterMark: readBytes })) parsing.write(chunk);
      return entries;
    },
  },
  {
    id: 'stream-json',
    label: 'stream-json, pick and streamArray',
    mostMegabytes: 100,
    mostRounds: 2,
    prepare: async (path) => async () => {
      let entries = 0;
      const pipeline = chain([
        createReadStream(path, { highWaterMark: readBytes }),
        parser(),
        pick({ filter: 'log.entries' }),
        streamArray(),
      ]);
      for await (const _ of pipeline) entries++;
      return entries;
    },
  },
];
