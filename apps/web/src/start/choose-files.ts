/** Lets a person choose files, with the browser's own dialog. */
export function chooseFiles(open: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.onchange = () => {
    for (const file of input.files ?? []) open(file);
  };
  input.click();
}
