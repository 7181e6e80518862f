import "../cell/cell_frame.ts";
import "../prose/prose_block.ts";

/** Whether a block of the page is being written: its editor is open, or the cursor stands in the control of an input. */
export function isWriting(page: ParentNode): boolean {
  const frames = [...page.querySelectorAll("pivotbook-cell-frame")];
  const prose = [...page.querySelectorAll("pivotbook-prose-block")];
  return [...frames, ...prose].some(({ editing }) => editing) ||
    frames.some(({ shadowRoot }) =>
      shadowRoot?.activeElement?.localName === "pivotbook-input-control"
    );
}
