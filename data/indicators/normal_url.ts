const ENDS_A_SENTENCE = /[),.;:'">\]]+$/;

/** A URL with lower-case scheme and host, without the default port; path, query and fragment as they are. */
export function normalUrl(text: string): string | null {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(text);
  const [, scheme = "", authority = "", rest = ""] = match ?? [];
  if (
    match === null || /\s/.test(text) ||
    !/^(?:https?|ftps?|wss?|sftp|ssh|tcp|udp)$/i.test(scheme)
  ) {
    return null;
  }
  const host = hostOfAuthority(scheme, authority);
  return host === null
    ? null
    : `${scheme.toLowerCase()}://${host}${withoutSentenceEnd(rest)}`;
}

function hostOfAuthority(scheme: string, authority: string): string | null {
  try {
    const url = new URL(
      `${/^ftp/i.test(scheme) ? "ftp" : scheme.toLowerCase()}://${authority}/`,
    );
    const user = authority.includes("@")
      ? `${authority.slice(0, authority.lastIndexOf("@"))}@`
      : "";
    const host = url.hostname.replace(/\.$/, "");
    return host === ""
      ? null
      : user + host + (url.port === "" ? "" : `:${url.port}`);
  } catch {
    return null;
  }
}

/** Punctuation after a URL belongs to the sentence; a closing bracket that the URL opened stays. */
function withoutSentenceEnd(rest: string): string {
  const [ending = ""] = ENDS_A_SENTENCE.exec(rest) ?? [];
  const kept = ending.startsWith(")") && rest.includes("(") ? ")" : "";
  return rest.slice(0, rest.length - ending.length) + kept;
}
