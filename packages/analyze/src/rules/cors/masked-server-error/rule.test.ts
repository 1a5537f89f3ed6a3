import { checkRule } from '../../../testing/check-rule.ts';
import { answeredWith, worked } from '../../../testing/cors-steps.ts';
import { maskedServerError } from './rule.ts';

checkRule(maskedServerError, import.meta.url, {
  'finds.gateway-that-failed-without-the-field': answeredWith({ server: 'istio-envoy' }, { status: 502 }),
  'finds.service-that-says-why-behind-another-origin': answeredWith(
    { 'access-control-allow-origin': 'https://other.example.test' },
    { status: 500, body: { message: 'Something broke' } },
  ),
  'quiet.refusal-for-another-origin': answeredWith(
    { 'access-control-allow-origin': 'https://other.example.test' },
    { status: 404 },
  ),
  'quiet.success-without-the-field': answeredWith({}),
  'quiet.answers-that-allow-the-page': worked,
});
