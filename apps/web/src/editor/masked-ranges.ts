import type { Extension, Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import classes from '../details/values/masked.module.css';
import { LOCK } from '../details/values/masked.tsx';
import { maskedParts } from '../details/values/masked-parts.ts';

/** What a page knows of the values behind the masks. */
interface MaskedValues {
  shownValue(masked: string): string | undefined;
  toggle(masked: string): void;
  label(isShown: boolean): string;
}

/** Shows every pseudonym in view as a lock that opens at a click. */
export function maskedRanges(values: MaskedValues): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = decorate(view, values);
      }

      update(update: ViewUpdate): void {
        // An update without anything in it says that values were shown or hidden.
        const isHint = !update.docChanged && !update.selectionSet && update.transactions.length > 0;
        if (update.docChanged || update.viewportChanged || isHint)
          this.decorations = decorate(update.view, values);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

function decorate(view: EditorView, values: MaskedValues): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    let at = from;
    for (const { text, masked } of maskedParts(view.state.sliceDoc(from, to))) {
      if (masked)
        ranges.push(
          Decoration.replace({ widget: new Lock(text, values.shownValue(text), values) }).range(
            at,
            at + text.length,
          ),
        );
      at += text.length;
    }
  }
  return Decoration.set(ranges);
}

class Lock extends WidgetType {
  readonly #masked: string;
  readonly #value: string | undefined;
  readonly #values: MaskedValues;

  constructor(masked: string, value: string | undefined, values: MaskedValues) {
    super();
    this.#masked = masked;
    this.#value = value;
    this.#values = values;
  }

  override eq(other: Lock): boolean {
    return other.#masked === this.#masked && other.#value === this.#value;
  }

  override toDOM(): HTMLElement {
    const button = document.createElement('button');
    const isShown = this.#value !== undefined;
    button.type = 'button';
    button.className = (isShown ? classes.shown : classes.masked) ?? '';
    button.title = this.#values.label(isShown);
    button.setAttribute(LOCK, isShown ? 'open' : 'closed');
    button.textContent = this.#value ?? this.#masked;
    button.onclick = () => this.#values.toggle(this.#masked);
    return button;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
