/**
 * A script for the page's beginning that makes what it draws by chance the same in every run: `Math.random`,
 * `crypto.randomUUID` and `crypto.getRandomValues`. Each document draws from its own sequence.
 */
export function seededRandomScript(seed: string): string {
  return `(${seedPage})(${JSON.stringify(seed)})`;
}

/** Runs in the page. */
function seedPage(seed: string): void {
  let state = 0x811c9dc5;
  // FNV-1a over the seed and what tells this document from the ones before it.
  for (const unit of `${seed} ${location.href} ${history.length}`)
    state = Math.imul(state ^ unit.charCodeAt(0), 0x01000193) >>> 0;
  // Mulberry32: small, and good enough for ids in captures.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  Math.random = () => next() / 0x1_0000_0000;
  crypto.getRandomValues = (array) => {
    if (array === null) return array;
    const view = array as unknown as ArrayBufferView;
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let index = 0; index < bytes.length; index++) bytes[index] = next() & 0xff;
    return array;
  };
  crypto.randomUUID = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
