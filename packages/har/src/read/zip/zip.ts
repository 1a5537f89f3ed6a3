import { HarReadError } from '../../notes/har-read-error.ts';
import type { Reader } from '../reader.ts';

export const zip: Reader = {
  id: 'zip',
  async open() {
    throw new HarReadError('har/not-a-capture', 'Zip archives are not read yet.');
  },
};
