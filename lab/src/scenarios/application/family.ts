import { family } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';

/** Failures that an application tells in its answers. */
export const application = family('application', 'develop', directory);
