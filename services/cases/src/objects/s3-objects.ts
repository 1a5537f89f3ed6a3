import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ByteSource, Spool } from '@harrier/har';
import { nodeSpool } from '@harrier/har/node';
import { tapDigest } from '../vault/digest.ts';
import { ObjectError } from './object-error.ts';
import { isObjectName, type ObjectStore } from './object-store.ts';

/** One request carries this much at most (S3: 5 GiB). A capture beyond it has not been seen. */
const MOST_BYTES = 5 * 1024 ** 3;

/** Beyond it a file waits in a temporary one, which is deleted as soon as it is open. */
const SPOOL_MEMORY_BYTES = 8 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;

export interface S3Settings {
  readonly bucket: string;
  /** Before each name, e.g. `harrier/`. */
  readonly prefix: string;
  /** Of a service that is not Amazon's. */
  readonly endpoint?: string;
  readonly region: string;
}

/**
 * `s3://<bucket>/<prefix>?endpoint=https://…&region=…`. Credentials come from where the SDK looks for them (environment,
 * files, the machine's role) and never from the address. Error: `objects/unreachable` where it is no such address.
 */
export function s3Settings(address: string): S3Settings {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 's3:' || url.host === '' || url.username !== '')
    throw new ObjectError('objects/unreachable', 'Objects are named as s3://<bucket>/<prefix>.');
  const folder = url.pathname.replace(/^\/+|\/+$/g, '');
  const endpoint = url.searchParams.get('endpoint');
  return {
    bucket: url.host,
    prefix: folder === '' ? '' : `${folder}/`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    ...(endpoint === null ? {} : { endpoint }),
  };
}

/**
 * Objects in an S3-compatible service. The name is the digest, so the bytes are put aside first: only then is their name
 * known, and their length, without which the protocol takes no stream.
 */
export function s3Objects({ bucket, prefix, endpoint, region }: S3Settings): ObjectStore {
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });
  const keyOf = (sha256: string): { Bucket: string; Key: string } => {
    if (!isObjectName(sha256)) throw new ObjectError('objects/missing', 'This is no name of an object.');
    return { Bucket: bucket, Key: `${prefix}${sha256}` };
  };

  const store: ObjectStore = {
    async put(bytes) {
      const spool = nodeSpool({ memoryBytes: SPOOL_MEMORY_BYTES })();
      const { source, digest } = await spooled(bytes, spool);
      try {
        const { sha256, sizeBytes } = digest;
        if (sizeBytes > MOST_BYTES)
          throw new ObjectError('objects/unreachable', 'The file is larger than 5 GiB.');
        await call(
          async () =>
            await client.send(
              new PutObjectCommand({
                ...keyOf(sha256),
                Body: Readable.from(copies(source), { objectMode: false }),
                ContentLength: sizeBytes,
                ContentType: 'application/octet-stream',
                // The service compares, so bytes that were changed on the way are refused.
                ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
              }),
            ),
        );
        return digest;
      } finally {
        await source.close?.();
      }
    },

    async open(sha256, fromByte = 0) {
      const place = keyOf(sha256);
      // The end of an object is not a range that the protocol knows.
      if (fromByte > 0 && (await store.sizeOf(sha256)) === fromByte) return Readable.from([]);
      const Range = fromByte === 0 ? {} : { Range: `bytes=${fromByte}-` };
      const { Body } = await call(
        async () => await client.send(new GetObjectCommand({ ...place, ...Range })),
      );
      if (!(Body instanceof Readable))
        throw new ObjectError('objects/missing', `There is no object ${sha256}.`);
      return Body;
    },

    async sizeOf(sha256) {
      try {
        const { ContentLength } = await call(
          async () => await client.send(new HeadObjectCommand(keyOf(sha256))),
        );
        return ContentLength ?? 0;
      } catch (error) {
        if (error instanceof ObjectError && error.code === 'objects/missing') return undefined;
        throw error;
      }
    },

    async remove(sha256) {
      await call(async () => await client.send(new DeleteObjectCommand(keyOf(sha256))));
    },

    async *list() {
      for (let ContinuationToken: string | undefined; ; ) {
        const page = await call(
          async () =>
            await client.send(
              new ListObjectsV2Command({
                Bucket: bucket,
                Prefix: prefix,
                ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
              }),
            ),
        );
        for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
          const sha256 = Key.slice(prefix.length);
          if (isObjectName(sha256)) yield { sha256, sizeBytes: Size, storedMs: LastModified?.getTime() ?? 0 };
        }
        ContinuationToken = page.NextContinuationToken;
        if (ContinuationToken === undefined) return;
      }
    },
  };
  return store;
}

async function spooled(bytes: AsyncIterable<Uint8Array>, spool: Spool) {
  const tap = tapDigest(bytes);
  try {
    for await (const piece of tap.bytes) await spool.write(piece);
    return { source: await spool.finish(), digest: tap.digest() };
  } catch (error) {
    await spool.discard();
    throw error;
  }
}

/** A source may use its memory again for the next piece, and a request keeps several on their way. */
async function* copies(source: ByteSource): AsyncGenerator<Uint8Array> {
  for await (const piece of source.stream(CHUNK_BYTES)) yield piece.slice();
}

/** The SDK retries what may pass by itself; what is left gets a name. Its message may hold the address, and stays away. */
async function call<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const { name = '', $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
    if (error instanceof ObjectError) throw error;
    if (name === 'NotFound' || name === 'NoSuchKey' || $metadata?.httpStatusCode === 404)
      throw new ObjectError('objects/missing', 'There is no such object.');
    throw new ObjectError('objects/unreachable', `The object service answered ${name}.`, error);
  }
}
