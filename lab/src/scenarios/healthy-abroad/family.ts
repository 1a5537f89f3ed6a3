import { family } from '../web-app/app.ts';
import { annuaire } from '../web-app/looks.ts';

/** Other pages that work, and look in other places as if they did not. */
export const works = family('healthy-abroad', 'measure', annuaire);
