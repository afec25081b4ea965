import type { PageWords } from './words.ts'

const exportKinds: Record<string, string> = {
  project: 'The whole study for another program',
  quotes: 'Quotes',
  matrix: 'A table of what was talked about',
  report: 'A report',
  'report print': 'A report on paper',
  memos: 'What the team wrote down about it',
  'list to invite': 'A list of addresses to invite',
  'list to mail': 'A list of addresses to mail',
}

export const en: PageWords = {
  language: 'English',
  skip: 'Go to the content',
  languages: 'Language',
  title: (workspace) => `Your conversation with ${workspace}`,
  about: (study) => `It was about: ${study}`,
  lead: 'Here you see what we wrote down of what you said, and what we use it for. You decide: correct it, approve it, or take your permission back. Everything you change here holds at once.',
  yours: 'The link to this page is yours alone. Please don’t pass it on.',
  recorded: 'What we wrote down',
  recordings: 'Recordings of you',
  recordingsLead:
    'They are heard only by those who work with the conversations, while you allow recording and analysing. If you take recording back below, they are deleted, also for others heard in them. For a copy of the sound, ask whoever talked with you.',
  recordingOf: (day, isVideo) => `${isVideo ? 'Video' : 'Sound'} of ${day}`,
  recordingGoes: (day) =>
    day === null ? 'No day is set yet on which it is deleted.' : `It is deleted on ${day}.`,
  documents: 'Photos and documents of yours',
  documentsLead:
    'They are seen only by those who work with the conversations: photos while you allow recording and analysing, documents while you allow analysing. They come with a copy of your data, and they go when you are erased.',
  documentOf: (day, isPhoto) => `${isPhoto ? 'Photo' : 'Document'} of ${day}`,
  sittings: 'Notes of conversations',
  sittingsLead:
    'Whoever talks with you may write notes while you speak. They are read only while you allow analysing what was said, they come with a copy of your data, and they go when you are erased.',
  sittingPlanned: (day) => `Planned for ${day}`,
  willAsk: (name) => `${name} will ask.`,
  sittingHeld: (day) => `Held on ${day}`,
  sitsIn: (names) => `Sits in: ${names}.`,
  notesKept: (count) => (count === 1 ? 'One note is kept.' : `${count} notes are kept.`),
  recordedNone: 'Nothing you said has been written down yet.',
  conversation: (date) => `Conversation of ${date}`,
  kind: (kind) => (kind === 'open-answers' ? 'Your written answers' : 'Written down word by word'),
  asked: (name) => `${name} asked the questions.`,
  words: (count, isOne) => (isOne ? '1 word of yours' : `${count} words of yours`),
  others: (count) =>
    `${count === 1 ? 'One other person' : `${count} other people`} took part. You see only your own part, and nobody sees yours on their page.`,
  read: 'Read, correct and approve it',
  approvedAt: (date) => `You approved it on ${date}.`,
  changedSince: 'It was corrected after you approved it. Please read it again.',
  notApproved: 'You have not approved it yet.',
  usesTitle: 'What we may do with it',
  usesLead:
    'You say yes or no to each, and can change your mind at any time. Saying no has no disadvantage for you.',
  uses: {
    recording: {
      name: 'Record and write down the conversation',
      yes: 'We may record what is said and write it down, so that nobody has to remember it.',
      no: 'We record no further conversation with you.',
    },
    conversation_analysis: {
      name: 'Analyse what you said',
      yes: 'Our team reads what you said and compares it with what others said, to understand people better.',
      no: 'Nobody in the team sees your words any more, or what was replied to them, and they count nowhere. They are kept locked, so that you can still read them here.',
    },
    quoting: {
      name: 'Quote you under a made-up name',
      yes: 'We may show sentences of yours, word for word, under a made-up name. Your real name never stands beside them.',
      no: 'Your sentences disappear from everything we show, at once, and are in nothing we take out of the program from now on.',
    },
    invitation: {
      name: 'Ask you for another conversation',
      yes: 'We may write to you when we would like to talk with you again.',
      no: 'We do not ask you again.',
    },
  },
  states: { yes: 'Yes', no: 'No', open: 'Not asked yet, so we don’t' },
  allow: 'Say yes',
  takeBack: 'Say no',
  allTitle: 'Take everything back',
  allWhat:
    'Your words disappear from everything the team sees, and we do not ask you again. You get a receipt. You can say yes again later.',
  allDo: 'Take everything back',
  quotes: 'Your words, and where they are used',
  quotesLead: 'Sentences the team has marked. If one should be shown nowhere, take it out.',
  quotesNone: 'No sentence of yours is marked or quoted.',
  underCodes: (codes) => `Stands under: ${codes}`,
  inSets: (names) => `Stands in the collection: ${names}`,
  inPortraits: (segments) => `May be shown in the portrait of: ${segments}`,
  quotesClosed: 'You have not allowed quoting, so none of this is shown as a quote.',
  takeOut: 'Take this out',
  takenOut: 'Taken out at your request. It is shown nowhere as a quote.',
  oneQuote: 'One sentence of yours',
  askedToTakeOut: 'You asked us to take one sentence of yours out.',
  writtenDown: (name, channel) =>
    channel === null
      ? `${name ?? 'We'} wrote it down for you.`
      : `${name ?? 'We'} wrote it down for you (${channel}).`,
  byName: {
    name: 'Quote you with your name',
    what: (name) =>
      `We may show sentences of yours, word for word, with the name ${name} beside them, as you asked.`,
    instead: 'Rather under a made-up name',
  },
  exports: 'Who has taken it out of the program',
  exportsLead:
    'Files with your words or what was made of them. If you take something back, these people are told to delete it.',
  exportsNone: 'Nobody has taken your words out of the program.',
  exportKind: (kind) => exportKinds[kind] ?? kind,
  exportedBy: (date, name) => `${date}, ${name}`,
  exportedBySomebody: 'somebody who no longer works here',
  soundSent: (day) => `Sound of ${day}, sent to be written down`,
  soundSentLead:
    'To have what you said written down, your sound was sent to a service outside our team. If you take something back, ask us what it still keeps.',
  receipts: 'Your receipts',
  receiptsNone: 'You have taken nothing back.',
  receipt: (date) => `Taken back on ${date}`,
  download: 'Download the receipt',
  receiptTitle: 'Receipt: permission taken back',
  receiptStudy: 'Study',
  receiptTime: 'Time',
  receiptWithdrawn: 'Taken back',
  receiptTold: (count) =>
    count === 0
      ? 'Nobody had taken these words out of the program.'
      : `${count === 1 ? 'One earlier file' : `${count} earlier files`} held your words. Those who have them are told to delete them.`,
  receiptProof: 'Proof that this receipt is ours',
  back: 'Back to your page',
  you: 'You',
  interviewer: 'Interviewer',
  hidden: (count) => (count === 1 ? 'Somebody else spoke here.' : 'Others spoke here.'),
  closedHere:
    'You have taken back that this is analysed. Nobody in the team sees it; you can read it here, and correct it again once you have said yes.',
  standIns:
    'We have exchanged names, places and numbers in your words, so that nobody can tell who you or others are. What is exchanged is underlined with dots: invented names, or a note in brackets. You said it differently, and you need not correct it. What you really said is kept locked and comes with a copy of your data.',
  standInsHere:
    'Names, places or numbers in these words were exchanged to protect people. You need not correct them.',
  correct: 'Correct',
  correctWhat: 'Write what you said, or meant to say',
  correctedByYou: 'Corrected by you',
  save: 'Save',
  cancel: 'Cancel',
  approve: 'Yes, this is right',
  approveWhat:
    'Have you read it all, and is it what you said? Then approve it. You can still correct it afterwards.',
  done: {
    allowed: 'Thank you. That is written down and holds from now on.',
    withdrawn: 'That is taken back and holds from now on. Your receipt is at the bottom of the page.',
    corrected: 'Your correction is saved. The team works with your words now.',
    approved: 'Thank you. Your approval is written down.',
    refused:
      'The sentence is taken out. It is shown nowhere as a quote. Your receipt is at the bottom of the page.',
  },
  faults: {
    changed: {
      title: 'The text was changed while you were writing.',
      todo: 'The newest text stands above. What you wrote is still in the box: look at both, then save again.',
    },
    empty: { title: 'There is no text left.', todo: 'Write what you said, or cancel.' },
    closed: {
      title: 'You have taken back that this is analysed.',
      todo: 'Nobody works with these words, so there is nothing to correct. Say yes to it first.',
    },
    gone: {
      title: 'There is nothing here.',
      todo: 'Open the link from your mail again, whole, to the last letter.',
    },
    old: {
      title: 'This link no longer works.',
      todo: 'It is too old or was taken back. Ask whoever sent it for a new one. What you decided still holds.',
    },
    'too-many': { title: 'That was too often.', todo: 'Wait a few minutes, then try again.' },
    unexpected: {
      title: 'Something went wrong on our side.',
      todo: 'Nothing was changed. Try again in a moment.',
    },
  },
}
