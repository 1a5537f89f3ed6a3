/** Groups of pages, in the order in which they are listed. The first word after `harrier explain`. */
export const topicGroups = [
  'read',
  'capture',
  'tracking',
  'method',
  'status',
  'header',
  'phase',
  'finding',
  'glossary',
] as const;

export type TopicGroup = (typeof topicGroups)[number];
