import { family } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';

/** Pages that work, and look in places as if they did not. */
export const works = family('healthy', 'develop', directory);
