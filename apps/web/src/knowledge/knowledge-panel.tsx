import { Suspense } from 'react';
import { lazyPart } from '../frame/unloaded.ts';

const KnowledgeReader = lazyPart(async () => (await import('./knowledge-reader.tsx')).KnowledgeReader);

/** The knowledge base beside the table. */
export function KnowledgePanel() {
  return (
    <Suspense fallback={<div aria-busy />}>
      <KnowledgeReader layout="narrow" />
    </Suspense>
  );
}
