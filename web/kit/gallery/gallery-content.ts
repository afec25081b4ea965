/** Sample words of the gallery: not part of the product, so not translated. */
export const sentences = {
  segment: 'Careful savers with a mortgage',
  lead: 'People over 45 who own their home and have not been called this year. They decide slowly and ask a neighbour first.',
  segments: 'Segments',
  invite: 'Invite to an interview',
  change: 'Change the rule',
  apart: 'What sets them apart',
  outcome: 'Said yes to a deposit',
  share: 'Share',
  rule: 'Rule',
  people: 'People',
  nothing: 'Nothing yet',
  words: 'Their words',
  danish: 'Jeg ringer ikke til banken for at få en rente. Jeg ringer, fordi jeg vil sove om natten.',
  english: 'I read the letter twice, and then I asked my sister what it was they wanted from me.',
  waiting: 'Waiting',
  reading: 'Reading customers.csv',
  rowsRead: '12,400 of 40,000 rows',
  tabs: 'Views of one thing',
  why: 'Why',
  nothingTitle: 'Nobody has talked with these people',
  nothingTodo:
    'You know what they do, not why. Five conversations are enough to begin; 38 of them have agreed to be asked.',
  plan: 'Plan a study',
} as const

export const bars = [
  {
    id: '1',
    label: 'Contacted before, and it went well',
    value: 0.653,
    interval: [0.59, 0.71] as const,
    n: 231,
    href: '/kit',
  },
  { id: '2', label: 'Student or retired', value: 0.294, interval: [0.25, 0.34] as const, n: 402 },
  { id: '3', label: 'Euribor below 1.5', value: 0.211, interval: [0.19, 0.235] as const, n: 1120 },
  { id: '4', label: 'Everybody else', value: 0.047, interval: [0.04, 0.055] as const, n: 2366 },
]

export const rows = bars.map((bar, place) => ({
  id: bar.id,
  name: bar.label,
  rule: ['poutcome is success', 'job is student or retired', 'euribor3m < 1.5', 'the rest'][place] ?? '',
  people: bar.n,
  share: bar.value,
  interval: bar.interval,
}))
