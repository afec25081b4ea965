import type { TemplateTexts } from './template.ts'

export const sv: TemplateTexts = {
  opening: {
    interview: {
      title: 'Inledning',
      say: 'Tack för att du tar dig tid. Jag vill förstå hur det här är för dig, så inget du säger kan bli fel. Var brutalt ärlig: det som är svårt att höra hjälper oss mest, och ingen tar illa upp. Det du berättar är konfidentiellt. När vi använder dina ord står där ett annat namn, aldrig ditt. Du kan hoppa över en fråga och sluta när du vill. Min kollega antecknar, så att jag kan lyssna.',
      ask: ['Berätta om en helt vanlig dag i ditt liv.'],
    },
    group: {
      title: 'Inledning',
      say: 'Tack för att ni kom. Vi vill höra hur det här är för var och en av er, och vi hoppas att ni ser olika på det. Var brutalt ärliga, även när de andra säger något annat. Det som sägs här är konfidentiellt och stannar här: för ingenting vidare om varandra. När vi använder era ord står där ett annat namn. Alla får hoppa över en fråga eller gå när de vill.',
      ask: ['Berätta om din senaste lördag.'],
    },
    visit: {
      title: 'Inledning',
      say: 'Tack för att jag fick komma. Jag vill se hur du verkligen gör, så låt allt vara som det är. Var brutalt ärlig: det som fungerar dåligt lär oss mest. Det jag ser och hör är konfidentiellt och får ett annat namn om vi använder det. Jag tar bara bilder där du säger ja, och aldrig av ansikten. Du kan sluta när du vill.',
      ask: ['Visa mig runt.'],
    },
    survey: {
      title: 'Innan du börjar',
      say: 'Det finns inga rätta eller felaktiga svar. Skriv som du talar, och var brutalt ärlig: det som är svårt att läsa hjälper oss mest. Dina svar är konfidentiella. När vi citerar ur dem använder vi aldrig ditt namn. Du kan hoppa över vilken fråga du vill.',
      ask: [],
    },
  },
  close: {
    interview: {
      title: 'Avslutning',
      say: 'Det var allt jag hade. Från och med nu bär din berättelse ett annat namn, och du kan alltid ta tillbaka den. Vi vill lyssna på fler. Kommer du att tänka på någon får du gärna ge vår inbjudan vidare: de bestämmer själva.',
      ask: [
        ['Vad har vi inte talat om ännu?', 'Berätta mer om det.'],
        'Hur kan jag få tala med andra som har varit med om något liknande?',
      ],
    },
    group: {
      title: 'Avslutning',
      say: 'Det var allt vi hade. Behåll det ni har hört för er själva. Vi vill lyssna på fler. Kommer ni att tänka på någon får ni gärna ge vår inbjudan vidare: de bestämmer själva.',
      ask: ['Vad har vi inte talat om ännu?', 'Hur kan vi få tala med några som ser helt annorlunda på det?'],
    },
    visit: {
      title: 'Avslutning',
      say: 'Tack för att du visade mig. Gå igenom bilderna med mig och ta bort dem du vill. Känner du någon jag borde besöka får du gärna ge vår inbjudan vidare: de bestämmer själva.',
      ask: ['Vad har jag inte sett ännu?', 'Hur kan jag få besöka andra som gör det på ett helt annat sätt?'],
    },
    survey: {
      title: 'Till sist',
      say: 'Tack. Du kan alltid ta tillbaka dina svar. Känner du någon som har varit med om något liknande får du gärna ge länken vidare: de bestämmer själva.',
      ask: ['Vad har vi inte frågat om?'],
    },
  },
  parts: {
    story: [
      {
        title: 'Så är det i dag',
        ask: [
          ['Ta med mig genom den senaste dagen du [gjorde det], från början.', 'Vad gjorde du då?'],
          ['Vad tog mest kraft den dagen?', 'Hur kom det sig?'],
        ],
      },
      {
        title: 'Senaste gången',
        ask: [
          ['Berätta om senaste gången du [hade problemet].', 'Var var du?', 'Vad tänkte du?'],
          ['Hur började det?', 'Vad hade hänt strax innan?'],
          'Hur slutade det?',
        ],
      },
      {
        title: 'Det du har provat',
        ask: [
          ['Vad har du provat hittills?', 'Hur hittade du det?', 'Vad blev det av det?'],
          ['Vad krävdes för att prova?', 'Hur länge höll det?'],
        ],
      },
      {
        title: 'Därför betyder det något',
        ask: [
          ['Vad betydde det för dig?', 'Varför det?', 'Och varför betyder det något för dig?'],
          'Berätta om en gång när det gick helt annorlunda.',
        ],
      },
    ],
    laddering: [
      {
        title: 'Det du väljer mellan',
        ask: [
          'Berätta om de [sorter] du har använt.',
          ['Ta tre av dem. Vad skiljer en av dem från de två andra?', 'Vad mer?'],
        ],
      },
      {
        title: 'Från en egenskap till vad den betyder',
        ask: [
          ['Tänk på den du valde senast. Vad fick dig att välja den?', 'Vad mer?'],
          ['Vad ger det dig?', 'Varför det?', 'Och varför betyder det något för dig?'],
          ['Vad händer när det saknas?', 'Hur är det för dig?'],
        ],
      },
      {
        title: 'Åt andra hållet',
        ask: [['Vad fick dig att välja bort de andra?', 'Varför betyder det något för dig?']],
      },
    ],
    switch: [
      {
        title: 'Den första tanken',
        ask: [
          [
            'Ta med mig tillbaka till stunden då du först tänkte på att [byta].',
            'Var var du?',
            'Vad hade hänt strax innan?',
          ],
        ],
      },
      {
        title: 'Knuff: bort från det gamla',
        ask: [
          ['Berätta hur det var med [det gamla] de sista veckorna.', 'Vad gjorde du åt det?'],
          'Vad hade du provat för att stanna kvar?',
        ],
      },
      {
        title: 'Dragning: mot det nya',
        ask: [
          ['Hur hittade du [det nya]?', 'Vad såg du framför dig då?'],
          ['Hur gick du till väga när du letade?', 'Vad valde du bort på vägen?'],
        ],
      },
      {
        title: 'Oro: det som fick dig att tveka',
        ask: [
          ['Vad gick genom huvudet på dig strax innan du bestämde dig?', 'Vad gjorde du åt det?'],
          'Berätta om dem du talade med om det.',
        ],
      },
      {
        title: 'Vana: det som höll dig kvar',
        ask: [['Vad hade du vant dig vid hos [det gamla]?', 'Vad blev det av det?']],
      },
      {
        title: 'Dagen du bytte',
        ask: [['Berätta om dagen du bytte.', 'Vilka fler var med?'], 'Vad har blivit annorlunda sedan dess?'],
      },
    ],
    concept: [
      {
        title: 'Första anblicken (jag har inte gjort det, så du kan inte såra mig)',
        ask: [
          ['Vad är ditt intryck av det här?', 'Vad får dig att säga så?'],
          ['Vad tycker du om idén?', 'Hur förstår du den?'],
        ],
      },
      {
        title: 'Bit för bit',
        ask: [
          ['Vad tycker du om den första delen?', 'Och om nästa?'],
          ['Vad betyder den här delen för dig?', 'Vad säger den dig?'],
        ],
      },
      {
        title: 'Vad du får ut av det',
        ask: [
          ['Vad tycker du om det?', 'Vad får dig att säga så?'],
          ['Vad tycker du om det jämfört med det du har i dag?', 'Vad gör skillnaden?'],
          'Vad tycker du om orden som används?',
        ],
      },
    ],
    employer: [
      {
        title: 'En dag på jobbet',
        ask: [
          ['Berätta om din senaste dag på jobbet, från när du kom in.', 'Vad gjorde du då?'],
          ['Vad tog du med dig hem i tankarna?', 'Varför just det?'],
        ],
      },
      {
        title: 'Vägen hit',
        ask: [
          ['Hur gick det till när du började här?', 'Vad tittade du mer på?'],
          ['Vad hade du hört om stället innan du kom?', 'Varifrån?'],
          'Berätta om din första vecka.',
        ],
      },
      {
        title: 'Att stanna',
        ask: [
          ['Berätta om senaste gången du funderade på att stanna eller gå.', 'Vad hade hänt?'],
          ['Berätta om en dag som du talade om hemma.', 'Vad berättade du?'],
          'Berätta om senaste gången någon här bad om din syn på en sak.',
        ],
      },
    ],
    candidate: [
      {
        title: 'Att leta',
        ask: [
          ['Hur gick det till när du såg dig om efter något annat?', 'Vad hade hänt strax innan?'],
          ['Berätta om den senaste jobbannonsen du läste till slutet.', 'Vad fick dig att läsa vidare?'],
        ],
      },
      {
        title: 'Att söka',
        ask: [
          ['Berätta om senaste gången du sökte ett jobb.', 'Vad tog du reda på om stället?', 'Hur då?'],
          ['Vad gjorde du medan du väntade på svar?', 'Hur var det för dig?'],
          'Berätta om en annons som du lade ifrån dig.',
        ],
      },
      {
        title: 'Att välja',
        ask: [
          ['Berätta om senaste gången du sade ja eller nej till ett jobb.', 'Vad vägde tyngst?'],
          ['Vad sade de som står dig nära?', 'Hur tänkte du om det?'],
        ],
      },
    ],
    brand: [
      {
        title: 'Vad du kommer att tänka på',
        ask: [
          ['Vad har du för intryck av [namnet]?', 'Vad mer?', 'Hur har du fått det intrycket?'],
          'Vad tycker du om [namnet] i dag?',
        ],
      },
      {
        title: 'Vad det visar',
        ask: [
          ['Vad tycker du om den här annonsen?', 'Vad stannar kvar hos dig?'],
          'Vad tycker du om det som den säger?',
        ],
      },
      {
        title: 'Bredvid andra',
        ask: [
          ['Vad tycker du om [namnet] jämfört med [ett annat]?', 'Vad får dig att säga så?'],
          'Vad tycker du om det som [namnet] står för?',
        ],
      },
    ],
    group: [
      {
        title: 'En i taget',
        ask: [
          'Ta en minut för dig själv och skriv ner vad du gjorde senast.',
          ['Vi tar en runda: berätta om senaste gången du [gjorde det].', 'Vad hände sedan?'],
        ],
      },
      {
        title: 'Lika och olika',
        ask: [
          ['Hur var det för er som det gick annorlunda för?', 'Vad gjorde skillnaden?'],
          ['Vad har ni provat hittills?', 'Vad blev det av det?'],
        ],
      },
      {
        title: 'Mot varandra',
        ask: [
          [
            'Vad ser ni annorlunda på än det som nyss sades?',
            'Vad har ni varit med om som gör att ni ser det så?',
          ],
          'Berätta om en gång när det gick helt annorlunda.',
        ],
      },
    ],
    visit: [
      {
        title: 'Platsen',
        ask: [
          ['Visa mig var du [gör det].', 'Hur kom det sig att det blev här?'],
          'Vad har du till hands när du gör det?',
        ],
      },
      {
        title: 'Att göra det',
        ask: [
          ['Gör som du brukar medan jag ser på.', 'Vad gör du nu?', 'Varför på det sättet?'],
          ['Vad gör du när det går fel?', 'När hände det senast?'],
        ],
      },
      {
        title: 'Spår',
        ask: [
          ['Berätta om något som du själv har gjort eller ändrat här.', 'Vad fick dig att göra det?'],
          'Berätta om något som ligger oanvänt här.',
        ],
      },
    ],
    survey: [
      {
        title: 'Din berättelse',
        ask: [
          'Berätta om senaste gången du [gjorde det].',
          'Hur började det?',
          'Vad gjorde du då?',
          'Vad har du provat hittills?',
          'Vad betydde det för dig?',
        ],
      },
    ],
  },
}
