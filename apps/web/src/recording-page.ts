/** What the extension's page for an ended recording is made of. */
export { activeTab, type CaptureTab, useOpenCaptures } from './captures/open-captures.ts';
export { byteText } from './captures/quantity.ts';
export type { CleanCapture } from './engine/sanitize/find-and-replace.ts';
export { SanitizePage } from './sanitize/sanitize-page.tsx';
export { theme } from './theme.ts';
export { useLanguage, useWords } from './words/use-words.ts';
