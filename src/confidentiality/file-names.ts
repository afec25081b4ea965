/** What a file is called, with spaces where its words are tied together (`interview_anna-lise.m4a`); dates and numbers as they stand. */
export const fileNameInWords = (name: string): string =>
  name.replaceAll(/(?<=\p{L})[-_]+|[-_]+(?=\p{L})/gu, ' ')

/** Replaces in what a file is called, word by word; as it stands where nothing is replaced. */
export const inFileName =
  (replace: (text: string) => string) =>
  (name: string): string => {
    const words = fileNameInWords(name)
    const now = replace(words)
    return now === words ? name : now
  }
