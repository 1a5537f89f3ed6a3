// Where things lie in the kernel's memory. The TypeScript side writes the key tables and reads the events.

/** Key tables, written once by the host: see `keyTableBytes` in src/scan/wasm/. */
export const TABLES: usize = 0x10000;
/** Bytes of one container's table: a count, then rows of ROW_BYTES. */
export const TABLE_BYTES: usize = 1024;
export const ROW_BYTES: usize = 40;

/** A header value whose object is still open when a chunk ends is kept here; two take turns. */
export const CARRY: usize = 0x18000;
export const CARRY_BYTES: usize = 4096;

/** Container kinds from the root down, one byte each, then the keys met in each, four bytes each. */
export const KINDS: usize = 0x1c000;
export const SEEN: usize = 0x20000;
/** Deepest nesting that the two stacks can hold. */
export const DEEPEST: i32 = 16000;

/** Input begins here; positions and events follow it, as `prepare` lays them out. */
export const INPUT: usize = 0x40000;

export const EVENT_BYTES: usize = 32;
