/** Packages of the one file are signed elsewhere: what signs stays a file of its own. */
export function SignButton() {
  return null;
}
