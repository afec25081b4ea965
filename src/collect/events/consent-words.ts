import type { ConsentEntry } from '../../consent/index.ts'
import type { Purpose } from '../../consent/index.ts'

/** Names that consent banners give their categories, as our purposes; our own names count too. */
const purposeOf: Record<string, Purpose> = {
  analysis: 'analysis',
  analytics: 'analysis',
  conversation_analysis: 'conversation_analysis',
  invitation: 'invitation',
  research: 'invitation',
  quoting: 'quoting',
  email_marketing: 'email_marketing',
  email: 'email_marketing',
  advertising: 'advertising',
  marketing: 'advertising',
}

type Said = {
  preferences: Readonly<Record<string, boolean>>
  personNo: number
  /** Somebody we know by more than what a key in a web page says: such a key may take away for them, not give. */
  isKnown: boolean
  happenedAt: Date
  sourceId: string
  messageId: string
}

/** What `context.consent.categoryPreferences` of an event says, as entries of the ledger. */
export function consentWords(said: Said): ConsentEntry[] {
  return Object.entries(said.preferences).flatMap(([category, yes]): ConsentEntry[] => {
    const purpose = purposeOf[category.toLowerCase()]
    if (purpose === undefined || (yes && said.isKnown)) return []
    return [
      {
        personNo: said.personNo,
        purpose,
        state: yes ? 'given' : 'withdrawn',
        happenedAt: said.happenedAt,
        wording: `context.consent.categoryPreferences.${category}`,
        channel: 'event',
        sourceId: said.sourceId,
        actor: { kind: 'person' },
        evidenceId: `event:${said.messageId}:${purpose}`,
      },
    ]
  })
}
