/** The function through which the page's script reports, and the world that both live in, apart from the page's own scripts. */
export const ACTION_BINDING = 'harrierReportAction';
export const ACTION_WORLD = 'harrier';

/**
 * Runs in every document, for `Page.addScriptToEvaluateOnNewDocument`. Reports clicks, submits, and the keys Enter and Escape, by the
 * label of what they hit. What a person types is nowhere near it: of a field it takes the label, never the value; of editable text
 * and of the choices of a list nothing. A text, because nothing here could type a page's objects.
 */
export const actionScript = String.raw`(() => {
  const EDITABLE = '[contenteditable]:not([contenteditable="false"])';
  const TELLING = 'a[href],button,input,select,textarea,summary,label,[role],' + EDITABLE;
  const BUTTONS = 'input[type=submit],input[type=button],input[type=reset],input[type=image]';
  const isButton = (element) => element.matches(BUTTONS);
  // Lists and fields that a page draws by itself show what was chosen or typed as their text.
  const CHOICE = '[role=option]';
  const DRAWN = '[role=combobox],[role=listbox],[role=searchbox],[role=spinbutton],[role=textbox],' + CHOICE;
  const isField = (element) =>
    element.matches('select,textarea,' + DRAWN + ',' + EDITABLE) || (element.matches('input') && !isButton(element));

  const report = (kind, role, name) => {
    const label = name.replace(/\s+/g, ' ').trim().slice(0, 80);
    globalThis.${ACTION_BINDING}?.(JSON.stringify({ kind, role, name: label, epochMs: Date.now() }));
  };
  const roleOf = (element) => {
    const role = element.getAttribute('role');
    if (role) return role;
    if (isButton(element)) return 'button';
    if (element.matches('a')) return 'link';
    if (element.matches(EDITABLE)) return 'textbox';
    return element.matches('input') ? element.type : element.localName;
  };
  // Labels hold the fields that they name, and lists their choices: only the text beside those is a label.
  const textBeside = (element) => {
    let text = '';
    for (const node of element.childNodes) {
      if (text.length > 200) break;
      if (node.nodeType === 3) text += node.data;
      else if (node.nodeType === 1 && !isField(node)) text += ' ' + (node.getAttribute('alt') ?? textBeside(node));
    }
    return text.trim();
  };
  const nameOf = (element) => {
    if (element.matches(CHOICE)) return '';
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const labelled = ids.map((id) => document.getElementById(id)).filter((one) => one && !isField(one));
    const given = labelled.map(textBeside).join(' ') || element.getAttribute('aria-label');
    if (given) return given;
    if (isButton(element)) return element.getAttribute('value') ?? element.getAttribute('alt') ?? '';
    if (isField(element)) {
      const label = element.labels?.[0];
      return (label && textBeside(label)) || element.getAttribute('placeholder') || element.getAttribute('name') || '';
    }
    return textBeside(element) || element.getAttribute('title') || '';
  };
  const hit = (event) => {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return undefined;
    // Inside editable text everything was typed.
    return target.closest(EDITABLE) ?? target.closest(CHOICE) ?? target.closest(TELLING) ?? target;
  };
  addEventListener('click', (event) => {
    const element = event.isTrusted ? hit(event) : undefined;
    if (element === undefined) return;
    const isSurface = element.matches('html,body,main') || element.querySelector('input,textarea,select') !== null;
    report('click', roleOf(element), isSurface && !element.matches('label') ? '' : nameOf(element));
  }, true);
  addEventListener('submit', ({ target }) => {
    report('submit', 'form', target.getAttribute?.('aria-label') ?? target.getAttribute?.('name') ?? '');
  }, true);
  addEventListener('keydown', (event) => {
    if (event.isTrusted && (event.key === 'Enter' || event.key === 'Escape')) report('key', event.key, '');
  }, true);
})()`;
