import { later } from '../../../web/kit/later.tsx'
import type { PageDefinition } from '../../../web/kit/page.ts'
import type { PersonSectionDefinition } from '../../people/ui/index.ts'

export { sendWaitingNotes } from './sitting/waiting-notes.ts'
export { registerParticipantParts, type ParticipantPartDefinition } from './participant-parts.ts'

export { NamesWaiting } from './names-waiting.tsx'
export { Player } from './recordings/player.tsx'
export { PlaySound, type SoundPlace } from './recordings/play-quote.tsx'
export { registerRecordingParts, type RecordingPartDefinition } from './recordings/recording-parts.ts'
export { useAudible, useInterviewSound, type RecordingShown } from './recordings/recordings-data.ts'
export { timeAt as wordTime } from '../recordings/word-starts.ts'
export type { Playing } from './recordings/use-player.ts'
export type { Stretch } from './recordings/waveform.tsx'

/** The notes of a conversation beside its transcript. */
export const { Part: NotesBeside, fetch: fetchNotesBeside } = later(
  async () => (await import('./sitting/notes-beside.tsx')).NotesBeside,
)

export const pages: PageDefinition[] = [
  {
    path: '/w/$workspaceId/studies',
    title: 'conversations.studies.title',
    permission: 'studies.read',
    nav: { group: 'studies', order: 10, label: 'conversations.studies.all' },
    load: () => import('./studies-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/new',
    title: 'conversations.new.title',
    permission: 'studies.write',
    load: () => import('./new-study-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/$studyId',
    title: 'conversations.study.title',
    permission: 'studies.read',
    study: [
      { step: 'plan', order: 10, tab: 'plan', label: 'conversations.tab.plan' },
      { step: 'plan', order: 40, tab: 'promise', label: 'conversations.tab.promise' },
      { step: 'recruit', order: 20, tab: 'participants', label: 'conversations.participants' },
      { step: 'talk', order: 10, tab: 'sittings', label: 'conversations.tab.sittings' },
      { step: 'transcripts', order: 10, tab: 'interviews', label: 'conversations.interviews' },
    ],
    load: () => import('./study-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/$studyId/edit',
    title: 'conversations.edit.title',
    permission: 'studies.write',
    study: [{ step: 'plan', order: 30 }],
    load: () => import('./edit-study-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/$studyId/guide',
    title: 'conversations.guide',
    permission: 'studies.read',
    study: [{ step: 'plan', order: 20 }],
    load: () => import('./guide-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/$studyId/guide/print',
    title: 'conversations.guide.print',
    permission: 'studies.read',
    load: () => import('./guide-print-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/$studyId/recordings',
    title: 'conversations.sound.title',
    permission: 'studies.read',
    study: [{ step: 'transcripts', order: 30 }],
    load: () => import('./recordings/recordings-page.tsx'),
  },
  {
    path: '/w/$workspaceId/recordings/$recordingId',
    title: 'conversations.sound.title',
    permission: 'studies.read',
    within: 'studies',
    load: () => import('./recordings/recording-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/$studyId/documents',
    title: 'conversations.documents.title',
    permission: 'transcripts.read',
    study: [{ step: 'transcripts', order: 40 }],
    load: () => import('./documents/documents-page.tsx'),
  },
  {
    path: '/w/$workspaceId/studies/$studyId/import',
    title: 'conversations.import.title',
    permission: 'studies.write',
    study: [{ step: 'transcripts', order: 20, label: 'conversations.import' }],
    load: () => import('./import-page.tsx'),
  },
  {
    path: '/w/$workspaceId/sittings/$sittingId',
    title: 'conversations.interview',
    permission: 'studies.read',
    within: 'studies',
    load: () => import('./sitting/sitting-page.tsx'),
  },
  {
    path: '/w/$workspaceId/mirror',
    title: 'conversations.mirror.mine',
    permission: 'studies.read',
    nav: { group: 'studies', order: 50 },
    study: [{ step: 'talk', order: 20 }],
    load: () => import('./mirror/mirror-trend-page.tsx'),
  },
  {
    path: '/w/$workspaceId/interviews/$interviewId/mirror',
    title: 'conversations.mirror.title',
    permission: 'studies.read',
    within: 'studies',
    load: () => import('./mirror/mirror-page.tsx'),
  },
]

/** On a person's page: the conversations they took part in. */
export const personSections: PersonSectionDefinition[] = [
  {
    id: 'conversations',
    title: 'conversations.person.title',
    permission: 'people.read',
    order: 40,
    load: () => import('./person-conversations.tsx'),
  },
]
