import type { PageDefinition } from '../kit/page.ts'
import {
  pages as codingPages,
  personSections as codingSections,
  recordingParts,
  registerPassageParts,
} from '../../src/coding/ui/index.ts'
import { pages as confidentialityPages } from '../../src/confidentiality/ui/index.ts'
import {
  pages as personPages,
  participantParts,
  passageParts,
  personSections as quoteSections,
} from '../../src/person-page/ui/index.ts'
import {
  pages as conversationPages,
  personSections as conversationSections,
  registerParticipantParts,
  registerRecordingParts,
} from '../../src/conversations/ui/index.ts'
import { pages as collectPages } from '../../src/collect/ui/index.ts'
import { pages as insightPages } from '../../src/insights/ui/index.ts'
import { pages as wordsPages } from '../../src/words/ui/index.ts'
import { pages as workspacePages } from '../../src/workspace/ui/index.ts'
import { pages as consentPages } from '../../src/consent/ui/index.ts'
import { pages as peoplePages, registerPersonSections } from '../../src/people/ui/index.ts'
import { pages as recruitingPages } from '../../src/recruiting/ui/index.ts'
import { pages as requestPages, personSections as requestSections } from '../../src/requests/ui/index.ts'
import { pages as segmentPages, personSections as segmentSections } from '../../src/segments/ui/index.ts'
import { pages as sourcePages } from '../../src/sources/ui/index.ts'

/** Every page of every room. A room adds itself by one import of its `ui/index.ts` and one line here. */
export const pages: PageDefinition[] = [
  ...insightPages,
  ...collectPages,
  ...workspacePages,
  ...conversationPages,
  ...codingPages,
  ...recruitingPages,
  ...confidentialityPages,
  ...wordsPages,
  ...peoplePages,
  ...sourcePages,
  ...segmentPages,
  ...consentPages,
  ...requestPages,
  ...personPages,
]

// Parts of a person’s page that rooms above people contribute.
registerPersonSections([
  ...segmentSections,
  ...conversationSections,
  ...codingSections,
  ...quoteSections,
  ...requestSections,
])
// Parts of what members see of a participant, that rooms below conversations contribute.
registerParticipantParts(participantParts)
// What coding puts around the player of a recording.
registerRecordingParts(recordingParts)
// What can be done with a marked passage of a participant, that rooms below coding contribute.
registerPassageParts(passageParts)
