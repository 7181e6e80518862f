/** A pause of some milliseconds that ends as soon as the signal comes; one that has come already shortens nothing. */
export async function rest(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    if (!signal.aborted) signal.addEventListener("abort", done);
  });
}
