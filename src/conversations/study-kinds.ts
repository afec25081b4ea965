// Safe in the browser.

export const studyKinds = ['depth', 'focus-group', 'field-visit', 'concept-test', 'open-survey'] as const
export type StudyKind = (typeof studyKinds)[number]

/** The guides that can be begun from. */
export const templateIds = [
  'story',
  'laddering',
  'switch',
  'concept',
  'employer',
  'candidate',
  'brand',
  'group',
  'visit',
  'survey',
] as const
export type TemplateId = (typeof templateIds)[number]

type Usual = {
  /** People in one conversation: at least, usually, at most. */
  people: { least: number; usual: number; most: number }
  /** People to hear. */
  target: number
  template: TemplateId
}

/** What a kind of study changes, until a member says otherwise. */
export const usualFor: Record<StudyKind, Usual> = {
  depth: { people: { least: 1, usual: 1, most: 1 }, target: 20, template: 'story' },
  'focus-group': { people: { least: 2, usual: 6, most: 12 }, target: 24, template: 'group' },
  'field-visit': { people: { least: 1, usual: 1, most: 6 }, target: 20, template: 'visit' },
  'concept-test': { people: { least: 1, usual: 1, most: 1 }, target: 20, template: 'concept' },
  'open-survey': { people: { least: 1, usual: 1, most: 1 }, target: 200, template: 'survey' },
}

/** Whether people of a study come together in a gathering planned before anybody has said that they come. */
export function gathers(kind: StudyKind): boolean {
  return kind === 'focus-group'
}

/** How many people one conversation of a study is held with. A depth interview is held with one. */
export function sessionSize({ kind, asked }: { kind: StudyKind; asked: number | null }): number {
  const { least, usual, most } = usualFor[kind].people
  return Math.min(most, Math.max(least, asked ?? usual))
}
