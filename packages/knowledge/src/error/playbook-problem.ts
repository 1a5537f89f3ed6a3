/** What is wrong with a playbook. Some have a detail, which the comment says. */
export type PlaybookProblemCode =
  | 'playbook/too-large'
  | 'playbook/not-json'
  /** The member that is missing. */
  | 'playbook/missing'
  | 'playbook/unknown-member'
  | 'playbook/not-text'
  | 'playbook/not-scalar'
  | 'playbook/not-list'
  | 'playbook/empty-list'
  | 'playbook/not-object'
  | 'playbook/not-integer'
  /** What may stand there. */
  | 'playbook/not-one-of'
  | 'playbook/bad-id'
  | 'playbook/bad-name'
  | 'playbook/bad-path'
  | 'playbook/bad-pointer'
  | 'playbook/bad-pattern'
  | 'playbook/bad-status'
  /** The id. */
  | 'playbook/double-id'
  /** What is named and not there: a rule, a fact, a list of labels, a service. */
  | 'playbook/unknown-rule'
  | 'playbook/unknown-fact'
  | 'playbook/unknown-list'
  | 'playbook/unknown-service';

/** Says what is wrong; `detail` as the code has it. What a playbook itself says comes through as it is: who shows it escapes it. */
export type PlaybookProblemWords = Readonly<Record<PlaybookProblemCode, (detail: string) => string>>;
