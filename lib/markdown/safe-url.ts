const safeProtocols = ["https:", "http:", "mailto:"];

/** The address in full when it leads to the web or a mailbox; undefined for everything else, also what is relative. */
export function safeUrl(text: string): string | undefined {
  const url = URL.parse(text.trim());
  if (!url || !safeProtocols.includes(url.protocol)) return undefined;
  // `https://docs.example.com@evil.example`: nobody needs a name and a password in a description.
  return url.username === "" && url.password === "" ? url.href : undefined;
}
