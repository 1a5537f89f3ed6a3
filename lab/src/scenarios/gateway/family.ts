import { family } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';

/** Answers of what stands between the browser and a service. */
export const gateway = family('gateway', 'develop', directory);
