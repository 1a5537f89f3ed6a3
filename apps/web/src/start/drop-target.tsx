import { useWords } from '../words/use-words.ts';
import classes from './drop-target.module.css';
import { useDroppedFiles } from './dropped-files.ts';

/** The whole page takes files; while some are held over it, it says so. */
export function DropTarget() {
  const { bench } = useWords();
  return (
    useDroppedFiles() && (
      <div className={classes.target} role="status">
        <span className={classes.words}>{bench.frame.dropHere}</span>
      </div>
    )
  );
}
