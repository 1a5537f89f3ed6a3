import { family } from '../web-app/app.ts';
import { annuaire } from '../web-app/looks.ts';

/** Failures that applications of other makers and countries tell in their answers. */
export const abroad = family('application-abroad', 'measure', annuaire);
