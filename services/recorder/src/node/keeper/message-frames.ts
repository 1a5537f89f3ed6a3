import type { KeeperMessage } from './keeper-task.ts';

/**
 * A message as bytes: the length of all (u32), the length of its head (u32), the head as JSON, its `text` as it is. Big endian.
 */
export function frameOf(message: KeeperMessage): Buffer {
  const { text = '', ...head } = message as KeeperMessage & { text?: string };
  const headBytes = Buffer.from(JSON.stringify(head), 'utf8');
  const textBytes = Buffer.from(text, 'utf8');
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(headBytes.length + textBytes.length, 0);
  lengths.writeUInt32BE(headBytes.length, 4);
  return Buffer.concat([lengths, headBytes, textBytes]);
}

/** The messages in a stream of bytes. What a writer that died left half written is left. */
export async function* messagesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<KeeperMessage> {
  let chunks: Uint8Array[] = [];
  let heldBytes = 0;
  let neededBytes = 8;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < neededBytes) continue;
    const buffer = Buffer.concat(chunks);
    let from = 0;
    neededBytes = 8;
    while (buffer.length - from >= 8) {
      const bodyBytes = buffer.readUInt32BE(from);
      const headBytes = buffer.readUInt32BE(from + 4);
      if (buffer.length - from < 8 + bodyBytes) {
        neededBytes = 8 + bodyBytes;
        break;
      }
      const head = JSON.parse(buffer.toString('utf8', from + 8, from + 8 + headBytes)) as object;
      const text = buffer.toString('utf8', from + 8 + headBytes, from + 8 + bodyBytes);
      yield { ...head, text } as unknown as KeeperMessage;
      from += 8 + bodyBytes;
    }
    chunks = [buffer.subarray(from)];
    heldBytes = buffer.length - from;
  }
}
