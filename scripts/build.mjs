/** `npm run build`: installs when needed, builds what is stale. */
import { readyOrExit } from './ensure-ready.mjs';

readyOrExit();
