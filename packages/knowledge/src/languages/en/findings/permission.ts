import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const what = f.featureCount === 1 ? 'one feature' : `${f.featureCount} features`;
      const more = f.featureCount > 10 ? ' …' : '';
      if (f.outdatedSince !== undefined)
        return `The service still hides ${what} (${f.features}${more}): it worked that out at ${f.outdatedSince}, and the template that grants it was changed ${f.modifiedAt === undefined ? 'later' : `at ${f.modifiedAt}`}.`;
      const where = f.template === undefined ? 'A permission template' : `The template ${quote(f.template)}`;
      const level = f.level === undefined ? '' : ` (${f.level})`;
      return `${where}${level} hides ${what} from the user: ${f.features}${more}.`;
    },
    explanation: (f) => {
      const changed =
        f.modifiedAt === undefined
          ? ''
          : ` The template was last changed at ${f.modifiedAt}${f.modifiedBy === undefined ? '' : ` by ${f.modifiedBy}`}.`;
      const rank = f.rank === undefined ? '' : ` Its rank is ${f.rank}.`;
      const others =
        f.alsoHidden === undefined ? '' : ` It hides ${f.alsoHidden} more that nothing here asks for.`;
      const disputed = f.conflicting
        ? ' Another template of the same level grants some of it; which one counts is not in the capture.'
        : '';
      return `NO_ACCESS means that the user does not see the option; nothing fails. A setting of the user’s own goes before the organisation’s.${changed}${rank}${others}${disputed}`;
    },
    nextStep: (f) =>
      f.outdatedSince === undefined
        ? 'If the feature should be there, allow it in the organisation’s template or for this user; a change can take hours to show.'
        : 'Wait until the service has worked it out again, which can take hours; signing out and in again may hurry it.',
  },
  'permission/flag-off': {
    verdict: (f) =>
      `${request(f)} was refused with ${f.status}, and the feature flag ${quote(f.flag)} is off${search(f)}.`,
    explanation: (f) =>
      `${f.flagPlace} had said before that the feature is switched off for this user; the page should not have offered it.`,
    nextStep: (f) =>
      `Ask the service team whether ${quote(f.flag)} should be on for this organisation. ${searchStep(f)}`,
  },
  'permission/licence': {
    verdict: (f) => {
      if (f.featureCount === 0)
        return `${request(f)} was refused because of a licence${said(f.errorText, false)}${search(f)}.`;
      const needed = f.required === undefined ? '' : ` (needed: ${f.required})`;
      return `${request(f)} says that the user’s licence does not include ${f.features === '' ? 'a feature' : f.features}${needed}.`;
    },
    explanation: (f) =>
      f.featureCount === 0
        ? 'The licence that the user has, or that was to be assigned, does not allow this.'
        : 'The option is not shown, whatever the templates allow; nothing fails.',
    nextStep: () =>
      'Check which licence the user has in the administration portal, and assign the one that includes the feature.',
  },
  'permission/vendor-refused': {
    verdict: (f) =>
      `${request(f)} failed with ${f.status} because ${f.party} refused: ${quote(f.errorText)}${f.healed ? '; a later attempt succeeded' : search(f)}.`,
    explanation: (f) =>
      f.ownText === undefined
        ? `The service only passes on what ${f.party} said: ${quote(f.vendorText)}.`
        : `${f.party} said ${quote(f.vendorText)}; ${quote(f.ownText)} is the service’s own account of it.`,
    nextStep: (f) =>
      `Ask ${f.party} why it refused, and check what was ordered there for this user. For an escalation collect the full error text, a screenshot, the time and the log entries. ${searchStep(f)}`,
  },
  'permission/asked-for-off': {
    verdict: (f) =>
      `${request(f)} asked for “off” itself: ${f.field} was sent as false, although ${f.filled} was filled in.`,
    explanation: (f) =>
      f.compared
        ? 'The switch was off before and stayed off; the value beside it is new. The service did what it was asked.'
        : 'What stood there before is not in the capture, so this is only a possibility.',
    nextStep: () =>
      'Switch the feature on, save again, and look at what the request sends; if the switch was on, it is a fault of the page.',
  },
  'permission/value-lost': {
    verdict: (f) =>
      `${request(f)} was accepted, but ${f.fields}${f.fieldCount > 5 ? ' …' : ''} ${f.fieldCount === 1 ? 'is' : 'are'} not what was sent (sent ${f.sent}, now ${f.found})${search(f)}.`,
    explanation: (f) => {
      if (f.partial)
        return 'Other values of the same change are there, so it was not read too early: these were lost or refused on the way.';
      return f.maySettle
        ? 'It was read right after the change; the service may not have been ready.'
        : 'The answer was a success all the same: what refused it lies behind the service.';
    },
    nextStep: (f) =>
      f.maySettle ? `Read the setting again a minute later. ${searchStep(f)}` : searchStep(f),
  },
  'permission/job-failed': {
    verdict: (f) => {
      const job = f.job === undefined ? 'a job' : `the job ${f.job}`;
      const more = f.jobs > 1 ? ` (and ${f.jobs - 1} more)` : '';
      return `${request(f)} shows that ${job}${more} ended as ${f.jobStatus}${said(f.errorText, false)}${search(f)}.`;
    },
    explanation: (f) =>
      `The work had been accepted and failed later, so no request shows an error.${f.total === undefined ? '' : ` ${f.done} of ${f.total} were done.`}`,
    nextStep: (f) => `Mend what the job complains about and start it again for the rest. ${searchStep(f)}`,
  },
};
