/** What the knowledge base says in the workbench besides its pages, in one language. */
export interface KnowledgeWords {
  readonly title: string;
  readonly search: string;
  readonly nothing: string;
  readonly topics: string;
  readonly back: string;
  /** Leads from a card to its page; its key stands beside it. */
  readonly wholePage: string;
  readonly loading: string;
  /** There is no page of this name: a header that nobody registered. */
  unknown(topic: string): string;
}
