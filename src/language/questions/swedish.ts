import type { Grammar } from './grammar.ts'

/** Swedish questions: verb first, question words, requests; and the words that press, judge, imagine or couple. */
export const swedish: Grammar = {
  lists: {
    person: `du ni han hon de jag vi dig er mig (din|dina|ditt|er|era)_(man|fru|sambo|partner|pojkvän|flickvän|make|maka|familj|barn|son|dotter|mamma|pappa|mor|far|föräldrar|bror|syster|vän|vänner|kollega|kollegor|chef|team|granne|grannar)`,
    be: `är var blir blev har hade vill ville ska skall skulle kan kunde får fick måste bör borde tycker tyckte tror trodde känns kändes verkar
      verkade upplever upplevde finns fanns vore ser såg gör gjorde låter lät känner kände`,
    verb: `{be} använder använde köper köpte minns går gick kommer kom tar tog ger gav vet visste handlar läser läste hör hörde äger jobbar
      jobbade arbetar bor bodde ringer ringde tänker tänkte väljer valde betalar föredrar gillar behöver saknar önskar kör åker lever sov äter
      följer delar rekommenderar passar passade tittar brukar brukade litar håller hänger stämmer speglar heter planerar hittade träffar`,
    subject: `du ni jag vi man han hon det den de dom någon något några er ert era din ditt dina vår vårt våra min mitt mina en ett alla ingen
      deras hans hennes denna detta dessa där här`,
    nonverb: `{subject} {wh} och men så eller om när då eftersom fast medan sedan efter före innan på i av till från med hos vid för under utan mot
      mellan genom över kring som att inte ju väl nog bara också mycket mer mest lite alltid aldrig ofta nu igen kanske egentligen helt alltså
      ja nej okej tack varje visst därför ändå folk många de_flesta naturligtvis självklart tänk föreställ säg berätta beskriv visa ge nämn
      förklara trots enligt ut hellere hellre snarare ganska vissa andra forskningen vissa säkert`,
    wh: `vad hur varför vem vilka vilken vilket när var vart varifrån vems vilkas hurdan hurdana`,
    tell: `berätta beskriv beskriva visa förklara återberätta utveckla ge nämn nämna säg säga dela skissa rita sammanfatta återge lista räkna_upp
      ta läs läsa bedöm pröva prova försök sätt sätta kom_med tänk_högt bläddra peka jämför rangordna kommentera fundera gå_igenom`,
    praise: `praktfull ljuvlig vackr läckr låg duktig stark populär snygg läcker härlig fantastisk utmärkt underbar skön vacker framgångsrik imponerande innovativ smart intelligent
      spännande attraktiv hjälpsam vänlig praktisk pålitlig kompetent kunnig användarvänlig revolutionerande banbrytande prisbelönt prisad älskad
      omtyckt unik exklusiv inspirerande stilren elegant omtänksam hållbar effektiv snabb oslagbar enastående ledande uppskattad god enkel billig
      trygg bra bättre trevlig mysig charmig genial suverän modern generös kärleksfull engagerad begåvad uppmärksam överlägsen flexibel rolig
      lyxig smidig tålmodig förträfflig proffsig fin`,
    blame: `otrevlig dumm oförskämd dålig usel hemsk förfärlig irriterande frustrerande förvirrande besvikande orimlig chockerande ohyfsad tråkig ful oanvändbar
      meningslös klumpig rörig komplicerad besvärlig långsam jobbig överdriven överprissatt påträngande ständig evig ändlös konstant absurd
      hopplös kaotisk ovänlig arrogant skandalös föråldrad otillräcklig inkompetent opålitlig vilseledande smärtsam stressande utmattande
      oacceptabel elak dum girig oärlig ökänd onödig byråkratisk opersonlig löjlig skrämmande pinsam tung omständlig fruktansvärd urusel kass
      hänsynslös orättvis krånglig seg`,
    pain: `problem svårigheter utmaningar hinder barriärer frustrationer bekymmer nackdelar fördelar fördel nackdel styrkor svagheter
      irritationsmoment klagomål brister fel förbättringar vinster pain_points pain_point smärtpunkter besvär trösklar`,
    moves: `irriterar irriterade stör störde retar retade frustrerar frustrerade oroar oroade gläder gladde imponerar imponerade förvirrar
      förvirrade stressar stressade plågar plågade provocerar provocerade skrämmer tilltalar tilltalade`,
    love: `gillar gillade älskar älskade hatar hatade uppskattar uppskattade njuter_av njöt_av ogillar ogillade`,
  },
  opening: `
    (och|men|så|alltså|okej|ok|ja|nå|nu(?! (när|då|du))|tack|först|slutligen|till sist|till att börja med|generellt|egentligen|ärligt talat|ärligt|bara|också|hej|välkommen|för övrigt|då|på det stora hela|sammantaget)
    med (dina|egna) egna ord
    (,|"|:|–)
    (om jag får fråga|om det går bra)`,
  setting: `
    (tänk|gå) (tillbaka |lite )?(på|till)
    tänk tillbaka
    (föreställ (dig|er)|tänk dig|tänk er|anta|låt oss (säga|anta)|säg att|låtsas)
    (titta|läs|lyssna|se) (gärna )?på (affisch*|denna|detta|de här|den här|det här|de två|filmen|annonsen)
    ta god tid
    (jag (visar|ska visa|kommer att visa|läser)|nu (visar|ska|får) (jag|du))`,
  request: `
    (försök (att )?)?(gärna )?{tell} (?!(du|ni) )
    (kan|kunde|vill|skulle|får|orkar) (du|ni|jag) (vilja |kunna |inte |försöka |gärna |eventuellt |kanske |kort |ha lust att |vara snäll och |börja med att |tänka dig att |med egna ord |till att börja med |få |be (dig|er) (att )?)*({tell}|utveckla|fråga|ta mig (med )?(igenom|genom)|sätta ord)
    (kan|kunde|vill|skulle) (du|ni) .. (berätta|beskriva|förklara|visa|utveckla|ge (mig )?(ett )?exempel|ta mig|sätta ord|minnas tillbaka)
    (kan|kommer) (du|ni) (minnas|ihåg|komma på) (en|ett) (gång|situation|händelse|exempel|dag)
    (har|kan) (du|ni) .. (ett exempel|lust att (berätta|beskriva|visa|dela))
    jag (vill|skulle|är) .. (gärna|nyfiken|intresserad) .. (höra|veta|förstå|lära|fråga|se|på|av)
    (det (vore|skulle vara|är) (intressant|roligt|spännande|bra) att (höra|veta|få))
    jag (undrar|funderar på) (?!om )(hur|vad|varför|vilka)
    (låt oss|låt mig) (tala|prata|börja|höra|gå)
    (får|kan) jag (fråga|höra)
    (använd|håll|välj|sortera|öppna|klicka|börja|fortsätt|minns|skriv|hitta|se|titta|hjälp|kör|lyssna|ställ|utgå|följ) (?!(du|ni) )
    ta (mig|oss|ställning)
    fråga på`,
  wondering: `
    jag .. (undrar|funderar på|vill veta|vill gärna veta|skulle vilja veta|nyfiken på|veta) (, )?om (du|ni|det|er|din|ditt|dina|någon|man)
    (får|kan) jag (fråga|höra) (, )?om (du|ni)
    (vill|skulle) (du|ni) (inte )?(också )?(vilja )?säga (att|du|det|vår)`,
  wh: `
    (?!när (?!{verb} |på dagen |i veckan |[^ ]+(r|de|te) (du|ni|det|den|han|hon) ))(?!var (du|ni|det|den|han|hon|de|tand|[^ ]+(en|et|na|n)) ){wh}
    (i|på|vid|för|från|till|med|av|om|sedan|under|genom|efter|hos|mot|över|kring|åt) (vad|vilken|vilket|vilka|vem|när|hur)
    (ungefär|cirka|ca) {wh}`,
  grade: `
    hur dags
    hur (ofta|många|mycket|länge|lång|långt|gammal|gamla|stor|stora|stort|sannolikt|troligt|viktigt|viktig|viktiga|bra|högt|dyrt|svårt|lätt|enkelt|nöjd|nöjda|snabbt|snabb|nära|säker|säkra|glad|glada|regelbundet|tidigt|sent|välkänt|känd|bekant|medveten|lite|få|hög|tungt|varmt|väl)
    hur [^ ]+( och [^ ]+)? {be}
    hur [^ ]+(?<!(går|gick|ser|mår|får|blir|står|ställer|känn)s?)(t|ig|igt|sam|samt|ad|at|isk|iskt|full|fullt|bar|bart|lös) (?!(du|ni|det|den|de|han|hon|man|vi|jag) )
    (i|till) (hur (hög|stor) grad|vilken (grad|utsträckning|mån))
    (vilket|vilken) (betyg|poäng|andel|siffra|procentsats)`,
  neutralGrade: `
    hur dags
    hur (ofta|många|länge|lång|långt|gammal|gammalt|gamla|stor|stora|stort|sannolikt|troligt|viktigt|viktig|viktiga|välkänt|känd|bekant|högt|nära|säker|säkra|regelbundet|tidigt|sent|snabbt|få|hög|tungt|varmt|medveten|väl|förberedd|bra (känner|minns))
    hur mycket (?![^ ]*are )(?!(bättre|mer|gillar|älskar|njuter))
    (i|till) (hur (hög|stor) grad|vilken (grad|utsträckning|mån))(?!.*(håller du med|instämmer|nöjd))
    (vilket|vilken) (betyg|poäng|andel|siffra|procentsats)
    hur (hade|har|ska|skulle|kan|kunde|vill|är|var|blir|blev|ser|såg|gör|gjorde|känns|kändes|upplever|upplevde|låter|tycker|tror) `,
  fact: `
    när (?=({verb}|[^ ]+(r|de|te)) )
    sedan när
    när (på dagen|på dygnet|i veckan)
    (var|vart|varifrån) (?!(kom|kommer) (idén|tanken|intresset|det))
    vem
    (på|i|från|till|med|hos|vid|genom|under|för)? ?(vilken|vilket) (?!(intryck|betydelse|roll|upplevelse|verkan|inverkan|påverkan|inflytande|skillnad|sätt|känsla|erfarenhet|tanke|anledning|funktion|vis|situation|historia|effekt|stämning|väg|nytta))
    vad för (en|ett|slags [^ ]+) (bil|bank|telefon|abonnemang|bostad)
    vad har (du|ni) för (?!(tankar|erfarenheter|erfarenhet|rutiner|upplevelser|upplevelse|intryck|känsla|känslor|planer|bild|åsikt|åsikter|syn|inställning|relation|minnen|förväntningar|behov|vanor|önskemål))
    vad (är|var|heter) (din|ditt|er|ert|den|det) ((nuvarande|fullständiga|totala|genomsnittliga|högsta|senaste) )?(namn|ålder|yrke|jobb|titel|kön|adress|postnummer|lön|inkomst|budget|befattning|sysselsättning|utbildning|civilstånd|nationalitet|modersmål|telefonnummer|favorit[^ ]+)( .*)?$
    vad (heter|kostar|kostade|tjänar|väger|betalar) (du|ni|den|det|de|din|ditt|ert|han|hon)
    på en skala`,
  account: `
    (var|varifrån) .* (idén|tanken|intresset) .. (från)?
    vem (bör|kan|ska|borde|kunde|skulle) jag
    var (ser|vill|tror) (du|ni) .* (år|själv)
    vem (var|är) .*(och hur|och vad|på vilket sätt)`,
  verb: `
    (?!(var|när) (?!(du|ni|det|den|någon|något|[^ ]+(en|et|n|na)) ))(?!när ){verb} (?!(att|om) )
    (?!{nonverb} )[^ ,:;–"]+ {subject}
    (?!{nonverb} )[^ ,:;–"]+(r|de|te) (?!(att|och|eller|$))[^ ]+
    (?!{nonverb} )[^ ,:;–"]+ (och|eller) [^ ]+ (du|ni)`,
  declared: `
    (du|ni|jag|vi|man|han|hon|det|den|de|dom|vår|vårt|våra|din|ditt|dina|er|ert|era|mitt|min|alla|folk|ingen|en|ett|många|naturligtvis|självklart|denna|detta|dessa|visst|här)
    (?!{verb} )[^ ]+(en|et|na) {be}`,
  subordinate: `
    nu (när|då|du)
    (om|då|eftersom|fast|fastän|medan|sedan (?!när)|efter|före|innan|ifall)
    när (?!({verb}|[^ ]+(r|de|te)) (du|ni|det|den|de|han|hon|man|jag|vi|er|din|ditt|dina|[^ ]+(en|et)) )`,
  whether: `
    (, )?(om|ifall|huruvida) (du|ni|det|er|din|ditt|dina|han|hon|man|någon) (har|hade|är|var|kan|vill|tycker|tror|någonsin|använder|gillar|brukar)
    , hur (många|ofta|länge|gammal|gamla)`,
  choice: `
    (–|:) (.. )?[^ ]+ eller [^ ]+( [^ ]+)?$
    , [^ ]+ eller [^ ]+$
    – (var|är|tycker|har|blev) (du|ni|det|den|de|där) .*
    (från|mellan) (0|1|noll|en|ett) (till|och) (4|5|6|7|9|10|100|fem|tio)
    på en skala
    ^ ..[^ ]+ eller ...$`,
  tag: `
    , (va|eller hur|inte sant|eller|visst|inte|va då|okej|ok|rätt|stämmer det|väl|tycker du inte|håller du inte med|är det inte|var det inte|gör du inte|har du inte)$
    ^(visst|nog|säkert)
    väl$`,
  assured: `
    (väl|ju|säkert|förstås|självklart|naturligtvis|såklart|troligen|nog|givetvis|visst)`,
  negated: `
    {verb} (du|ni|det|den|de|vi|man|vår|vårt|våra|alla|han|hon|folk) ((?!(där|som|att) )[^ ,]+ ){0,6}inte
    (?!{nonverb} )[^ ,:;–"]+ (du|ni|det|den|de|vi|man) ((?!(där|som|att) )[^ ,]+ ){0,6}inte
    {verb} (du|ni|man) .. aldrig
    (?!{nonverb} )[^ ,:;–"]+ (du|ni) .. aldrig
    (vore|är|var|har) inte (det|vår|vårt|våra|alla|den)
    {verb} inte (du|ni|vår|vårt|våra|det)`,
  agreement: `
    (håller|höll|instämmer) (du|ni) (inte |också |helt )?(med|i)
    (är|var) (du|ni) (inte |också |helt )?(överens|enig|eniga|ense|av samma åsikt)
    {verb} (du|ni|din|dina) också
    (?!{nonverb} )[^ ,:;–"]+ (du|ni) också
    också (tycker|anser|känner|upplever|märkt)
    (ger du mig rätt|delar du (inte )?(den|vår) (åsikt|uppfattning|syn))
    (känner|upplever) du (det )?(likadant|samma sak)`,
  loaded: `
    (vår|vårt|våra|den|det|de|denna|detta|dessa|er|ert|era|din|ditt|dina|deras|en sådan|ett sådant|all den|alla de|allt det|[^ ]{3,}(?<!i)s) (helt |mycket |så |nya |riktigt |verkligt |extremt |mest |här )?({praise}|{blame})(a|e|ra|ska)?(?<=[a]|bättre|spännande|imponerande|inspirerande|ledande|irriterande|frustrerande|förvirrande|chockerande|påträngande|vilseledande|stressande|utmattande|skrämmande) (?!(och|eller|med|att|på|i|för|till|av|är|var|saker|sak|tid|tider|delen|delar|ögonblick|än|var) )[^ ,]+
    (vår|vårt|våra|den|det|de|dessa) (helt |mycket |så |riktigt )?({praise}|{blame})a och [^ ]+a [^ ]+
    (den|det|all den|allt det|alla de|en sådan|ett sådant) (glädje|glädjen|besvikelse|besvikelsen|ilska|ilskan|kaos|kaoset|mardröm|mardrömmen|katastrof|katastrofen|röra|röran|besvär|besväret|skandal|skandalen|fiasko|lättnad|lättnaden|slöseri|elände|eländet|succé|succén|krångel|krånglet|oväsen|oväsendet|strul|strulet)
    (kaoset|röran|eländet|krånglet|katastrofen|mardrömmen|skandalen)
    allt det (goda|fina|dåliga)
    (fantastiskt|förfärligt|underbart|uruselt) [^ ]+(ade|ad)`,
  oneSided: `
    vad (är det |var det |är det som |skulle )?(du |ni )?{love} (du|ni|med|i|på|att|så|mest|om)?(?!.*(bäst|minst|sämst|mest)( |$))
    vad (tycker|tyckte) (du|ni) (särskilt |så )?(bra|illa|mycket) om
    vad (tycker|tyckte) (du|ni) är (så )?(bra|dåligt|smart|irriterande|roligt|skönt|jobbigt|svårt)
    vad (är det som |var det som |var det |är det )?{moves} (dig|er|mest)(?!.*(mest|minst)$)
    (vilka|vilken|vilket|vad för|hur många|vad var|vad är|de|alla|vad hade du för) ((andra|största|särskilda|tekniska|typer av|av de) )*{pain}
    vad (är|var) ((så|det) )*(bra|dåligt|fel|skönt|irriterande|fantastiskt|svårt|speciellt|attraktivt|roligt|jobbigt) (med|i|på)
    vad (är det som )?gör (oss|vår|vårt|våra|det|den|denna|detta) .*(bästa|bättre|så|bra|attraktiv|speciell|unik|fantastisk|mänskligt|mänsklig)
    varför (är|var) (det|detta|vår|vårt|den) (så |inte |för dig |för er )*(viktigt|viktig|svårt|bra|nödvändigt|bättre|bäst|dåligt|överlägsen|attraktiv|avgörande|enkelt|lätt|skönt|irriterande)
    varför är (vår|vårt|våra|den|det|de|denna|detta) .. (bättre|bäst|så|bra|överlägsen|överlägsna|dålig|sämre|attraktiv|viktig)
    vad skulle (du|ni) .. (älska|njuta|hata|gilla)
    varför låter (du|ni) (dig|er)
    (hur kommer det sig|hur kan det komma sig) att ~ så [^ ]+
    vad (gjorde|gör|har gjort|är det som gör|är det som gjorde) .. så [^ ]+
    varför tror (du|ni) .* (bättre|bäst|sämre|värre|populär)
    varför .. (inget|ingenting|aldrig)
    varför (älskar|hatar|litar|föredrar|gillar|älskade|hatade|gillade) (du|ni|folk|alla|kunder|kunderna|man)
    varför (skulle|ska|vill|bör|borde) (du|ni|man|någon|alla|folk|ingen)
    varför (.. )?(inte|aldrig)(?!$)
    varför lät (du|ni) bli
    varför är .. så
    hur mycket ([^ ]+are|bättre)
    vad (är|var) (det (som )?(är |var )?)?så [^ ]+
    hur mycket (gillar|älskar|njuter|älskade|gillade) (du|ni)
    varför (stod|står) (du|ni) ut
    (tid|pengar) .. (du|ni) .. (sparar|sparade|sparat)`,
  presumed: `
    (hur|på vilket sätt|på vilka sätt) (har|hjälper|hjälpte|gör|gjorde|ger|gav|kan|kommer|skulle|förbättrar|underlättar|stärker|sparar|förenklar) (vår|vårt|våra|den|det|de|denna|detta) .*(hjälpt|hjälpa|gett|givit|gjort|förbättrat|underlättat|stärkt|sparat|förbättra|underlätta|stärka|spara|göra|ge|förenklat|förenkla|lättare|enklare|bättre|tryggare|gladare)
    (hur|på vilket sätt) (hjälper|förbättrar|underlättar|stärker|sparar|förenklar|hjälpte|förbättrade|underlättade|stärkte) (vår|vårt|våra|den|det|denna|detta)
    (tid|pengar|besvär|timmar) .. (du|ni) .. (sparar|sparade|har sparat|slipper)
    när du nu (sparar|har|får|kan)
    att (alla|ingen|allting|allt|varenda) (numera |nuförtiden |i dag |nu )?(är|har|ska|bör|måste|vill|kan)
    jag (utgår från|förmodar|antar|räknar med|gissar)
    att (ingen|alla|folk) (längre|inte längre)
    tack vare (vår|vårt|våra|den|det)
    varför vill ingen`,
  preamble: `
    (de flesta|många|väldigt många|allt fler|fler och fler|en majoritet|nio av tio|nästan alla|så gott som alla|alla|de allra flesta) (av )?(våra |de )?(andra |unga |glada |nöjda )?(människor|kunder|kunderna|användare|gäster|läsare|medlemmar|patienter|besökare|deltagare|andra|medarbetare|familjer|föräldrar|experter|medborgare|svenskar|köpare|folk|företag|tycker|säger|föredrar|anser|vi har pratat)(?!.* andra )
    (alla|var och en|ingen|folk) (vet|säger|kan (väl )?se|älskar|hatar|är överens|tycker|känner|vill|borde)
    (forskning|undersökningar|forskningen|experter|mätningar|siffror|studier|forskare|siffrorna|undersökningarna|all forskning) (visar|säger|pekar|rekommenderar|är|bevisar|har)
    (som|precis som|liksom) (alla|de flesta|många|bekant|du vet|var och en)
    (som bekant|det är klart|naturligtvis|självklart|utan tvekan|jag är säker|ingen tvekan)
    (vi har|vi|vår|vårt|våra) .. (arbetat|jobbat|lagt|investerat|lyssnat|byggt|förbättrat|gjort|vunnit|fått|är|har) .*(hårt|stolta|enklare|bättre|lättare|snabbare|förbättrat|priset|fantastisk|fantastiskt|bästa|kraft|snyggare|överskådlig|rosade|överförtjusta|från grunden)
    (recensionerna|reaktionerna|omdömena) (har varit|är|var) (fantastiska|bra|positiva|dåliga|överväldigande)
    (är|var|har varit|blev) (ju |som bekant )?(en|ett|rätt|mycket|verkligen|helt|så|faktiskt) ({praise}|{blame}|succé|katastrof|skandal|fiasko|lättnad|röra|mardröm|kaos)(t|a)?
    vunnit .. pris*
    (nästan|närmast) omöjligt
    hur mycket ~ (sparar|underlättar)
    (vår|vårt|våra|vi) .* (åt dig|sparar dig)
    (sparar|sparat) (dig|folk|kunderna|våra)
    (med tanke på|givet)`,
  offeredReason: `
    ^(var|är) det .* som (fick|gjorde|övertygade|avgjorde)
    (var|är|beror|berodde) (det|detta) .. (på grund av|för att|därför att|på att|pga|priset|kvaliteten|servicen|lönen)
    (är|var|blev|har|gick|valde|bytte) (du|ni) .. (på grund av|därför att|pga)
    (beror|berodde) det på
    ^[^ ]+ (du|ni) .. (på grund av|därför att|pga)`,
  balanced: `
    (om (det (är|var|fanns) )?någ*|om (något|någon|alls)|eller (ej|inte|svårt|dåligt|missnöjd|missnöjda|negativt|oense|dålig|svår|o[^ ]+))
    [^ ]+ eller (o[^ ]+|[^ ]+lös*|svårt|svår|lätt|enkelt|dåligt|dålig|bra|bättre|sämre|negativt|positivt|glad|ledsen|långsamt|snabbt|lite|låg|hög|tråkig|missnöj[^ ]*)
    (på gott och ont|fördelar och nackdelar|styrkor och svagheter|plus och minus|ris och ros|bra och dåligt|om det nu var så)
    vad (är|var) (det )?([^ ]*(ste|ast)|bäst|sämst)`,
  own: `
    (du|ni) (sa|sade|nämnde|berättade|kallade|beskrev|skrev|använde|säger|talade|pratade|förklarade|var inne på|har sagt|har nämnt|har berättat)
    (sa|nämnde|berättade) (du|ni)`,
  imagined: `
    (föreställ|föreställa|tänk dig att|tänk er|anta att|låt oss (säga|anta)|säg att|låtsas|trollspö|trollstav|i en ideal värld|i en perfekt värld|den optimala|din dröm[^ ]*|dröm[^ ]+|det ideala|den ideala|hypotetiskt|den perfekta|det perfekta)
    (tror|tycker) (du|ni) att .* skulle
    kan (du|ni) (föreställa|tänka) (dig|er)(?! tillbaka)
    (kunde) (du|ni|det) .. (tänka|vara|leva|använda|se dig)
    (skulle|borde|vore) (du|ni|man|det|den|där|vi|jag|han|hon|er|ert|din|ditt|dina|vår|vårt|våra|folk|andra|en|ett|denna|detta|[^ ]+(en|et))
    (vad|hur|var|vem|vilken|vilket|vilka|varför|när) .. skulle (?!ni ha .* gången)
    (om|ifall) (vi|du|ni|de|det|man|den|han|hon|din|ditt|dina|vår|vårt|våra) .. (inte )?(fick|hade|kunde|var|blev|stängde|öppnade|flyttade|vann|förlorade|skulle|måste|kostade|höjde|gjorde|erbjöd|lanserade|bestämde|började|ändrade|tog|ärvde) .*(skulle|hade|hur vore|vad vore|vad tänker)
    (hade|skulle) (du|ni) .*(om (bussen|du|ni|det|den|vi|[^ ]+) (inte )?(hade|fick|var|skulle|kunde))
    (hur|vad) hade (du|ni|det) (gått|löst|varit|valt|sagt|tänkt om|hänt|tyckt|velat)
    (och )?om (den|det|vi|priset) (nu )?(kostade|var (?!(så|något|någon))|fick|gjorde|hade|vore)
    (hur (sannolikt|troligt)|kunna tänka (dig|er|sig)|skulle föredra)
    (vad|vilka|vilken|vilket|hur) (.. )?(bör|ska|borde) (vi|företaget|kommunen|de)
    ska vi
    se dig själv (som|i)
    (du|ni|det|de) skulle
    skulle [^ ]+ .. (kunna|göra|skapa|hjälpa|vara|kännas|fungera)`,
  future: `
    ^tänker (du|ni) (?!(om|på|när|att|ofta))
    (vad|hur|när|var) tänker (du|ni) [^ ]+a( |$)
    kommer (du|ni|det|ert|din|ditt|vi|folk|andra|man|han|hon) att (?!(tänka på|minnas))
    (ska|vill) (du|ni|det) (?!(inte )?(säga|berätta|beskriva|börja|ta|tillägga|visa|förklara|hellre|ha (kaffe|te|vatten|något|lite|den|det)|gärna|sitta|ta upp|utveckla|lägga))
    (vad|när|var|hur|vem) kommer (du|ni|det (?!sig)|folk) .. att (?!(tänka på|minnas))
    (vad|när|var|hur|vem) ska (du|ni|det) (?!(att tänka på|kalla|beskriva|säga|fram|in|hit|dig|er|sig|ihåg))
    har (du|ni) .. (planer|för avsikt)
    (räknar|överväger|planerar|funderar|hoppas|avser) (du|ni) .. (med att|på att|att)
    (nästa|kommande) (vecka|månad|år|sommar|vinter|vår|höst|gång|jul|två|tre|fem|nummer)
    (i morgon|imorgon|i framtiden|framöver|framtidens|de närmaste|det närmaste)
    (?<!handlade )om (ett|två|tre|fem|tio|tjugo|[0-9]+|några) (år|månader|månad|veckor|dagar)
    (tror du , (att )?(du|ni) .. (kommer|blir))
    har (ni|du) tänkt (?!på)
    planer (för|inför)`,
  real: `
    (den gången|som barn|den dagen|brukade|i din barndom|på den tiden|när (du|ni) skulle|som liten|där och då|om det (nu )?var så|på den tiden)
    om (du|ni|de|det) .. ([^ ]+(ade|de|te)|fick|gick|ringde|kom|var) .* , (vad|hur|vem) (hände|blev|gjorde|sa|var|svarade|gick)`,
  courtesy: `
    (?<!(hur|vad|var|när|vilken|vilket|vilka) )(vill|ville|skulle) (du|ni) (inte |vilja |kunna )?(gärna |hellre |kanske )?(ha|sitta|tillägga|säga|börja|ta|beskriva|berätta|ta upp|lägga till|tänka dig att (berätta|börja|visa|säga|beskriva))
    (vill|skulle) (du|ni) kalla
    hur (vill|skulle) (du|ni) (vilja )?(bedöma|värdera|förstå|placera)
    hur (vill|skulle) (du|ni) (vilja )?(beskriva|definiera|karaktärisera|sammanfatta)
    vad (vill|skulle) (du|ni) (säga (om|till)|kalla|tillägga)
    (jag|vi) (vill|skulle) (gärna|vilja|höra)
    (får|kan|kunde) jag
    får vi
    (är|vore) det (okej|ok|i sin ordning|möjligt)
    (?<!(hur|vad|varför) )(kan|kunde|vill|skulle) (du|ni) .. (berätta|beskriva|förklara|visa|utveckla)
    ska vi (ta|börja|gå|fortsätta|sluta|sätta|ses)
    vem (bör|kan|ska|borde) jag
    vilka .. (bör|borde|ska|kan) jag
    något emot att`,
  and: `(och|samt|liksom|plus|&)`,
  thatClause: `att`,
  andAsks: `
    (, |; |– )?och (så |sedan |sen |därefter )?((på|i|med|för|till|av|från) )?{wh}(?! och en)
    (, |; |– )?och {verb} (du|ni|det|den|där|han|hon|vi|din|ditt|er|de)
    (, |; |– )?och (?!{nonverb} )[^ ]+(r|de|te) (du|ni|han|hon|de)
    , (vad|hur|varför|vem|var) .* och (vad|hur|varför|vem|var)`,
  andTells: `
    och (så |sedan )?(berätta|säg|säga|beskriv|beskriva|visa|förklara|tänk|läs|ge|dela|försök|se|peka|klicka|ta|håll|välj|skriv|jämför|hör|lyssna|antecknar)`,
  onePair: `
    (på gott och ont|fram och tillbaka|till och från|då och då|av och till|ris och ros|fördelar och nackdelar|styrkor och svagheter|upp och ner|in och ut|ut och in|mamma och pappa|pappa och mamma|smör och bröd|lugn och ro|villkor och bestämmelser|kost och logi|kost och motion|till och med|mer och mer|bättre och bättre|fler och fler|dag och natt|hämta och lämna|lämna och hämta|vänner och familj|familj och vänner|vänner och bekanta|svart och vitt|här och där|buss och tåg|kyrka och stat|kniv och gaffel|frukt och grönt|plus och minus|och så vidare|och liknande|och sådant|och så|stort och smått|högt och lågt|var och en|för- och nackdelar|både och|nära och kära|hus och hem|el och vatten|från och med|först och främst|om och om|kropp och själ)
    {person} och ({person}|(din|dina|ditt|hans|hennes|er|era|deras|de andra) [^ ]+)
    och inte
    ^jämför ~ och
    kan du jämföra ~ och
    och .* , så
    mellan .. och
    [0-9]+ och [0-9]+
    \\( ... \\)
    till exempel .*
    (gick|går|sitter|satt|stod|stå|kom|ligger|låg|försök) och`,
  within: `
    (när|då|efter|före|innan|medan|sedan|tills|eftersom|ifall|så|som|om (du|det|ni|vi|man)|där|den gången|senaste gången|förra gången|från)`,
  embedded: `{wh}`,
  orAsks: `
    (, )?eller {verb} (du|ni|det|den|där|de|han|hon)
    (, )?eller (?!{nonverb} )[^ ]+(r|de|te) (du|ni|det|de)
    eller [^ ]+(en|et|n) för [^ ]+$
    (läser|använder|köper|ser|delar|sparar|flyttar|byter|på|jobb) eller (flytta|byta|sälja|rekommendera|dela|läser|delar|kommentera|[^ ]+er|[^ ]+ar)`,
  alternatives: `
    eller [^ ]+ (du|ni|det|den) (hellre|bara|fortfarande|enbart|mest|mer|snarare|i stället|istället|oftast|som regel|närmast|kanske)
    (mest|oftast|vanligen|helst|hellre|vanligtvis) .* eller`,
  points: `
    (det|den|dem|dom|där|detta|det här|så|honom|henne|denna|därifrån)`,
}
