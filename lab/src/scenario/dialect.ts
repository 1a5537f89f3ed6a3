/** The forms in which one run of a scenario is kept, and the file of each. */
export const dialectFiles = {
  /** DevTools' *Export HAR (with sensitive data)*. */
  chrome: 'chrome.har',
  /** DevTools' *Export HAR (sanitized)*. */
  'chrome-sanitized': 'chrome-sanitized.har',
  /** Playwright's `recordHar`, bodies in the file. */
  playwright: 'playwright.har',
  /** Playwright's `recordHar`, bodies as files of a zip. */
  'playwright-zip': 'playwright.zip',
  /** Fiddler's session archive, written by us from what DevTools exported. */
  fiddler: 'fiddler.saz',
} as const;

export type Dialect = keyof typeof dialectFiles;

export const dialects = Object.keys(dialectFiles) as readonly Dialect[];
