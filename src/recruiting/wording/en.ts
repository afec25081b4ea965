import { whoSitsIn, type SitsIn } from './companions.ts'
import type { InviteeWords, Told } from './words.ts'

const sitsIn: SitsIn = {
  'note-taker': (names) => `Also there, to take notes: ${names}.`,
  observer: (names) => `Also there, to listen: ${names}.`,
}

const facts = ({ about, minutes, gift }: Told) => [
  ...(about === '' ? [] : [about]),
  `It takes about ${minutes} minutes.${gift === '' ? '' : ` As a thank-you: ${gift}`}`,
]
const meeting = ({ when, place, interviewer, companions }: Told) => [
  when,
  ...(place === '' ? [] : [`Where: ${place}`]),
  ...(interviewer === '' ? [] : [`You will talk with ${interviewer}.`]),
  ...whoSitsIn(companions, sitsIn),
]

export const en: InviteeWords = {
  language: 'English',
  skip: 'Skip to the content',
  languages: 'Languages',
  letters: {
    invitation: (told) => ({
      subject: `May we talk with you? ${told.workspace} would like to listen`,
      before: [
        `We at ${told.workspace} would like to hear how things really are for you. Nothing is sold; we ask and we listen.`,
        ...facts(told),
        'On your page you see what it is about, and decide for yourself:',
      ],
      action: 'See what it is about',
      after: [
        'You were drawn by lot among the people who allow us to ask. The link is yours alone, so please don’t pass it on.',
      ],
    }),
    introduction: (told) => ({
      subject: `Your way to a conversation with ${told.workspace}`,
      before: [
        `You asked for this letter on a page of ${told.workspace}. If you did not, leave it: without your click nothing happens, and the address is forgotten in two weeks.`,
        ...facts(told),
        'Here you see what it is about, and decide for yourself:',
      ],
      action: 'See what it is about',
      after: ['Whoever told you of it does not get to know whether you take part.'],
    }),
    place: (told) => ({
      subject: `A place has come free: talk with ${told.workspace}`,
      before: [
        'You wanted to talk with us when all places were taken. Now one is free. If you still want to:',
        ...facts(told),
      ],
      action: 'Go on',
      after: [],
    }),
    planned: (told) => ({
      subject: `Agreed: ${told.when}`,
      before: [
        'Thank you for talking with us. We meet:',
        ...meeting(told),
        'If it no longer suits you, move it or call it off here:',
      ],
      action: 'Your appointment',
      after: [],
    }),
    moved: (told) => ({
      subject: `Changed: ${told.when}`,
      before: [
        'Something about our conversation has changed. We meet now:',
        ...meeting(told),
        'If that does not suit you, choose another time here:',
      ],
      action: 'Your appointment',
      after: [],
    }),
    cancelled: (told) => ({
      subject: `Called off: our conversation with ${told.workspace}`,
      before: [`Our conversation on ${told.when} will not take place.`, 'If you would like another time:'],
      action: 'Choose another time',
      after: [],
    }),
    doubled: (told) => ({
      subject: 'You were booked twice: one conversation stays',
      before: [
        `You had booked two conversations with ${told.workspace}, and one is enough. The one on ${told.when} is called off.`,
        `This one stays: ${told.stays}.`,
      ],
      action: 'Your appointment',
      after: [],
    }),
    missed: (told) => ({
      subject: 'We missed you',
      before: [
        `We were to talk on ${told.when}, and you could not make it. That happens.`,
        'If you would like another time, choose one here. If not, you need not do anything.',
      ],
      action: 'Choose another time',
      after: [],
    }),
    reminder: (told) => ({
      subject: `Soon: ${told.when}`,
      before: [
        'We look forward to talking with you:',
        ...meeting(told),
        'If something has come up, move it or call it off here:',
      ],
      action: 'Your appointment',
      after: [],
    }),
    thanks: (told) => ({
      subject: `Thank you from ${told.workspace}`,
      before: [
        'Thank you for your time and for being so frank. What you said helps us understand.',
        'If you know somebody who might also like to talk with us, your page has a link you can pass on:',
      ],
      action: 'Your page',
      after: ['Whether they take part is up to them, and we tell nobody.'],
    }),
    ownPlanned: ({ study, participant, when }) => ({
      subject: `Interview: ${participant}, ${when}`,
      before: [`${participant} of “${study}” meets you:`, when],
      action: 'Open the interview',
      after: [],
    }),
    ownCancelled: ({ study, participant, when }) => ({
      subject: `Called off: ${participant}, ${when}`,
      before: [`The interview with ${participant} of “${study}” on ${when} will not take place.`],
      action: 'Open the interview',
      after: [],
    }),
    ownGroup: ({ study, when }) => ({
      subject: `Focus group: ${when}`,
      before: [`The focus group of “${study}” meets you:`, when],
      action: 'Open the conversation',
      after: [],
    }),
    ownGroupCancelled: ({ study, when }) => ({
      subject: `Called off: focus group, ${when}`,
      before: [`The focus group of “${study}” on ${when} will not take place.`],
      action: 'Open the conversation',
      after: [],
    }),
  },
  refusal: 'You would rather not be asked again? One click and we never will:',
  appointment: ({ workspace, interviewer }) =>
    interviewer === '' ? `Conversation with ${workspace}` : `Conversation with ${interviewer}, ${workspace}`,
  title: (workspace) => `${workspace} would like to talk with you`,
  lead: 'We want to understand people better, and only people can tell us. You decide whether you take part, and can change your mind at any time.',
  about: 'What it is about',
  long: (minutes) => `About ${minutes} minutes`,
  group: (most) => `In a group of up to ${most} people`,
  gift: 'As a thank-you',
  where: 'Where',
  partly: (languages) => `What is said about the study here is partly in ${languages}.`,
  honest:
    'Be frank: there are no wrong answers, and criticism helps us most. What you say stays with the team; nothing is sold to you.',
  yours: 'This link is yours alone. Please don’t pass it on.',
  questions: 'A few questions first',
  questionsLead: 'So that we talk with different people. Choose what fits you best.',
  next: 'Go on',
  no: 'No, not this time',
  noWhat: 'We do not ask you about this study again.',
  never: 'Don’t ask me again',
  neverWhat: 'We never invite you to a conversation again. You need not give a reason.',
  consent: 'What may we do?',
  consentLead: 'Say yes or no to each. You can take part either way, and change it later.',
  called: 'What shall we call you?',
  calledWhat: 'Only those you meet see this. You may leave it empty.',
  uses: {
    recording: {
      name: 'Record the conversation',
      what: 'We record what is said, so that nobody has to write while listening.',
    },
    conversation_analysis: {
      name: 'Write it down and analyse it',
      what: 'Our team reads what you said and compares it with what others said.',
    },
    invitation: {
      name: 'Ask you again',
      what: 'We may write to you when we would like to talk with you another time.',
    },
  },
  quoting: {
    name: 'Quote you',
    what: 'May we show single sentences of yours, word for word?',
    no: 'No, don’t quote me',
    manners: {
      anonymous: 'Yes, without any name',
      pseudonym: 'Yes, under an invented name',
      name: 'Yes, with my name',
    },
    quotedAs: 'The name that may stand there',
    quotedAsWhat:
      'Only if you choose “with my name”. Take it back whenever you like: from then on an invented name stands there.',
  },
  agree: 'Save and choose a time',
  choose: 'Choose a time',
  chooseLead: (minutes) => `The conversation takes about ${minutes} minutes.`,
  zone: 'Times are shown for',
  zoneDo: 'Show times there',
  noTimes: 'No time is free just now',
  noTimesTodo: 'We have written down that you want to take part. Look here again in a day or two.',
  booked: 'We have an appointment',
  bookedLead: ({ when, interviewer }) => (interviewer === '' ? when : `${when}, with ${interviewer}`),
  sitsIn,
  move: 'Choose another time',
  cancel: 'Call it off',
  cancelWhat: 'You can choose another time later.',
  keep: 'Keep the time we have',
  held: 'Thank you for talking with us',
  heldLead: 'What you said helps us understand.',
  calledOff: 'Your appointment is called off',
  calledOffLead: 'If you still want to talk with us, choose another time. If not, you need not do anything.',
  missed: 'We did not meet',
  missedLead: 'If you still want to talk with us, choose another time.',
  unfit: 'Thank you for your answers',
  unfitLead:
    'This time we are looking for people in another situation. Your answers are not used for anything else.',
  waiting: 'Thank you, we would like to talk with you',
  waitingLead:
    'Just now all places are taken. When one comes free, we write to you. You need not do anything.',
  declined: 'All right, not this time',
  declinedLead: 'Thank you for telling us. We do not ask you about this study again.',
  changedMind: 'I would like to take part after all',
  refused: 'We never invite you again',
  refusedLead: 'That is written down and holds from now on. You need not do anything more.',
  introduce: 'Do you know somebody who might want to talk with us?',
  introduceLead:
    'Pass this link on. They decide for themselves, and you do not get to know whether they take part.',
  passOn: {
    byMail: 'Pass it on by mail',
    subject: (workspace) => `${workspace} is looking for people to talk with`,
    text: (workspace) =>
      `I am talking with ${workspace} about this, and perhaps you would like to as well. You decide for yourself, and I won’t hear whether you do:`,
  },
  friendTitle: (workspace) => `A conversation with ${workspace}?`,
  friendLead:
    'Somebody you know talked with us and thought of you. You decide for yourself; nobody gets to know whether you take part.',
  address: 'Your e-mail address',
  addressWhat: 'We send you one letter with your own link. Without your click there, nothing happens.',
  friendDo: 'Send me my link',
  friendDone: 'Look in your mailbox',
  friendDoneLead: 'If we may write to this address, a letter is on its way.',
  faults: {
    gone: {
      title: 'There is nothing here.',
      todo: 'Open the link from your letter again, all of it to the last letter.',
    },
    old: {
      title: 'This link no longer works.',
      todo: 'It is too old, or the study is over. Thank you for having thought of us.',
    },
    'too-many': { title: 'That was too often.', todo: 'Wait a few minutes, then try again.' },
    taken: { title: 'Somebody was faster: this time is taken.', todo: 'Choose another one below.' },
    changed: { title: 'The text has changed since you opened it.', todo: 'Please read it again; then save.' },
    late: {
      title: 'That is no longer possible.',
      todo: 'The time is here or past. If you cannot make it, do not worry.',
    },
    nameless: {
      title: 'The name is missing',
      todo: 'Write the name that may stand under your words, or choose another way of being quoted.',
    },
    missing: { title: 'Something is not answered yet.', todo: 'Choose one answer to every question.' },
    address: { title: 'That is no e-mail address.', todo: 'Look whether a letter is missing.' },
    unexpected: {
      title: 'Something went wrong on our side.',
      todo: 'Nothing was changed. Try again in a moment.',
    },
  },
}
