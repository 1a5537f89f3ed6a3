import { answerMeasurement } from '../../measure/answer-measurement.ts';
import { variantsWith } from './variants.ts';

// Behind the file stands the folder of the base's build, where one takes part.
await answerMeasurement(variantsWith(process.argv[4]));
