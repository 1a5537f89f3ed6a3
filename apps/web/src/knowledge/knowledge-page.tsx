import { useWords } from '../words/use-words.ts';
import { KnowledgeReader } from './knowledge-reader.tsx';

/** The knowledge base in the whole window; needs no capture. */
export function KnowledgePage() {
  const { knowledgeBase } = useWords();
  return (
    <main className="capture" aria-label={knowledgeBase.title}>
      <KnowledgeReader layout="beside" />
    </main>
  );
}
