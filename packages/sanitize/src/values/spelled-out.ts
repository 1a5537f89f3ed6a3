import { isPlaceholder } from './placeholder.ts';

/** Whether a value stands there itself: neither a variable of a shell or a template, nor a stand-in; a comma or a full stop may end it. */
export function isSpelledOut(value: string): boolean {
  return !/^[$%<{]/.test(value) && !isPlaceholder(value.replace(/[,.]$/, ''));
}
