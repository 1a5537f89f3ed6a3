import { family } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';

/** Pages that ask too much, too often, or in the wrong order. */
export const traffic = family('traffic', 'develop', directory);
