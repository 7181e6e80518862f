/** Puts text on the clipboard. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Hands a text to the reader as a file. */
export function saveFile(
  text: string,
  options: { name: string; type: string },
): void {
  const url = URL.createObjectURL(new Blob([text], { type: options.type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = options.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
