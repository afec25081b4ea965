// What reads transcripts and knows no database: rooms below use it in threads of their own.
export { guessRoles } from './roles.ts'
export { readTranscript } from './read-transcript.ts'
export type { ParsedTranscript } from './transcript.ts'
