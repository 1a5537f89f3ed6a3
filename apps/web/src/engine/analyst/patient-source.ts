import type { ByteSource } from '@harrier/har';

/** The same source for one who has time: every read waits until what somebody is looking at has ended. */
export function patientSource(source: ByteSource, underWay: () => Promise<unknown> | undefined): ByteSource {
  const { readSync: _, ...others } = source;
  return {
    ...others,
    read: async (offset, length) => {
      for (let other = underWay(); other !== undefined; other = underWay()) await other;
      return await source.read(offset, length);
    },
    stream: source.stream.bind(source),
  };
}
