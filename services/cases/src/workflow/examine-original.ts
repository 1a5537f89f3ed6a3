import { type ByteSource, type Capture, HarReadError, openCapture, type SpoolFactory } from '@harrier/har';
import type { Examined } from './context.ts';
import { IntakeTrouble } from './intake-trouble.ts';

/**
 * Opens the file as a capture. What cannot be opened although it begins like one is trouble, not "nothing to do": a bomb or
 * a broken archive may hold credentials too.
 */
export async function examineOriginal(original: ByteSource, spool: SpoolFactory): Promise<Examined> {
  try {
    const capture = await openCapture(original, { spool });
    try {
      const { format, otherMembers } = capture.container;
      if (capture.index.length === 0 && !(await breaksOff(capture))) return { skipped: 'no-entries' };
      return { format, entries: capture.index.length, otherCaptures: otherMembers.length };
    } finally {
      await capture.close();
    }
  } catch (error) {
    if (!(error instanceof HarReadError)) throw error;
    switch (error.code) {
      case 'har/not-json':
      case 'har/not-a-capture':
      case 'har/empty':
        return { skipped: 'not-a-capture' };
      case 'har/password-needed':
      case 'har/password-wrong':
        return { skipped: 'protected' };
      default:
        throw new IntakeTrouble('intake/unreadable', error.code);
    }
  }
}

/** A capture that breaks off in its first request holds no whole one, and the credentials of the half. */
async function breaksOff(capture: Capture): Promise<boolean> {
  // Loaded when it is asked for: the process that examines does nothing else with the sanitizer, and is small.
  const { isDamaged } = await import('@harrier/sanitize');
  return isDamaged(capture);
}
