/** Milliseconds after which no frame is waited for: a page out of sight draws none. */
const LONGEST = 100;

/** Resolves when the page is about to draw. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, LONGEST);
  });
}
