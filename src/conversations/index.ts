export { conversationRoom, conversationRoutes } from './room.ts'
export {
  bringInterview,
  fingerprintOf,
  type Bringing,
  type Brought,
  type SpeakerChoice,
} from './bring-interview.ts'
export { correctUtterance, onUtteranceCorrected, type Correction } from './correction.ts'
export { addParticipant, linkParticipant, listParticipants, recordAgreements } from './participants.ts'
export { archiveStudy, changeStudy, createStudy, findStudy, listStudies } from './studies.ts'
export {
  agreements,
  modes,
  studyBases,
  type Agreement,
  type AgreementGiven,
  type Participant,
  type Study,
  type StudyDraft,
} from './study.schema.ts'
export {
  listUtterances,
  readInterview,
  type InterviewSpeaker,
  type InterviewText,
  type InterviewUtterance,
  type SpeakerRole,
  type SpokenUtterance,
} from './transcript-text.ts'
export { readOpenAnswers } from './transcripts/open-answers.ts'
export { readPastedText, readTranscript, type TranscriptProblemId } from './transcripts/read-transcript.ts'
export type { ParsedTranscript, TranscriptKind } from './transcripts/transcript.ts'
