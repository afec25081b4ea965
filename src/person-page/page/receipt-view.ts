import type { Language } from '../../workspace/index.ts'
import type { WithdrawalReceipt } from '../receipt.ts'
import { moment } from './frame.ts'
import { pageWords } from './words/words.ts'

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
    ...receipt.withdrawn.map(({ use }) =>
      use === 'one_quote'
        ? `- ${words.oneQuote}. ${words.takenOut}`
        : `- ${words.uses[use].name}. ${words.uses[use].no}`,
    ),
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
