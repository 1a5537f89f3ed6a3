/**
 * Why a recording could not be made. `record/no-browser` none is installed, or not where it was said · `record/browser-failed` it
 * ended before it could be recorded · `record/no-display` there is no screen to show a window on · `record/not-reachable` no browser
 * answers there · `record/not-local` the address is not of this machine · `record/keeper-ended` the process that keeps the recording
 * is gone.
 */
export const recordErrorCodes = [
  'record/no-browser',
  'record/browser-failed',
  'record/no-display',
  'record/not-reachable',
  'record/not-local',
  'record/keeper-ended',
] as const;

export type RecordErrorCode = (typeof recordErrorCodes)[number];
