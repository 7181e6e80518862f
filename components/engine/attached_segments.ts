/** A segment that is attached, or on its way. */
export interface AttachedSegment {
  readonly url: string;
  readonly done: Promise<void>;
}

/** Which segments an engine has attached, by alias, and at which address. */
export class AttachedSegments {
  readonly #byAlias = new Map<string, AttachedSegment>();
  /** How often the file at an address was given up. */
  readonly #releases = new Map<string, number>();

  get(alias: string): AttachedSegment | undefined {
    return this.#byAlias.get(alias);
  }

  /** Has `attach` attach what lies at a location, and forgets it if that fails. */
  begin(
    alias: string,
    { location, attach }: {
      location: string;
      attach: (url: string) => Promise<void>;
    },
  ): AttachedSegment {
    const url = this.#addressOf(location);
    const attached = { url, done: attach(url) };
    this.#byAlias.set(alias, attached);
    attached.done.catch(() => {
      if (this.#byAlias.get(alias) === attached) this.#byAlias.delete(alias);
    });
    return attached;
  }

  /** Forgets the segment at an address, or all where that is not known, and gives them. */
  release(damaged: string | null): { alias: string; url: string }[] {
    const all = [...this.#byAlias].map(([alias, { url }]) => ({ alias, url }));
    const released = all.filter(({ url }) => url === (damaged ?? url));
    for (const { alias, url } of released) {
      this.#byAlias.delete(alias);
      const plain = withoutQuery(url);
      this.#releases.set(plain, (this.#releases.get(plain) ?? 0) + 1);
    }
    return released;
  }

  /** Another one after each release: pages that DuckDB kept of the former belong to no file then. */
  #addressOf(location: string): string {
    const url = new URL(location, globalThis.location?.href).href;
    const releases = this.#releases.get(url);
    return releases === undefined ? url : `${url}?again=${releases}`;
  }
}

function withoutQuery(url: string): string {
  return url.replace(/\?again=\d+$/, "");
}
