import { describe, expect, it } from 'vitest'
import { readPlainText } from './plain-text.ts'
import { guessRoles } from './roles.ts'

function rolesOf(text: string): [string | null, string, string][] {
  return guessRoles(readPlainText(text)).map(({ speaker, role, why }) => [speaker, role, why])
}

describe('guessRoles', () => {
  it.each([
    ['Interviewer', 'Respondent'],
    ['Moderatorin', 'Teilnehmerin 2'],
    ['Ordstyrer', 'Deltager 1'],
    ['Intervjuare', 'Deltagare'],
    ['Gespreksleider', 'Geïnterviewde'],
    ['VRAAG', 'ANTWOORD'],
    ['Q', 'A'],
  ])('believes the labels %s and %s', (lead, answer) => {
    expect(rolesOf(`${lead}: So.\n${answer}: Yes?\n${lead}: Right.\n${answer}: What?`)).toEqual([
      [lead, 'interviewer', 'label'],
      [answer, 'participant', 'label'],
    ])
  })

  it('takes who asks and talks less for the interviewer', () => {
    const text =
      'Eva: What happened?\nIb: A long story that goes on and on and on.\nEva: And then?\nIb: Then it stopped, all at once, as these things do.'
    expect(rolesOf(text)).toEqual([
      ['Eva', 'interviewer', 'questions'],
      ['Ib', 'participant', 'talk-share'],
    ])
  })

  it('does not take somebody who mostly talks for the interviewer', () => {
    const text =
      'Eva: Right? You know what I mean? It went on for hours and hours and hours.\nIb: Mm.\nEva: And why? Nobody could say, and nobody ever did.\nIb: Mm.'
    expect(rolesOf(text).map(([, role]) => role)).toEqual(['participant', 'participant'])
  })

  it('gives the figures the guess rests on', () => {
    const [eva] = guessRoles(readPlainText('Eva: Why?\nIb: Because of that.\nEva: Oh.\nIb: Yes, yes, yes.'))
    expect(eva).toMatchObject({ questionShare: 0.5, talkShare: 0.25 })
  })

  it('takes one who speaks alone for a participant, and nobody for nobody', () => {
    expect(rolesOf('Just my story.')).toEqual([[null, 'participant', 'only-speaker']])
    expect(guessRoles({ speakers: [], utterances: [] })).toEqual([])
  })
})
