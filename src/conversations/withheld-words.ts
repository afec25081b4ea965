import { Problem } from '../platform/index.ts'

/** What a member meets who goes on working with words whose speaker does not, or no longer, let them be analysed. */
export function wordsWithheld(): Problem {
  return new Problem({
    id: 'words-withheld',
    status: 409,
    detail:
      'Whoever said this does not, or no longer, permit that it is analysed. It is not shown any more; everything else you did is kept.',
  })
}
