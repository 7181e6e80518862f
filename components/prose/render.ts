import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({
  html: false,
  linkify: false,
  typographer: false,
});

/** Elements that prose never has, whatever it says. */
const FORBIDDEN = [
  "img",
  "style",
  "form",
  "input",
  "iframe",
  "svg",
  "math",
  "video",
  "audio",
];

/** Draws Markdown as safe elements; `${…}` outside of code shows the value of that name. */
export function renderProse(
  raw: string,
  values: ReadonlyMap<string, string>,
): DocumentFragment {
  const fragment = DOMPurify.sanitize(markdown.render(raw), {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: FORBIDDEN,
    FORBID_ATTR: ["style", "id", "class", "name"],
  });
  for (const link of fragment.querySelectorAll("a")) closeOff(link);
  fillValues(fragment, values);
  return fragment;
}

/** A link elsewhere opens apart and tells nothing of this page. */
function closeOff(link: HTMLAnchorElement): void {
  if (link.getAttribute("href")?.startsWith("#")) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}

function fillValues(
  fragment: DocumentFragment,
  values: ReadonlyMap<string, string>,
): void {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.parentElement?.closest("code, pre")) fillText(text, values);
  }
}

function fillText(text: Text, values: ReadonlyMap<string, string>): void {
  const parts = text.data.split(/(\$\{[A-Za-z_][\w.]*\})/);
  if (parts.length === 1) return;
  text.replaceWith(...parts.map((part) => filled(part, values)));
}

function filled(
  part: string,
  values: ReadonlyMap<string, string>,
): Node | string {
  if (!part.startsWith("${")) return part;
  const name = part.slice(2, -1);
  const span = document.createElement("span");
  span.className = "value";
  span.title = name;
  span.textContent = values.get(name) ?? "…";
  return span;
}
