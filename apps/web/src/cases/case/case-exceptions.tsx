import { useAnswer } from '../api/use-answer.ts';
import type { Exception } from '../exceptions/exception.ts';
import { ExceptionTable } from '../exceptions/exception-table.tsx';
import { useCaseWords } from '../words/use-case-words.ts';

/** What was asked for of the originals of this case, whatever became of it. */
export function CaseExceptions({ caseId }: { readonly caseId: string }) {
  const { exceptions: words } = useCaseWords();
  const found = useAnswer<readonly Exception[]>(`/api/exceptions?caseRef=${encodeURIComponent(caseId)}`);
  if (found.value === undefined || found.value.length === 0) return null;
  return <ExceptionTable title={words.ofCase} exceptions={found.value} onChange={found.reload} />;
}
