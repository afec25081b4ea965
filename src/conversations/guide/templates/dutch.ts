import type { TemplateTexts } from './template.ts'

export const nl: TemplateTexts = {
  opening: {
    interview: {
      title: 'Opening',
      say: 'Fijn dat u tijd vrijmaakt. Ik wil begrijpen hoe dit voor u is, dus niets wat u zegt kan fout zijn. Wees genadeloos eerlijk: aan wat moeilijk is om te horen hebben wij het meest, en niemand neemt het u kwalijk. Wat u vertelt, is vertrouwelijk. Gebruiken wij uw woorden, dan staat er een andere naam bij, nooit de uwe. U kunt een vraag overslaan en stoppen wanneer u wilt. Mijn collega maakt aantekeningen, zodat ik kan luisteren.',
      ask: ['Vertel eens over een gewone dag van u.'],
    },
    group: {
      title: 'Opening',
      say: 'Fijn dat u er allemaal bent. Wij willen horen hoe dit voor ieder van u is, en wij hopen dat u er verschillend tegenaan kijkt. Wees genadeloos eerlijk, ook als de anderen iets anders zeggen. Wat hier gezegd wordt, is vertrouwelijk en blijft hier: vertel niets over elkaar door. Gebruiken wij uw woorden, dan staat er een andere naam bij. Iedereen mag een vraag overslaan of weggaan wanneer hij wil.',
      ask: ['Vertel eens over uw laatste zaterdag.'],
    },
    visit: {
      title: 'Opening',
      say: 'Fijn dat ik mocht komen. Ik wil zien hoe u het echt doet, dus laat alles zoals het is. Wees genadeloos eerlijk: van wat slecht werkt leren wij het meest. Wat ik zie en hoor, is vertrouwelijk en krijgt een andere naam als wij het gebruiken. Ik maak alleen foto’s waar u ja zegt, en nooit van gezichten. U kunt stoppen wanneer u wilt.',
      ask: ['Leid mij eens rond.'],
    },
    survey: {
      title: 'Voordat u begint',
      say: 'Er zijn geen goede of foute antwoorden. Schrijf zoals u praat en wees genadeloos eerlijk: aan wat moeilijk is om te lezen hebben wij het meest. Uw antwoorden zijn vertrouwelijk. Citeren wij eruit, dan nooit met uw naam. U kunt elke vraag overslaan.',
      ask: [],
    },
  },
  close: {
    interview: {
      title: 'Afsluiting',
      say: 'Dat was alles wat ik had. Vanaf nu draagt uw verhaal een andere naam, en u kunt het altijd terugnemen. Wij willen nog meer mensen horen. Schiet u iemand te binnen, geef onze uitnodiging dan gerust door: die beslist zelf.',
      ask: [
        ['Waarover hebben wij het nog niet gehad?', 'Vertel daar eens meer over.'],
        'Hoe kom ik in gesprek met anderen die iets dergelijks hebben meegemaakt?',
      ],
    },
    group: {
      title: 'Afsluiting',
      say: 'Dat was alles wat wij hadden. Houd wat u gehoord hebt voor uzelf. Wij willen nog meer mensen horen. Schiet u iemand te binnen, geef onze uitnodiging dan gerust door: die beslist zelf.',
      ask: [
        'Waarover hebben wij het nog niet gehad?',
        'Hoe komen wij in gesprek met mensen die er heel anders tegenaan kijken?',
      ],
    },
    visit: {
      title: 'Afsluiting',
      say: 'Dank dat u het mij hebt laten zien. Bekijk de foto’s met mij en wis wat u wilt. Kent u iemand bij wie ik moet gaan kijken, geef onze uitnodiging dan gerust door: die beslist zelf.',
      ask: ['Wat heb ik nog niet gezien?', 'Hoe kom ik bij anderen langs die het heel anders doen?'],
    },
    survey: {
      title: 'Tot slot',
      say: 'Dank u wel. U kunt uw antwoorden altijd terugnemen. Kent u iemand die iets dergelijks heeft meegemaakt, geef de link dan gerust door: die beslist zelf.',
      ask: ['Waar hebben wij niet naar gevraagd?'],
    },
  },
  parts: {
    story: [
      {
        title: 'Hoe het nu gaat',
        ask: [
          ['Neem mij mee door de laatste dag dat u [het deed], vanaf het begin.', 'Wat deed u toen?'],
          ['Hoe ging het u die dag af?', 'Hoe kwam dat?'],
        ],
      },
      {
        title: 'De laatste keer',
        ask: [
          [
            'Vertel eens over de laatste keer dat u [het probleem had].',
            'Waar was u?',
            'Wat ging er door u heen?',
          ],
          ['Hoe begon het?', 'Wat was er vlak daarvoor gebeurd?'],
          'Hoe liep het af?',
        ],
      },
      {
        title: 'Wat u hebt geprobeerd',
        ask: [
          ['Wat hebt u tot nu toe geprobeerd?', 'Hoe kwam u daarop?', 'Wat is daarvan geworden?'],
          ['Wat kwam er kijken bij dat proberen?', 'Hoelang hield dat stand?'],
        ],
      },
      {
        title: 'Waarom het ertoe doet',
        ask: [
          ['Wat betekende dat voor u?', 'Waarom?', 'En waarom doet dat ertoe voor u?'],
          'Vertel eens over een keer dat het heel anders liep.',
        ],
      },
    ],
    laddering: [
      {
        title: 'Waaruit u kiest',
        ask: [
          'Vertel eens over de [soorten] die u hebt gebruikt.',
          ['Neem er drie. Wat maakt er één anders dan de andere twee?', 'Wat nog meer?'],
        ],
      },
      {
        title: 'Van een eigenschap naar wat die betekent',
        ask: [
          ['Denk aan wat u het laatst koos. Wat maakte dat u daarvoor koos?', 'Wat nog meer?'],
          ['Wat levert u dat op?', 'Waarom?', 'En waarom doet dat ertoe voor u?'],
          ['Vertel eens over een keer dat u het niet had.', 'Hoe is dat voor u?'],
        ],
      },
      {
        title: 'Andersom',
        ask: [['Wat maakte dat u de andere liet liggen?', 'Waarom doet dat ertoe voor u?']],
      },
    ],
    switch: [
      {
        title: 'De eerste gedachte',
        ask: [
          [
            'Neem mij mee terug naar het moment dat u voor het eerst aan [overstappen] dacht.',
            'Waar was u?',
            'Wat was er vlak daarvoor gebeurd?',
          ],
        ],
      },
      {
        title: 'Duw: weg van het oude',
        ask: [
          ['Vertel eens hoe het de laatste weken ging met [het oude].', 'Wat deed u eraan?'],
          'Wat had u geprobeerd om te blijven?',
        ],
      },
      {
        title: 'Trek: naar het nieuwe',
        ask: [
          ['Hoe kwam u [het nieuwe] tegen?', 'Wat stelde u zich er toen bij voor?'],
          ['Hoe pakte u het zoeken aan?', 'Wat viel er onderweg af?'],
        ],
      },
      {
        title: 'Onrust: wat u deed aarzelen',
        ask: [
          ['Wat ging er door u heen vlak voordat u besloot?', 'Wat deed u daarmee?'],
          'Vertel eens over de mensen met wie u erover sprak.',
        ],
      },
      {
        title: 'Gewoonte: wat u vasthield',
        ask: [['Waaraan was u gewend geraakt bij [het oude]?', 'Wat is daarvan geworden?']],
      },
      {
        title: 'De dag van de overstap',
        ask: [
          ['Vertel eens over de dag dat u overstapte.', 'Wie waren er nog meer bij?'],
          'Wat is er sindsdien anders geworden?',
        ],
      },
    ],
    concept: [
      {
        title: 'De eerste blik (ik heb het niet gemaakt, u kunt mij niet kwetsen)',
        ask: [
          ['Wat is uw indruk van dit voorstel?', 'Waarom zegt u dat?'],
          ['Wat vindt u van het idee?', 'Hoe begrijpt u het?'],
        ],
      },
      {
        title: 'Stuk voor stuk',
        ask: [
          ['Wat vindt u van het eerste stuk?', 'Hoe zit het met het volgende?'],
          ['Wat betekent dit stuk voor u?', 'Wat zegt het u?'],
        ],
      },
      {
        title: 'Wat u ervan vindt',
        ask: [
          ['Wat vindt u van dit voorstel?', 'Waarom zegt u dat?'],
          ['Wat vindt u van dit voorstel naast wat u nu hebt?', 'Wat maakt het verschil?'],
          'Wat vindt u van de woorden die erin staan?',
        ],
      },
    ],
    employer: [
      {
        title: 'Een dag op het werk',
        ask: [
          ['Vertel eens over uw laatste werkdag, vanaf het moment dat u binnenkwam.', 'Wat deed u toen?'],
          ['Wat nam u in gedachten mee naar huis?', 'Waarom juist dat?'],
        ],
      },
      {
        title: 'Hoe u hier kwam',
        ask: [
          ['Hoe kwam het dat u hier begon?', 'Waar keek u nog meer naar?'],
          ['Wat had u over deze werkplek gehoord voordat u kwam?', 'Van wie?'],
          'Vertel eens over uw eerste week.',
        ],
      },
      {
        title: 'Blijven',
        ask: [
          ['Vertel eens over de laatste keer dat u nadacht over blijven of weggaan.', 'Wat was er gebeurd?'],
          ['Vertel eens over een dag waarover u thuis hebt verteld.', 'Wat vertelde u?'],
          'Vertel eens over de laatste keer dat iemand hier naar uw kijk op de zaak vroeg.',
        ],
      },
    ],
    candidate: [
      {
        title: 'Zoeken',
        ask: [
          ['Hoe kwam het dat u naar iets anders ging zoeken?', 'Wat was er vlak daarvoor gebeurd?'],
          ['Vertel eens over de laatste vacature die u tot het eind las.', 'Wat deed u doorlezen?'],
        ],
      },
      {
        title: 'Solliciteren',
        ask: [
          [
            'Vertel eens over de laatste keer dat u solliciteerde.',
            'Wat zocht u over de werkgever op?',
            'Hoe?',
          ],
          ['Wat deed u terwijl u op antwoord wachtte?', 'Hoe was dat voor u?'],
          'Vertel eens over een vacature die u weglegde.',
        ],
      },
      {
        title: 'Beslissen',
        ask: [
          ['Vertel eens over de laatste keer dat u ja of nee zei tegen een baan.', 'Wat woog het zwaarst?'],
          ['Wat zeiden de mensen die u na staan?', 'Wat dacht u daarvan?'],
        ],
      },
    ],
    brand: [
      {
        title: 'Wat u te binnen schiet',
        ask: [
          ['Wat is uw indruk van [de naam]?', 'Wat nog meer?', 'Waar komt dat vandaan?'],
          'Wat vindt u op dit moment van [de naam]?',
        ],
      },
      {
        title: 'Wat het laat zien',
        ask: [['Wat vindt u van deze advertentie?', 'Wat blijft u bij?'], 'Wat wil die volgens u zeggen?'],
      },
      {
        title: 'Naast andere',
        ask: [
          ['Wat vindt u van [de naam] naast [een andere]?', 'Waarom zegt u dat?'],
          'Wat vindt u van wat [de naam] uitstraalt?',
        ],
      },
    ],
    group: [
      {
        title: 'Een voor een',
        ask: [
          'Neem een minuut voor uzelf en schrijf op wat u de laatste keer deed.',
          ['Om de beurt: vertel eens over de laatste keer dat u [het deed].', 'Wat gebeurde er toen?'],
        ],
      },
      {
        title: 'Hetzelfde en anders',
        ask: [
          ['Hoe was het voor degenen bij wie het anders liep?', 'Wat maakte het verschil?'],
          ['Wat hebt u tot nu toe geprobeerd?', 'Wat is daarvan geworden?'],
        ],
      },
      {
        title: 'Tegenover elkaar',
        ask: [
          ['Wat ziet u anders dan wat er net gezegd werd?', 'Wat hebt u meegemaakt dat u het zo ziet?'],
          'Vertel eens over een keer dat het heel anders liep.',
        ],
      },
    ],
    visit: [
      {
        title: 'De plek',
        ask: [
          ['Laat mij zien waar u [het doet].', 'Hoe is het juist hier gekomen?'],
          'Wat hebt u bij de hand als u het doet?',
        ],
      },
      {
        title: 'Het doen',
        ask: [
          ['Doe het zoals altijd, terwijl ik kijk.', 'Wat doet u nu?', 'Waarom op die manier?'],
          ['Wat doet u als het misgaat?', 'Wanneer gebeurde dat voor het laatst?'],
        ],
      },
      {
        title: 'Sporen',
        ask: [
          ['Vertel eens over iets wat u hier zelf hebt gemaakt of veranderd.', 'Wat bracht u daartoe?'],
          'Vertel eens over iets wat hier ongebruikt ligt.',
        ],
      },
    ],
    survey: [
      {
        title: 'Uw verhaal',
        ask: [
          'Vertel eens over de laatste keer dat u [het deed].',
          'Hoe begon het?',
          'Wat deed u toen?',
          'Wat hebt u tot nu toe geprobeerd?',
          'Wat betekende dat voor u?',
        ],
      },
    ],
  },
}
