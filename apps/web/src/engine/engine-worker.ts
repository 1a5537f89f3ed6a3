import { expose } from 'comlink';
import { CaptureEngine } from './capture-engine.ts';

expose(new CaptureEngine());
