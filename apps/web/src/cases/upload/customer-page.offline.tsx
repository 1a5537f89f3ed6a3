/** The page that is opened from the disk has no server, so nobody is asked for a capture. */
export function CustomerPage(): null {
  return null;
}
