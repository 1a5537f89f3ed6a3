import { family } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';

/** Pages, scripts and services of different builds that meet. */
export const version = family('version', 'develop', directory);
