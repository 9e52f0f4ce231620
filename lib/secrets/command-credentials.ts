// Credentials inside of commands: `["--token", "x"]`, `--token=x`, `TOKEN=x`, and the same in one text.
import { isCredentialName, isCredentialText } from "@/lib/secrets/credential-name";

/** Which of the words of a command carry a credential. Null stands for a value that is no text. */
export function findCommandCredentials(words: readonly (string | null)[]): readonly boolean[] {
  return words.map((word, index) => {
    if (word === null) return false;
    return isCredentialWord(word) || (isCredentialFlag(words[index - 1]) && !word.startsWith("--"));
  });
}

/** `deploy --token x && TOKEN=x run`: a text of several words, one of which carries a credential. */
export function isCredentialCommand(text: string): boolean {
  const words = text.slice(0, maxLength).split(/\s+/);
  return words.length > 1 && findCommandCredentials(words).includes(true);
}

const maxLength = 20_000;

function isCredentialWord(word: string): boolean {
  if (isCredentialText(word)) return true;
  const [, name, value] = /^-{0,2}([A-Za-z_][\w.-]*)=(.+)$/s.exec(word) ?? [];
  return name !== undefined && value !== undefined && (isCredentialName(name) || isCredentialText(value));
}

/** The value of the flag is the next word. */
function isCredentialFlag(word: string | null | undefined): boolean {
  return typeof word === "string" && /^--?[A-Za-z][\w.-]*$/.test(word) && isCredentialName(word);
}
