/** The only capture in a package, so that whatever opens the package finds it. */
export const CAPTURE_FILE = 'capture.clean.har';
/** JSON lines. */
export const RECORDS_FILE = 'logs.jsonl';
export const PICTURE_FOLDER = 'screenshots';
export const RECORDING_FOLDER = 'recordings';
export const FLOW_FILE = 'flow.svg';
/** The same as text. */
export const FLOW_TEXT_FILE = 'flow.txt';
export const MANIFEST_FILE = 'manifest.json';
/** As `sha256sum` writes it: `sha256sum -c SHA256SUMS`. */
export const SUMS_FILE = 'SHA256SUMS';
/** OpenPGP, detached, armoured: `gpg --verify SHA256SUMS.asc`. */
export const SIGNATURE_FILE = 'SHA256SUMS.asc';
