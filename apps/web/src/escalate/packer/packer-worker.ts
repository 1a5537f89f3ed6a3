import { expose } from 'comlink';
import { Packer } from './packer.ts';

expose(new Packer());
