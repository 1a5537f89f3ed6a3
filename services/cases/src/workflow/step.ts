/** What is done with one attachment, in this order. What each does stands in the README. */
export const steps = [
  'detect',
  'sanitize',
  'upload-clean',
  'encrypt',
  'upload-sealed',
  'verify-sealed',
  'delete-original',
  'probe-deletion',
  'note',
] as const;

export type Step = (typeof steps)[number];
