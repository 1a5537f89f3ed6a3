/**
 * Version of the detectors and replacements together: year, month, and a number. A report names it, so that two
 * results can be compared. Change it whenever a capture could come out differently.
 */
export const RULE_SET = '2026.11.4';
