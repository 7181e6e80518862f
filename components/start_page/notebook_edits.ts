import { withTitle } from "@pivotbook/cells";
import { ConflictError } from "@pivotbook/data";
import type { Api } from "../api.ts";
import type { NotebookFile, NotebookSummary } from "../api_types.ts";
import { titleOf } from "../notebook/title.ts";

/** Gives a notebook another title, also one that is changed meanwhile; its file and address stay. */
export async function renameNotebook(
  api: Api,
  { name, title }: { name: string; title: string },
): Promise<void> {
  await retitle(api, { name, title }).catch(async (error) => {
    if (!(error instanceof ConflictError)) throw error;
    await retitle(api, { name, title });
  });
}

async function retitle(
  api: Api,
  { name, title }: { name: string; title: string },
): Promise<void> {
  const file = await api.notebook(name);
  const text = withTitle(file.text, title);
  if (text !== file.text) await api.saveNotebook({ ...file, text });
}

/** Makes another notebook of the same text; its title says that it is a copy. */
export async function copyNotebook(
  api: Api,
  notebook: NotebookSummary,
): Promise<NotebookFile> {
  const { text } = await api.notebook(notebook.name);
  const title = `${titleOf(notebook)} (copy)`;
  return await api.createNotebook(withTitle(text, title));
}
