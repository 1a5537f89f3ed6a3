import { lazy, Suspense } from 'react';

const KnowledgeReader = lazy(async () => ({
  default: (await import('./knowledge-reader.tsx')).KnowledgeReader,
}));

/** The knowledge base beside the table. */
export function KnowledgePanel() {
  return (
    <Suspense fallback={<div aria-busy />}>
      <KnowledgeReader layout="narrow" />
    </Suspense>
  );
}
