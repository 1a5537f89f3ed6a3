import type { PlaybookProblemWords } from '../../error/playbook-problem.ts';

export const playbookProblems: PlaybookProblemWords = {
  'playbook/too-large': () => 'the file is larger than a playbook may be (4 MB)',
  'playbook/not-json': () => 'this is no JSON',
  'playbook/missing': (detail) => `the member “${detail}” is missing`,
  'playbook/unknown-member': () => 'no member of this name is known here; look for a misspelling',
  'playbook/not-text': () => 'a text that is not empty is expected',
  'playbook/not-scalar': () => 'a text, a number, true, false or null is expected',
  'playbook/not-list': () => 'a list is expected',
  'playbook/empty-list': () => 'the list needs at least one item',
  'playbook/not-object': () => 'an object is expected',
  'playbook/not-integer': () => 'a whole number from 0 is expected',
  'playbook/not-one-of': (detail) => `one of these is expected: ${detail}`,
  'playbook/bad-id': () => 'an id of small letters, digits and hyphens is expected',
  'playbook/bad-name': () => 'a name is expected that begins with a letter and holds letters, digits and _',
  'playbook/bad-path': () => 'a path that begins with / is expected',
  'playbook/bad-pointer': () => 'a JSON pointer is expected: empty, or beginning with /',
  'playbook/bad-pattern': () =>
    'this is no regular expression that runs in linear time; look-around and back-references are not taken',
  'playbook/bad-status': () => 'two statuses are expected: from, and before which',
  'playbook/double-id': (detail) => `the id “${detail}” is there twice`,
  'playbook/unknown-rule': (detail) => `there is no rule “${detail}”`,
  'playbook/unknown-fact': (detail) => `the sentence names “${detail}”, which the finding does not extract`,
  'playbook/unknown-list': (detail) => `there is no list of labels “${detail}”`,
  'playbook/unknown-service': (detail) => `there is no service “${detail}”`,
};
