/** A tar archive in the format of POSIX.1-1988, with GNU's entries for names of more than 100 bytes. */
export function tarOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Buffer {
  const blocks: Buffer[] = [];
  for (const { name, bytes } of files) {
    const long = Buffer.from(`${name}\0`);
    if (long.length > 100) blocks.push(header('././@LongLink', long.length, 'L'), padded(long));
    blocks.push(header(name.slice(0, 99), bytes.length, '0'), padded(Buffer.from(bytes)));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function header(name: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 'latin1');
  block.write('0000644\0', 100);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('15150177463\0', 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** A zstd frame whose one block is not compressed. Spec: RFC 8878 §3.1.1. Less than 256 bytes. */
export function zstdOf(bytes: Uint8Array): Uint8Array {
  const blockHeader = 1 | (bytes.length << 3);
  return Uint8Array.of(
    ...[0x28, 0xb5, 0x2f, 0xfd, 0x20, bytes.length],
    ...[blockHeader & 0xff, (blockHeader >> 8) & 0xff, blockHeader >> 16],
    ...bytes,
  );
}
