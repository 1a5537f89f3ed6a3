/** First bytes of formats that hold pictures, sound or outlines and no text that a server reads. Source: WHATWG MIME Sniffing §6. */
const MARKS: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x77, 0x4f, 0x46, 0x46],
  [0x77, 0x4f, 0x46, 0x32],
  [0x00, 0x01, 0x00, 0x00, 0x00],
  [0x4f, 0x54, 0x54, 0x4f],
  [0x49, 0x44, 0x33],
  [0x4f, 0x67, 0x67, 0x53],
  [0x1a, 0x45, 0xdf, 0xa3],
];

/** Whether bytes are a picture, a font, sound or film by their first bytes. */
export function isMediaFile(bytes: Uint8Array): boolean {
  if (MARKS.some((mark) => mark.every((byte, at) => bytes[at] === byte))) return true;
  const isRiff = bytes[0] === 0x52 && bytes[1] === 0x49 && bytes[2] === 0x46 && bytes[3] === 0x46;
  // An icon says how many pictures it holds, and a film how long its first box is.
  const isIcon =
    bytes[0] === 0 &&
    bytes[1] === 0 &&
    bytes[2] === 1 &&
    bytes[3] === 0 &&
    bytes[5] === 0 &&
    (bytes[4] ?? 0) < 32 &&
    bytes[9] === 0;
  const isIsoMedia =
    bytes[0] === 0 &&
    bytes[1] === 0 &&
    bytes[2] === 0 &&
    bytes[4] === 0x66 &&
    bytes[5] === 0x74 &&
    bytes[6] === 0x79 &&
    bytes[7] === 0x70;
  return isRiff || isIcon || isIsoMedia;
}
