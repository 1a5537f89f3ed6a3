// Where things lie in the kernel's memory. The host writes the key tables and the input and reads the events.

/** Tables of known keys, written once by the host (src/scan/wasm/wasm-kernel.ts), by kind of container. */
export const TABLES: usize = 0x10000;
/** Bytes of one container's table: a count, then rows from byte 8 on. */
export const TABLE_BYTES: usize = 1024;
/** A key: length of its name, field, container, unused; then the name. */
export const KEY_BYTES: usize = 40;

/** A header value whose object is still open when a chunk ends is kept here; two take turns. */
export const CARRY: usize = 0x18000;
export const CARRY_BYTES: usize = 4096;

/** What is known of the entry being walked, and the same of an entry of which nothing is known: row.ts. */
export const ROW: usize = 0x1a000;
export const BLANK_ROW: usize = 0x1a100;
export const ROW_BYTES: usize = 176;

/** Container kinds from the root down, one byte each, then the keys met in each, four bytes each. */
export const KINDS: usize = 0x1c000;
export const SEEN: usize = 0x20000;
/** Short strings met lately, 16 KiB: known-strings.ts. */
export const KNOWN: usize = 0x30000;
/** Deepest nesting that the two stacks can hold. */
export const DEEPEST: i32 = 16000;

/**
 * Input begins here. Behind it `prepare` lays out the positions (u32), the bytes at them, the backslash masks (u64 for each 64
 * bytes), the blocks to look at closer and the events. The bytes before it are zero: the UTF-8 check looks three bytes back.
 */
export const INPUT: usize = 0x40000;

/** kind, field and flags in a word; a free word; then two offsets from address 0. Behind a ROW event lies the row. */
export const EVENT_BYTES: usize = 16;
