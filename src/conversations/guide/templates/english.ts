import type { TemplateTexts } from './template.ts'

export const en: TemplateTexts = {
  opening: {
    interview: {
      title: 'Opening',
      say: 'Thank you for taking the time. I want to learn how this is for you, so nothing you say can be wrong. Please be brutally honest: what is hard to hear helps us most, and nobody will take it badly. What you tell me is confidential. Where we use your words they bear another name, never yours. You can leave out any question and stop whenever you like. My colleague takes notes, so that I can listen.',
      ask: ['Tell me about an ordinary day of yours.'],
    },
    group: {
      title: 'Opening',
      say: 'Thank you all for coming. We want to hear how this is for each of you, and we hope you see it differently. Please be brutally honest, also when the others say something else. What is said here is confidential and stays here: please pass on nothing about each other. Where we use your words they bear another name. Anyone may leave out a question or go at any time.',
      ask: ['Tell us about your last Saturday.'],
    },
    visit: {
      title: 'Opening',
      say: 'Thank you for letting me in. I want to see how you really do this, so please leave everything as it is. Be brutally honest: what works badly teaches us most. What I see and hear is confidential and bears another name where we use it. I take pictures only where you say yes, and never of faces. You can stop whenever you like.',
      ask: ['Show me around the place.'],
    },
    survey: {
      title: 'Before you begin',
      say: 'There are no right or wrong answers. Write as you speak, and be brutally honest: what is hard to read helps us most. Your answers are confidential. Where we quote from them, we never use your name. You can leave out any question.',
      ask: [],
    },
  },
  close: {
    interview: {
      title: 'Close',
      say: 'That was all I had. Your story carries another name from now on, and you can take it back at any time. We are looking for more people to listen to. If somebody comes to mind, please pass on our invitation: they decide for themselves.',
      ask: [
        ['What have we not talked about yet?', 'Tell me more about that.'],
        'How can I get to meet others who have been through something like this?',
      ],
    },
    group: {
      title: 'Close',
      say: 'That was all we had. Please keep what you heard to yourselves. We are looking for more people to listen to. If somebody comes to mind, please pass on our invitation: they decide for themselves.',
      ask: [
        'What have we not talked about yet?',
        'How can we get to meet people who see this in quite another way?',
      ],
    },
    visit: {
      title: 'Close',
      say: 'Thank you for showing me. Look through the pictures with me and delete any you like. If you know somebody whose place I should see, please pass on our invitation: they decide for themselves.',
      ask: ['What have I not seen yet?', 'How can I get to visit others who do this in quite another way?'],
    },
    survey: {
      title: 'At the end',
      say: 'Thank you. You can take your answers back at any time. If you know somebody who has been through something like this, please pass on the link: they decide for themselves.',
      ask: ['What have we not asked about?'],
    },
  },
  parts: {
    story: [
      {
        title: 'How it is today',
        ask: [
          ['Walk me through the last day you [did it], from the beginning.', 'What did you do then?'],
          ['What took you the most effort that day?', 'What was that like?'],
        ],
      },
      {
        title: 'The last time',
        ask: [
          [
            'Tell me about the last time you [had trouble with it].',
            'Where were you?',
            'What went through your mind?',
          ],
          ['How did it begin?', 'What had happened just before?'],
          'How did it end?',
        ],
      },
      {
        title: 'What you have tried',
        ask: [
          ['What have you tried so far?', 'How did you come across that?', 'What became of it?'],
          ['What did it take to try that?', 'How long did it last?'],
        ],
      },
      {
        title: 'Why it matters',
        ask: [
          ['What did that mean to you?', 'Why is that?', 'And why does that matter to you?'],
          'Tell me about a time when it went quite differently.',
        ],
      },
    ],
    laddering: [
      {
        title: 'What you choose between',
        ask: [
          'Tell me about the [kinds of it] you have used.',
          ['Take three of them. What sets one apart from the other two?', 'What else?'],
        ],
      },
      {
        title: 'From one quality to what it means',
        ask: [
          ['Think of the one you chose last. What made you choose it?', 'What else?'],
          ['What does that give you?', 'Why is that?', 'And why does that matter to you?'],
          ['What happens when it is missing?', 'How is that for you?'],
        ],
      },
      {
        title: 'The other way round',
        ask: [['What made you leave the others out?', 'Why does that matter to you?']],
      },
    ],
    switch: [
      {
        title: 'The first thought',
        ask: [
          [
            'Take me back to the moment you first thought of [changing].',
            'Where were you?',
            'What had happened just before?',
          ],
        ],
      },
      {
        title: 'Push: away from the old',
        ask: [
          ['Tell me how it was with [the old one] in the last weeks.', 'What did you do about it?'],
          'What had you tried in order to stay?',
        ],
      },
      {
        title: 'Pull: towards the new',
        ask: [
          ['How did you come across [the new one]?', 'What did you picture then?'],
          ['How did you go about looking?', 'What did you leave out on the way?'],
        ],
      },
      {
        title: 'Anxiety: what made you hesitate',
        ask: [
          ['What went through your mind just before you decided?', 'What did you do about that?'],
          'Tell me about those you talked with about it.',
        ],
      },
      {
        title: 'Habit: what held you',
        ask: [['What had you grown used to with [the old one]?', 'What became of that?']],
      },
      {
        title: 'The day you switched',
        ask: [
          ['Tell me about the day you switched.', 'Who else was part of it?'],
          'What has become different since then?',
        ],
      },
    ],
    concept: [
      {
        title: 'First look (I did not make it, so you cannot hurt me)',
        ask: [
          ['What do you think this is?', 'What makes you say that?'],
          ['What do you think it is for, in your own words?', 'What tells you that?'],
        ],
      },
      {
        title: 'Piece by piece',
        ask: [
          ['What do you think of the first part?', 'What about the next?'],
          ['What does this part mean to you?', 'What does it say to you?'],
        ],
      },
      {
        title: 'What you make of it',
        ask: [
          ['What do you think of it?', 'What makes you say that?'],
          ['How does it compare with what you have today?', 'What makes the difference?'],
          'What do you think of the words it uses?',
        ],
      },
    ],
    employer: [
      {
        title: 'A day at work',
        ask: [
          ['Tell me about your last day at work, from when you came in.', 'What did you do then?'],
          ['What stayed with you when you went home?', 'Why that?'],
        ],
      },
      {
        title: 'Coming here',
        ask: [
          ['How did it come about that you started here?', 'What else were you looking at?'],
          ['What had you heard about the place before you came?', 'Where from?'],
          'Tell me about your first week.',
        ],
      },
      {
        title: 'Staying',
        ask: [
          ['Tell me about the last time you thought about staying or going.', 'What had happened?'],
          ['Tell me about a day you told people about at home.', 'What did you tell them?'],
          'Tell me about the last time somebody here asked you for advice.',
        ],
      },
    ],
    candidate: [
      {
        title: 'Looking',
        ask: [
          ['How did it come about that you looked for something else?', 'What had happened just before?'],
          ['Tell me about the last job advertisement you read to the end.', 'What made you read on?'],
        ],
      },
      {
        title: 'Applying',
        ask: [
          ['Tell me about the last time you applied.', 'What did you find out about the place?', 'How?'],
          ['What did you do while you waited for an answer?', 'How was that for you?'],
          'Tell me about an advertisement you put aside.',
        ],
      },
      {
        title: 'Deciding',
        ask: [
          ['Tell me about the last time you said yes or no to a job.', 'What weighed most?'],
          ['What did people close to you say?', 'What did you make of that?'],
        ],
      },
    ],
    brand: [
      {
        title: 'What comes to mind',
        ask: [
          ['What comes to mind when you hear [the name]?', 'What else?', 'Where does that come from?'],
          'What do you think of [the name] today?',
        ],
      },
      {
        title: 'What it shows',
        ask: [
          ['What do you think of this advertisement?', 'What stays with you?'],
          'What do you think it wants to say?',
        ],
      },
      {
        title: 'Beside others',
        ask: [
          ['How does [the name] differ from [another], as you see it?', 'What makes you say that?'],
          'What do you think [the name] stands for?',
        ],
      },
    ],
    group: [
      {
        title: 'One after the other',
        ask: [
          'Take a minute alone and write down what you did the last time.',
          ['Let us go round: tell us about the last time you [did it].', 'What happened then?'],
        ],
      },
      {
        title: 'Alike and unlike',
        ask: [
          ['How was it for those of you it went differently for?', 'What made the difference?'],
          ['What have you tried so far?', 'What became of it?'],
        ],
      },
      {
        title: 'Against each other',
        ask: [
          [
            'What do you see differently from what was just said?',
            'What have you met that makes you see it so?',
          ],
          'Tell the others about the last time it went quite differently.',
        ],
      },
    ],
    visit: [
      {
        title: 'The place',
        ask: [
          ['Show me where you [do it].', 'How did it come to be here?'],
          'What do you keep at hand for it?',
        ],
      },
      {
        title: 'Doing it',
        ask: [
          ['Do it the way you always do, while I watch.', 'What are you doing now?', 'Why that way?'],
          ['What do you do when it goes wrong?', 'When did that last happen?'],
        ],
      },
      {
        title: 'Traces',
        ask: [
          ['Tell me about something you have made or changed here yourself.', 'What made you do that?'],
          'Tell me about something that lies here unused.',
        ],
      },
    ],
    survey: [
      {
        title: 'Your story',
        ask: [
          'Tell us about the last time you [did it].',
          'How did it begin?',
          'What did you do then?',
          'What have you tried so far?',
          'What did that mean to you?',
        ],
      },
    ],
  },
}
