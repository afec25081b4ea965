/** The form of consent, use by use, and what its answers say: each with the very words that stood there. */
import { z } from 'zod'
import { soundGoes, type AgreementGiven } from '../../conversations/index.ts'
import { html, type Html } from '../../platform/index.ts'
import { quotingManners } from '../../consent/index.ts'
import type { InviteeLanguage } from '../recruiting.schema.ts'
import { askedUses, consentVersion, inviteeWords, type AskedUse } from '../wording/words.ts'
import { address, type Place } from './frame.ts'

/** Nothing is ticked before: only a choice of theirs is a yes. */
export function consentForm({
  place,
  called,
  asksName,
  soundHost,
}: {
  place: Place
  called: string
  asksName: boolean
  soundHost: string | null
}): Html {
  const words = inviteeWords[place.language]
  const uses = askedUses.map((use) => {
    const { name } = words.uses[use]
    const what = whatOf(use, { language: place.language, soundHost })
    return html`<label class="choice"
      ><input type="checkbox" name="${use}" value="yes" /><span>${name}<small>${what}</small></span></label
    >`
  })
  const offered = quotingManners.filter((manner) => asksName || manner !== 'name')
  const manners = ['no' as const, ...offered].map(
    (manner) =>
      html`<label class="choice"
        ><input type="radio" name="quoting" value="${manner}" required /><span
          >${manner === 'no' ? words.quoting.no : words.quoting.manners[manner]}</span
        ></label
      >`,
  )
  return html`<form method="post" action="${address(place, '/agreement')}">
    <input type="hidden" name="version" value="${versionOf(soundHost)}" />
    <input type="hidden" name="language" value="${place.language}" />
    <label for="called">${words.called}</label>
    <input id="called" type="text" name="called" maxlength="80" autocomplete="given-name" value="${called}" />
    <p class="soft small">${words.calledWhat}</p>
    <fieldset>
      <legend>${words.consentLead}</legend>
      ${uses}
    </fieldset>
    <fieldset>
      <legend>${words.quoting.name}</legend>
      <p>${words.quoting.what}</p>
      ${manners} ${asksName && quotedAs(place)}
    </fieldset>
    <button class="main">${words.agree}</button>
  </form>`
}

/** What the form is written with: the language, and where recordings may be sent to. */
type Shown = { language: InviteeLanguage; soundHost: string | null }

/** What is agreed to; of recording also where the sound goes, where it may go outside the team. */
function whatOf(use: AskedUse, { language, soundHost }: Shown): string {
  const { what } = inviteeWords[language].uses[use]
  return use === 'recording' && soundHost !== null ? `${what} ${soundGoes[language](soundHost)}` : what
}

/** Who reads of one service has not agreed to another. */
const versionOf = (soundHost: string | null) =>
  soundHost === null ? consentVersion : `${consentVersion} ${soundHost}`

function quotedAs({ language }: Place): Html {
  const { quotedAs: name, quotedAsWhat: what } = inviteeWords[language].quoting
  return html`<label for="quotedAs">${name}</label>
    <input id="quotedAs" type="text" name="quotedAs" maxlength="120" autocomplete="name" />
    <p class="soft small">${what}</p>`
}

const Sent = z.object({
  version: z.string(),
  language: z.string(),
  called: z.string().trim().max(80).catch(''),
  recording: z.enum(['yes', 'no']).catch('no'),
  conversation_analysis: z.enum(['yes', 'no']).catch('no'),
  invitation: z.enum(['yes', 'no']).catch('no'),
  quoting: z.enum(['no', ...quotingManners]),
  quotedAs: z.string().trim().max(120).catch(''),
})

export type ConsentGiven = {
  called: string
  agreements: AgreementGiven[]
  again: { given: boolean; wording: string; version: string }
}

/**
 * What was said on the form; `changed` where it was another text than the one that stands now, so that nobody is held to words they did not
 * read; `missing` where no answer about quoting was given; `nameless` where they want their name to stand there and did not say it.
 */
export function readConsent(
  form: Record<string, string>,
  { language, soundHost }: Shown,
): ConsentGiven | 'changed' | 'missing' | 'nameless' {
  const sent = Sent.safeParse(form)
  if (!sent.success) return 'missing'
  if (sent.data.version !== versionOf(soundHost) || sent.data.language !== language) return 'changed'
  const words = inviteeWords[language]
  const of = (name: string, what: string) => `${name}. ${what}`
  const manner = sent.data.quoting
  const { quotedAs } = sent.data
  if (manner === 'name' && quotedAs === '') return 'nameless'
  const shared = { language, version: versionOf(soundHost), channel: 'invitation' }
  const uses = (['recording', 'conversation_analysis'] as const).map((use) => ({
    ...shared,
    agreement: use,
    given: sent.data[use] === 'yes',
    wording: of(words.uses[use].name, whatOf(use, { language, soundHost })),
  }))
  const quoting = {
    ...shared,
    agreement: 'quoting' as const,
    given: manner !== 'no',
    wording: of(words.quoting.what, manner === 'no' ? words.quoting.no : words.quoting.manners[manner]),
    ...(manner === 'no' ? {} : { manner }),
    ...(manner === 'name' ? { quotedAs } : {}),
  }
  const { name, what } = words.uses.invitation
  return {
    called: sent.data.called,
    agreements: [...uses, quoting],
    again: { given: sent.data.invitation === 'yes', wording: of(name, what), version: versionOf(soundHost) },
  }
}
