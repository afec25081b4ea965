export type { SpeakerChoice } from './join-speakers.ts'
export { conversationRoom, conversationRoutes } from './room.ts'
export {
  bringInterview,
  fingerprintMeanwhile,
  fingerprintOf,
  onWordsBrought,
  type Bringing,
  type Brought,
  type WordsBrought,
} from './bring-interview.ts'
export {
  correctUtterance,
  correctWithin,
  onCorrecting,
  onUtteranceCorrected,
  type Correction,
} from './correction.ts'
export { documentOfFile, findDocument, keepFile, listDocuments, readDocument } from './documents/documents.ts'
export { pageSizes, type PageSize } from './documents/page-sizes.ts'
export { listInterviews } from './interviews.ts'
export { newestInterviews } from './newest-interviews.ts'
export { listParticipants } from './list-participants.ts'
export { addParticipants, joinStudy, recordAgreements, writeAgreements } from './participants.ts'
export {
  cancelSitting,
  joinSitting,
  leaveSitting,
  markMissed,
  moveSitting,
  planSitting,
} from './sittings/plan-sitting.ts'
export { guideInWords } from './guide/guide-words.ts'
export { GuideSection } from './guide/guide.schema.ts'
export { dueSittings } from './sittings/sittings.ts'
export { isLead, mayKnowParticipant } from './sittings/who-meets.ts'
export { promiseOf, thisWeekOf } from './promise.ts'
export { recordingsOfParticipant, type OwnRecording } from './recordings/own-recordings.ts'
export { sendingsOfParticipant, soundGoes, soundHost, type OwnSending } from './recordings/sendings.ts'
export { soundOfWords } from './recordings/sound-place.ts'
export { createStudy, findStudy, listStudies } from './studies.ts'
export {
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

export { readPastedText, readTranscript, type TranscriptProblemId } from './transcripts/read-transcript.ts'
export type { ParsedTranscript, TranscriptKind } from './transcripts/transcript.ts'
export {
  SpeakerMeant,
  onLabelWritten,
  removeSpeaker,
  renameSpeaker,
  speakerMeant,
  type LabelWritten,
} from './speakers.ts'
export { assignTurns, findBefore, joinTurns, onWordsMoved, splitTurn, type WordsMoved } from './turns.ts'
export { holdBoth, holdEveryTurn, holdTurnToSplit, type HeldTurn } from './held-turns.ts'
export { wordsWithheld } from './withheld-words.ts'
export { placeAfter, replaceStretches, withReplacements, type Replacement } from './replaced-stretches.ts'
export { onParticipantsJoined, type ParticipantsJoined } from './join-participants.ts'
export { documentsOfParticipant, ownDocumentFile, type OwnDocument } from './documents/own-documents.ts'
export { onTakingBack, type TakingBack } from './taken-back.ts'
export { onTeamWords, teamWordsToKeep, type TeamWords } from './team-words.ts'
export { labelStrength } from './transcripts/speaker-words.ts'
export { gathers, sessionSize, studyKinds, type StudyKind } from './study-kinds.ts'
