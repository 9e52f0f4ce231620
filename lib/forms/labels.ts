// Words for fields: labels, help, and how a label reads inside a sentence.

/** "aws_access_key" -> "Aws Access Key": only where the schema gives no title. */
export function labelFromKey(key: string): string {
  const words = key.split(/[_\s]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || key;
}

/** "ConnectionComponents" -> "Connection components": names of classes, as choices. */
export function labelFromModel(title: string): string {
  const words = title.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2");
  const sentence = inSentence(words);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const acronyms = /^(api|arn|aws|cpu|gcp|gcs|gpu|http|id|ip|json|smb|sql|ssh|ssl|tls|ttl|uri|url|vpc|yaml)$/;

/** A label inside a sentence: "Bucket Path" -> "bucket path", "Registry Url" -> "registry URL". */
export function inSentence(label: string): string {
  return label.split(" ").map(wordInSentence).join(" ");
}

function wordInSentence(word: string): string {
  if (word.length < 2 || !/^\p{Lu}[\p{Ll}'-]*$/u.test(word)) return word;
  const lower = word.toLowerCase();
  return acronyms.test(lower) ? word.toUpperCase() : lower;
}

/** With its article: "a bucket path", "an AWS access key ID"; "volumes" stays as it is. */
export function withArticle(label: string): string {
  const words = inSentence(label);
  const last = words.split(" ").at(-1) ?? "";
  if (/[^s]s$/.test(last) && !/(us|is|as)$/.test(last)) return words;
  const first = words.split(" ")[0] ?? "";
  const isSpelled = /^[\p{Lu}\d]+$/u.test(first);
  const isVowel = isSpelled ? /^[AEFHILMNORSX8]/.test(first) : /^[aeio]|^u(?!ni|rl|ri|ser|se\b)/i.test(first);
  return `${isVowel ? "an" : "a"} ${words}`;
}

/** What one row is called: "Volumes" -> "volume", "To Emails" -> "to email"; undefined when there is no singular. */
export function singularOf(label: string): string | undefined {
  const words = inSentence(label);
  if (/(ses|ches|xes)$/.test(words)) return words.slice(0, -2);
  if (/[^aeiou]ies$/.test(words) && !/(cook|mov)ies$/.test(words)) return `${words.slice(0, -3)}y`;
  return /[^s]s$/.test(words) && !/(us|is)$/.test(words) ? words.slice(0, -1) : undefined;
}
