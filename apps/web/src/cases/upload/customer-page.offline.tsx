/** The page that is opened from the disk has no server, so nobody comes to it by a link. */
export function CustomerPage(): null {
  return null;
}
