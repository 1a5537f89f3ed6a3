/** The one file cannot bring a library that has to stay a file of its own; its page offers no signing. */
export async function loadOpenPgp(): Promise<never> {
  throw new Error('The one file signs nothing.');
}
