import type { ByteSource } from '@harrier/har';

/** The same source for one who has time: every read waits until what somebody is looking at has ended. */
export function patientSource(source: ByteSource, underWay: () => Promise<unknown> | undefined): ByteSource {
  const { readSync: _, readInto, ...others } = source;
  const othersHaveEnded = async (): Promise<void> => {
    for (let other = underWay(); other !== undefined; other = underWay()) await other;
  };
  return {
    ...others,
    read: async (offset, length) => {
      await othersHaveEnded();
      return await source.read(offset, length);
    },
    ...(readInto === undefined
      ? {}
      : {
          readInto: async (offset, memory, length) => {
            await othersHaveEnded();
            return await readInto(offset, memory, length);
          },
        }),
    stream: source.stream.bind(source),
  };
}
