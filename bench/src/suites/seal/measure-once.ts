import { answerMeasurement } from '../../measure/answer-measurement.ts';
import { variants } from './variants.ts';

await answerMeasurement(variants);
