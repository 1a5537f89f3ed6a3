/** `npm run build`: installs when needed, builds what is stale. */
import { ensureReady } from './ensure-ready.mjs';

ensureReady();
