import type { Language } from '../../workspace/index.ts'
import type { WithdrawalReceipt } from '../receipt.ts'
import type { TakenBack } from '../own-uses.ts'
import { moment } from './frame.ts'
import { pageWords, type PageWords } from './words/words.ts'

/** A receipt as a text file, in words and with what proves it. */
export function receiptText(
  receipt: WithdrawalReceipt,
  given: { language: Language; workspace: string; study: string },
): string {
  const { language, workspace, study } = given
  const words = pageWords[language]
  const lines = [
    words.receiptTitle,
    '',
    workspace,
    `${words.receiptStudy}: ${study}`,
    `${words.receiptTime}: ${moment(language, new Date(receipt.at))}`,
    '',
    `${words.receiptWithdrawn}:`,
    ...receipt.withdrawn.map(({ use }) => {
      const { name, now } = takenBackWords(words, use)
      return `- ${name}. ${now}`
    }),
    '',
    words.receiptTold(receipt.exportsTold),
    '',
    `${words.receiptProof}:`,
    JSON.stringify(receipt, null, 2),
    '',
  ]
  // A byte order mark, so that every editor reads the letters right.
  return `\uFEFF${lines.join('\r\n')}`
}

/** What was taken back, and how it is from then on. */
export function takenBackWords(words: PageWords, use: TakenBack): { name: string; now: string } {
  if (use === 'one_quote') return { name: words.oneQuote, now: words.takenOut }
  if (use === 'credited_name') return { name: words.byName.name, now: words.uses.quoting.yes }
  const { name, no } = words.uses[use]
  return { name, now: no }
}
