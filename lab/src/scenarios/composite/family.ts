import { family } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';

/** Several things are wrong at once, and one of them brings the others about. */
export const composite = family('composite', 'develop', directory);
