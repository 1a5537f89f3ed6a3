/** The page that is opened from the disk has no server, so nobody uploads through it: no OpenPGP stands in the file. */
export function CustomerPage(_: { readonly place: unknown }): null {
  return null;
}
