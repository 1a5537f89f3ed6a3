/** The page that is opened from the disk has no server, so no cases. */
export function CaseArea(): null {
  return null;
}
