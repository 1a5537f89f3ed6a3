/** `harrier` as one file: `npm run build:single`. What `bin/harrier.js` is to a checkout. */
import { main, processIo } from './main.ts';

process.exit(await main(process.argv.slice(2), processIo()));
