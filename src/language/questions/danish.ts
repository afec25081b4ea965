import type { Grammar } from './grammar.ts'

/** Danish questions: verb first, question words, requests; and the words that press, judge, imagine or couple. */
export const danish: Grammar = {
  lists: {
    person: `du i han hun de jeg vi dig jer mig (din|dine|dit|jeres)_(mand|kone|kæreste|partner|ægtefælle|familie|børn|barn|søn|datter|mor|far|forældre|bror|søster|ven|venner|veninde|kollega|kolleger|chef|leder|team|nabo|naboer|bedsteforældre|samlever)`,
    be: `er var bliver blev har havde vil ville skal skulle kan kunne må måtte bør burde synes syntes tror troede føles føltes virker virkede
      oplevede oplever fandt finder mener mente gør gjorde lyder lød ser så`,
    modal: `vil ville skal skulle kan kunne må måtte bør burde`,
    verb: `{be} bruger brugte køber købte kender kendte husker huskede får fik går gik kommer kom tager tog giver gav ved vidste handler
      læser læste ser så hører hørte ejer arbejder bor boede ringer ringede tjekker tænker tænkte vælger valgte betaler foretrækker
      møder mødte gælder findes savner ønsker ønskede kører kørte lever levede sov spiser følger deler anbefaler passer savnede`,
    subject: `du i de jeg vi man han hun det den der nogen noget nogle jeres din dit dine vores min mit mine en et alle ingen deres hans
      hendes denne dette disse`,
    nonverb: `{subject} {wh} og men så eller hvis når da fordi selvom mens siden efter før inden på i af til fra med ved for over under uden mod
      mellem gennem hos om som at ikke jo vel nok bare kun også meget mere mest lidt altid aldrig ofte nu igen måske egentlig helt jamen altså
      ja nej okay tak enhver hver her der derfor alligevel folk mange de_fleste naturligvis selvfølgelig tænk forestil sig sæt lad prøv fortæl
      beskriv vis giv nævn forklar trods ifølge ud som ligesom rather hellere`,
    wh: `hvad hvordan hvorfor hvem hvornår hvor hvilken hvilket hvilke hvorhen hvorledes hvorvidt hvormed hvoraf hvortil hvori hvorpå hvorfra`,
    tell: `fortæl fortælle beskriv beskrive vis vise forklar forklare genfortæl genfortælle uddyb uddybe giv give nævn nævne sig sige del dele
      skitsér skitsere tegn tegne opsummer gengiv gengive opridse opregn opremse folde udfolde udfold tag tage læs læse vurdér prøv fortælles
      sætte sæt kom_med komme_med kom_gerne gennemgå kommentér beskrevet tænk_højt bladr peg sammenlign ranger`,
    praise: `pragtfuld vidunderlig smukk trygg lav dygtig stærk populær flot lækr dejlig fantastisk fremragende vidunderlig skøn smuk succesfuld imponerende innovativ smart
      intelligent spændende attraktiv hjælpsom venlig praktisk pålidelig kompetent brugervenlig revolutionerende banebrydende prisvindende
      prisbelønnet elsk elskede unik eksklusiv inspirerende stilfuld elegant omsorgsfuld bæredygtig effektiv hurtig uovertruffen enestående
      førende anerkendt afholdt velsmagende nem billig tryg god bedre rar hyggelig charmerende genial suveræn fantastisk moderne gavmild
      generøs kærlig engageret talentfuld opmærksom overlegen fleksibel gratis ny_og_forbedret sjov
        glimrende strålende fabelagtig formidabel storslåed storslået brillant udmærked udmærket perfekt vellykked vellykket lynhurtig værdifuld
        nyttig imødekommende overskuelig intuitiv enkl gennemtænkt velfungerende fornem nyskabende topmoderne tiltalende indbydende
        stemningsfuld behagelig komfortabl luksuriøs gunstig fordelagtig højtelsked eftertragted fin betagende gavnlig`,
    blame: `grimm dumm uforskammet uforskammed roded komplicered forælded dårlig elendig forfærdelig irriterende frustrerende forvirrende skuffende urimelig chokerende uhøflig kedelig grim
      ubrugelig nytteløs klodset rodet kompliceret besværlig langsom træls overdreven overprissat påtrængende evig endeløs konstant absurd
      håbløs kaotisk uvenlig arrogant skandaløs forældet utilstrækkelig inkompetent upålidelig vildledende smertefuld stressende udmattende
      uacceptabel ond dum fjollet grådig uærlig berygtet unødvendig bureaukratisk upersonlig tåbelig latterlig rystende pinlig tung omstændelig
      skrækkelig rædselsfuld ringe tarvelig hensynsløs uretfærdig kringled uoverskuelig uforståelig ulogisk umulig utålelig trættende
        anstrengende enerverende kritisabl mangelfuld sløsed sjusked ligegyldig uengagered belastende ufleksibl støved umoderne
        utidssvarende uheldig tragisk ynkelig usmagelig ulækr larmende kryptisk dyr`,
    pain: `problemer problem udfordringer vanskeligheder barrierer barriere forhindringer frustrationer bekymringer ulemper fordele fordel
      ulempe styrker svagheder gener irritationer klager mangler fejl forbedringer gevinster pain_points pain_point smertepunkter besvær
      hindringer kritikpunkter irritationspunkter forbehold udfordring vanskelighed forhindring frustration irritation`,
    moves: `ærgrede ærgrer generer generede irriterer irriterede frustrerer frustrerede skuffer skuffede bekymrer bekymrede glæder glædede
      imponerer imponerede begejstrer begejstrede forvirrer forvirrede stresser stressede tiltaler tiltalte foruroliger plager plagede
      provokerer provokerede vred skræmmer skræmte fascinerer fascinerede charmerer charmerede henrykker henrykkede foruroligede`,
    love: `nyder nød elsker elskede hader hadede holder_af holdt_af sætter_pris_på satte_pris_på værdsætter værdsatte beundrer beundrede afskyr afskyede bryder_dig_om brød_dig_om`,
  },
  opening: `
    (og|men|så|jamen|altså|okay|ok|ja|nå|nu(?! (hvor|når|du))|tak|først|endelig|til sidst|til at begynde med|generelt|egentlig|helt ærligt|ærligt|bare|lige|også|hej|velkommen|for øvrigt|i øvrigt|samlet set|alt i alt)
    med dine egne ord
    (,|"|:|–)
    (hvis jeg må spørge|hvis det er i orden)`,
  setting: `
    (tænk|gå) (tilbage |lidt )?(på|til)
    tænk (dig )?tilbage
    (forestil (dig|jer|dem)|sæt nu|sæt at|lad os (sige|antage|forestille)|antag)
    (se|kig|læs|lyt|hør|prøv at se) (lige )?(på |til )?(plakat*|denne|dette|de her|den her|det her|de to|filmen|annoncen|reklamen)
    tag dig god tid
    (jeg (viser|vil vise|læser|vil læse)|nu (viser|vil) jeg|nu får du)`,
  request: `
    (så )?(prøv (lige |at |engang )*)?(gerne )?{tell} (?!(du|i) )
    (kan|kunne|vil|ville|gider|må) (du|i|de|jeg) (ikke |prøve (lige )?at |eventuelt |måske |lige |kort |have lyst til at |være sød at |begynde med at |starte med at |tænke dig at |tænke jer at |komme med |måske |gerne |med dine egne ord |til at begynde med |få |bede (dig|jer|dem) (om )?(at )?|indlede med at |genkalde dig .. og |at )*({tell}|uddybe|spørge (dig |jer )?(til|om|ind til)|tage mig (med )?(igennem|gennem|med)|tage os|sætte ord|bede)
    (kan|kunne|vil|ville) (du|i|de) .. (fortælle|beskrive|forklare|vise|uddybe|give et eksempel|tage mig|sætte ord|genkalde|huske tilbage)
    kan (du|i) (huske|komme i tanke om) (en|et) (gang|situation|episode|eksempel|oplevelse|dag|tid)
    (har|kan) (du|i|de) .. (et eksempel|en gang,|mod på at fortælle|lyst til at (fortælle|beskrive|vise|dele))
    jeg (vil|ville|kunne|er) .. (gerne|godt|nysgerrig|interesseret|spændt) .. (høre|vide|forstå|lære|spørge|se|efter|på)
    (det (kunne|ville) være|det er) (spændende|interessant|rart|godt) at (høre|vide|forstå)
    jeg (spekulerer på|undrer mig over|gad vide) , (hvordan|hvad|hvorfor|hvordan)
    (lad os|lad mig) (tale|snakke|begynde|starte|høre|gå)
    (må|kan) jeg (lige )?(spørge|høre)
    (brug|hold|vælg|sortér|rangér|åbn|klik|start|begynd|fortsæt|husk|skriv|find|se|kig|hjælp|kør|hør|lyt|kig|stil)
    tag (mig|os|stilling)
    (gå|følg) `,
  wondering: `
    jeg .. (spekulerer på|undrer mig over|gad vide|vil gerne vide|vil høre|gerne vide|gerne høre|høre|vide|nysgerrig efter|spørge) .. (, )?om (du|i|de|der|det|din|dit|dine|jeres)
    (må|kan) jeg (spørge|høre) , om
    gad vide ,? ?om
    (vil|ville) (du|i|de) (ikke )?(også )?sige (, )?(at|du|det|vores|den|prisen)`,
  wh: `
    {wh}
    (i|på|ved|for|fra|til|med|af|om|siden|under|gennem|efter|hos|igennem|over|omkring|mod) (hvad|hvilken|hvilket|hvilke|hvem|hvornår|hvor)
    (cirka|omtrent|ca|nogenlunde) {wh}`,
  grade: `
    hvor (ofte|tit|mange|meget|længe|lang|langt|gammel|gamle|stor|store|stort|sandsynligt|vigtigt|vigtig|vigtige|godt|højt|dyrt|svært|let|nemt|tilfreds|tilfredse|enig|enige|hurtigt|hurtig|tæt|sikker|sikre|glad|glade|regelmæssigt|tidligt|sent|bredt|kendt|bekendt|fortrolig|bevidst|lidt|få|høj|højt|tungt|varmt|ked|træt|bange|vred|sur)
    hvor [^ ]+( og [^ ]+)? {be}
    i hvor (høj|stor|vid|lille|lav) (grad|udstrækning|omfang)
    i hvilken grad
    (hvilken|hvilket) (karakter|score|procentdel|andel|tal|note)`,
  neutralGrade: `
    hvor (ofte|tit|mange|længe|lang|langt|gammel|gamle|stor|store|stort|sandsynligt|vigtigt|vigtig|vigtige|kendt|bekendt|fortrolig|godt (kender|kendte|husker)|højt|tæt|sikker|sikre|regelmæssigt|tidligt|sent|hurtigt|hyppigt|få|høj|tungt|varmt|bevidst|klar over|forberedt)
    hvor meget (?![^ ]*ere )(?!(bedre|mere|nyder|elsker|glæder|ærgre))
    i hvor (høj|stor|vid|lille|lav) (grad|udstrækning|omfang)(?!.*(enig|tilfreds|glad))
    (hvilken|hvilket) (karakter|score|procentdel|andel|tal|note)
    hvor (kom|kommer|stammer|bor|boede|handler|køber|købte|fandt|finder|så|ser|har|var|er|gik|går|fik|får|hørte|læste|arbejder|ligger|sker|foregår|henter) `,
  fact: `
    (hvornår|siden hvornår)
    hvor (?!(kom|kommer|stammer|har) (idéen|ideen|tanken|interessen|det|den))
    hvem
    (på|i|fra|til|med|hos|ved|gennem|under)? ?(hvilken|hvilket) (?!(indtryk|betydning|rolle|oplevelse|virkning|indflydelse|forskel|måde|følelse|erfaring|tanke|grund|funktion|vis|situation|historie|effekt|stemning|fornemmelse|indflydelse))
    hvad for (en|et)
    hvad (er|var|hedder) (din|dit|jeres|deres|den|det) ((nuværende|fulde|samlede|gennemsnitlige|højeste|månedlige|seneste) )?(navn|alder|stilling|job|titel|køn|adresse|postnummer|løn|indkomst|budget|profession|beskæftigelse|uddannelse|civilstand|nationalitet|modersmål|telefonnummer|mailadresse|erhverv|livret|yndlings[^ ]+)( (i|på|hos|for) .*)?$
    hvad (hedder|koster|kostede|tjener|vejer|betaler) (du|i|den|det|de|din|dit|jeres|han|hun)
    på en skala
    hvad er (klokken|prisen|adressen|datoen)`,
  account: `
    hvor .* (idéen|ideen|tanken|interessen|ønsket|lysten) .. fra
    hvem (bør|kan|skal|burde|kunne|skulle) jeg
    hvor (ser|vil|tror) (du|i) .* (år|selv)
    hvem (var|er) .*(og hvordan|og hvad|på hvilken måde)`,
  verb: `
    {verb} (?!(at|om|på|i_øvrigt) )
    (?!{nonverb} )[^ ,:;–"]+ {subject}
    (?!{nonverb} )[^ ,:;–"]+[re] (?!(at|og|eller|$))[^ ]+
    (?!{nonverb} )[^ ,:;–"]+ (og|eller) [^ ]+ (du|i|de)`,
  declared: `
    (du|i|de|jeg|vi|man|han|hun|det|den|der|vores|jeres|din|dit|dine|mit|min|alle|enhver|folk|ingen|en|et|mange|naturligvis|selvfølgelig|denne|dette|disse|så|her)
    (?!{verb} )[^ ]+(en|et|ne) {verb}`,
  subordinate: `
    nu (hvor|når|du)
    (hvis|når|da|fordi|selvom|selv om|mens|siden|efter|før|inden|eftersom|såfremt|dengang|medmindre|givet)`,
  whether: `
    , om (du|i|de|der|det|din|dit|dine|jeres|han|hun|man)
    , hvor (mange|ofte|tit|længe|gammel|gamle)`,
  choice: `
    (–|:) (.. )?[^ ]+ eller [^ ]+( [^ ]+)?$
    , [^ ]+ eller [^ ]+$
    – (var|er|synes|har|blev) (du|i|det|den|de|der) .*
    (fra|mellem) (0|1|nul|en|et) (til|og) (4|5|6|7|9|10|100|fem|ti)
    på en skala fra
    ^ ..[^ ]+ eller ...$`,
  tag: `
    , (vel|ikke|ikk|ikke sandt|ikke også|ik|ik'|eller hvad|eller|rigtigt|okay|ok|hva|hva'|synes du ikke|synes i ikke|ikke|vel nok|mener du ikke|er du ikke enig|gør du ikke|har du ikke|kan du ikke|er det ikke|var det ikke|gør i ikke)$
    (vel|velsagtens)$`,
  assured: `
    (vel|jo|sikkert|selvfølgelig|naturligvis|da også|velsagtens|ganske givet|formentlig|vist nok)`,
  negated: `
    {verb} (du|i|de|det|den|der|vi|man|vores|jeres|alle|han|hun|folk) ((?!(der|som|at) )[^ ,]+ ){0,6}ikke
    (?!{nonverb} )[^ ,:;–"]+ (du|i|de|det|den|der|vi|man) ((?!(der|som|at) )[^ ,]+ ){0,6}ikke
    {verb} (du|i|de|man) .. aldrig
    (?!{nonverb} )[^ ,:;–"]+ (du|i) .. aldrig
    {verb} ikke (vores|alle|de|den|det)`,
  agreement: `
    (er|var|erklærer) (du|i|de) (ikke |også |helt )?enig
    enig i
    {verb} (du|i|de|din|dine) også
    (?!{nonverb} )[^ ,:;–"]+ (du|i) også (?!(af og til|nogle gange|en gang imellem))
    også (synes|mener|føler|oplever|lagt mærke)
    (giver du (mig )?ret|kan du følge|deler du (ikke )?(den|vores) (mening|holdning|opfattelse|syn))
    har du det på samme måde
    (vi kan (vel |nok )?(godt )?blive enige|kan vi (ikke )?(godt )?blive enige|er vi (ikke )?enige)
    {verb} (du|i) (vel |nok |sikkert |ikke )?(indrømme|medgive|give mig ret)
    (du|i) {verb} (vel |nok |sikkert )?(indrømme|medgive|give mig ret)`,
  loaded: `
    (vores|den|det|de|denne|dette|disse|jeres|din|dit|dine|deres|sådan en|sådan et|al den|alle de|alt det|[^ ]{3,}(?<!i)s) (helt |meget |så |nye |rigtig |virkelig |ekstremt |mest )?({praise}|{blame})(e|te|le|me|de|ne|se)?(?<=[e]) (?!(og|eller|ved|at|på|i|for|til|af|er|var|ting|tid|tider|gamle|del|dele|øjeblik|øjeblikke|end) )[^ ,]+
    (vores|den|det|de|denne|dette|disse|jeres) (helt |meget |så |rigtig |virkelig )?({praise}|{blame})e og [^ ]+e [^ ]+
    (den|det|de|al den|alt det|alle de|sådan en|sådan et) (glæde|skuffelse|skuffelsen|vrede|kaos|mareridt|katastrofe|rod|vrøvl|besvær|rædsel|skandale|fiasko|lettelse|spild|elendighed|fornøjelse|succes|larm|postyr|bøvl|frustration|irritation)
    (kaosset|rodet|elendigheden|bøvlet|katastrofen|mareridtet|skandalen)
    alt det (gode|dejlige|dårlige)
    (fremragende|forfærdeligt|vidunderligt|elendigt) [^ ]+et`,
  oneSided: `
    hvad (er det, |er det , |var det , )?(du |i )?(mest )?({love}|kan lide|kunne lide|kunne du lide|kan du lide|kan i lide) (du|i|ved|på|at|de|så|mest|om)?(?!.* (bedst|mindst|værst)( |$))(?!(bedst|mindst))
    hvad (synes|syntes) (du|i|de) (især |særligt |bedst |så )?(godt|dårligt|er godt|er dårligt|er smart|var godt|var dårligt|er bedst|er rart|er irriterende) (om|ved|i)?
    hvad (er det, der |er det , der |var det , der |er det der )?{moves} (dig|jer|dem|mest)(?!.* (mest|mindst)$)
    (hvilke|hvilken|hvilket|hvad for|hvor mange|hvad var|hvad er|de|alle) ((andre|største|særlige|tekniske|typer af|af de) )*{pain} (?!prøvede)
    hvad (er|var) ((så|det|der) )*(godt|dårligt|galt|dejligt|irriterende|fantastisk|svært|særligt|attraktivt) (ved|med|i)
    hvad gør (os|vores|det|den|denne|dette) .*(bedste|bedre|så|god|attraktiv|særlig|unik|fantastisk|menneskelig)
    hvorfor (er|var) (det|dette|vores|den) (så |ikke |for dig |for jer )*(vigtigt|vigtig|svært|godt|nødvendigt|bedre|bedst|dårligt|overlegen|attraktiv|afgørende|nemt|let|rart|irriterende)
    hvorfor er (vores|den|det|de|denne|dette) .. (bedre|bedst|så|god|gode|overlegen|dårlig|dårligere|attraktiv|vigtig)
    hvorfor er det (nu )?, at (alle|ingen|man|du|i)
    hvad ville (du|i) .. (elske|nyde|hade|glæde (dig|jer))
    hvorfor lader (du|i) (dig|jer)
    hvad (er|var|blev) (du|i) (især |særligt |så )?(glad for|vild med|begejstret for|ked af|træt af|utilfreds med|tilfreds med|imponeret over|irriteret over|skuffet over|frustreret over|vred over|sur over|bekymret for|bange for)
    (hvordan kan det være|hvordan gik det til|hvordan kom det) , at ~ så (dårligt|godt|lidt|langsomt|sent|meget|let|skidt|længe)
    hvad (gjorde|gør|har gjort) .. så [^ ]+
    der gør (os|vores|det|den|denne) ~ (så [^ ]+|bedre)
    hvad er det , (du|i) .. (kan lide|holder af|hader|elsker)
    hvorfor tror (du|i) .* (bedre|bedst|dårligere|værre|ringere|populær)
    hvorfor .. (ikke noget|intet|aldrig)
    hvorfor (elsker|hader|stoler|foretrækker|nyder|elskede|hadede|stolede) (du|i|de|folk|alle|kunder|kunderne|man)
    hvorfor (ville|skulle|skal|vil|bør|burde) (du|i|man|nogen|alle|folk|ingen)
    hvorfor (.. )?ikke
    hvorfor (lod|lader) (du|i|de) være
    hvorfor vil ingen
    hvorfor er .. så
    hvor meget ([^ ]+ere|bedre|mere (glad|tryg|effektiv*))
    hvad (er|var) ((det|der) )*så [^ ]+
    hvor meget (nyder|elsker|glæder|ærgrer|ærgrede|nød) (du|i)
    (og )?hvorfor (fandt|finder) (du|i) .. i det
    hvor (mange|megen) (tid|penge) (har|sparer|sparede) .. (sparet|med vores)`,
  presumed: `
    (hvordan|på hvilken måde|på hvilke måder) (har|hjælper|hjalp|gør|gjorde|giver|gav|kan|vil|ville|kunne|forbedrer|letter|styrker|sparer|forenkler) (vores|den|det|de|denne|dette|jeres) .*(hjulpet|givet|gjort|forbedret|lettet|styrket|sparet|hjælpe|forbedre|lette|styrke|spare|gøre|give|forenklet|forenkle|lettere|nemmere|bedre|tryggere|gladere)
    (hvordan|på hvilken måde) (hjælper|forbedrer|letter|styrker|sparer|forenkler|hjalp|forbedrede|lettede|styrkede) (vores|den|det|denne|dette)
    (tid|penge|besvær|timer) .. (du|i) .. (sparer|sparede|har sparet|slipper)
    når du nu (sparer|har|får|kan)
    at (alle|ingen|alting|alt|enhver) (nu om dage |i dag |nu |bare )?(er|har|skal|bør|må|vil|kan)
    jeg (går ud fra|formoder|antager|regner med|gætter på)
    at (ingen|alle|folk) (længere|ikke længere|mere)
    takket være (vores|den|det)
    alligevel (får|klarer|kommer|holder)`,
  preamble: `
    (de fleste|mange|rigtig mange|flere og flere|et flertal|ni ud af ti|stort set alle|næsten alle|alle|et stort flertal|langt de fleste) (af )?(vores |de )?(andre |unge |glade |tilfredse )?(mennesker|kunder|brugere|gæster|læsere|medlemmer|patienter|besøgende|deltagere|andre|medarbejdere|familier|forældre|eksperter|borgere|danskere|købere|folk|virksomheder|synes|siger|foretrækker|mener|vi har talt)(?!.* andre )
    (alle|enhver|ingen|folk) (ved|siger|kan (vel )?se|elsker|hader|er enige|mener|kender|gider|vil)
    (forskning|undersøgelser|forskningen|eksperter|målinger|tal|studier|forskere|tallene|undersøgelserne) (viser|siger|peger|anbefaler|er|beviser|har)
    (som|ligesom) (alle|de fleste|mange|bekendt|du ved|enhver)
    (som bekendt|det er klart|naturligvis|selvfølgelig|uden tvivl|helt sikkert|jeg er sikker|ingen tvivl)
    (vi har|vi|vores) .. (arbejdet|lagt|brugt|investeret|lyttet|bygget|forbedret|gjort|lavet|vundet|fået|er|har) .*(hårdt|stolte|enklere|bedre|nemmere|lettere|hurtigere|forbedret|prisen|fantastisk|bedste|kræfter|flottere|overskueligt|overskuelig|roser|rost)
    (anmeldelserne|reaktionerne|tilbagemeldingerne) (har været|er|var) (fantastiske|gode|positive|dårlige|overvældende)
    (er|var|har været|blev) (jo )?(en|et|ret|meget|virkelig|helt|så|simpelthen) ({praise}|{blame}|succes|katastrofe|skandale|fiasko|lettelse|rod|mareridt|kaos)(t|e)?
    vundet .. pris*
    (næsten|nærmest) umuligt
    hvor meget ~ (sparer|letter)
    (vores|vi) .* (for dig|sparer dig|klarer det)
    (sparer|sparet) (dig|folk|kunderne|vores)
    med alle de (skandaler|problemer|forsinkelser|klager)
    (taget i betragtning|i betragtning af)`,
  offeredReason: `
    ^(var|er) det .* , der (fik|gjorde|overbeviste|afgjorde)
    (var|er|skyldes|skyldtes) (det|dette) .. (på grund af|fordi|grundet|pga|prisen|kvaliteten|servicen|lønnen|af hensyn til)
    (er|var|blev|har|gik|valgte|skiftede) (du|i|de) .. (på grund af|fordi|pga|grundet)
    (skyldes|skyldtes) det
    ^[^ ]+ (du|i|de) .. (på grund af|fordi|pga|grundet)`,
  balanced: `
    (hvis der (er|var) nog*|om noget|hvis nog*|om nog*|eller (ej|ikke|svært|dårligt|utilfreds|negativt|uenig|dårlig|svær|u[^ ]+|slet ikke))
    [^ ]+ eller (u[^ ]+|[^ ]+løs*|svært|svær|let|nemt|nem|dårligt|dårlig|godt|god|bedre|værre|negativt|positivt|glad|ked|langsomt|hurtigt|lidt|lav|høj|kedelig)
    (på godt og ondt|fordele og ulemper|styrker og svagheder|plusser og minusser|ris og ros|godt og skidt)
    hvad (er|var) det [^ ]*(ste|st)`,
  own: `
    du (sagde|nævnte|fortalte|kaldte|beskrev|skrev|brugte|siger|talte|forklarede|var inde på|har sagt|har nævnt|har fortalt)
    (sagde|nævnte|fortalte) (du|i)`,
  imagined: `
    (forestil|forestille|tænk dig at|sæt nu|sæt at|lad os (sige|antage|lege|forestille)|antag|tryllestav|i en ideel verden|i en perfekt verden|drømme[^ ]+|din ideelle|det ideelle|den ideelle|hypotetisk|den perfekte|det perfekte)
    (ville|burde) (du|i|de|man|det|den|der|vi|jeg|han|hun|jeres|din|dit|dine|vores|folk|andre|et|en|mon|dette|denne|hverdagen|livet)
    (hvad|hvordan|hvor|hvem|hvilken|hvilket|hvilke|hvorfor) .. (ville)
    (hvad|hvordan|hvor|hvilken|hvilket|hvilke) .. kunne (vi|man|få dig|være|gøre|vores)
    kan (du|i) (forestille|tænke) (dig|jer)(?! tilbage)
    kunne (du|i|de|det) .. (finde på|tænke|forestille|undvære|bruge|leve|være|overveje|anbefale)
    (hvis|om) (vi|du|i|de|der|det|man|den|han|hun|jeres|din|dit|dine|vores) .. (ikke )?(fik|havde|kunne|var|blev|lukkede|åbnede|flyttede|vandt|mistede|skulle|måtte|kostede|hævede|lavede|tilbød|lancerede|bestemte|begyndte|ændrede|fjernede|arvede) .*(ville|kunne|havde|hvordan var|hvad var|så)
    (havde|var) .*, hvis .. (ikke )?havde
    (og )?hvis (den|det|vi|prisen) (nu )?(kostede|var|fik|lavede|havde)
    (hvor sandsynligt|kunne tænke (dig|jer|sig)|ville foretrække|kunne finde på|kunne forestille)
    (hvad|hvilke|hvilken|hvilket|hvordan) (.. )?(bør|skal|skulle|burde) (vi|virksomheden|kommunen|de) (?!.*dengang)
    se dig selv som
    du ville
    (tror|mener|mon|synes) (du|i)? ?, at .. (ville|kunne)
    ville [^ ]+ .. (kunne|gøre|skabe|hjælpe|være|føles)`,
  future: `
    (vil) (du|i|det|der|vi|din|dit|jeres|folk|andre|man|han|hun) (?!(ikke )?(sige|fortælle|beskrive|starte|begynde|tage|tilføje|vise|forklare|hellere|have|lige|gerne|måske|prøve|uddybe|nævne|give))
    (skal) (du|i) (?!.*(normalt|plejer|dengang|altid))
    (hvad|hvornår|hvor|hvordan|hvem) (skal|vil) (du|i|det|der|folk|andre|de) (?!(kalde|beskrive|sige|tilføje))
    har (du|i) .. (planer|tænkt (dig|jer)|til hensigt)
    (regner|overvejer|planlægger|påtænker|håber) (du|i) .. (med at|at)
    ^forventer (du|i)
    (næste|kommende) (uge|måned|år|sommer|vinter|forår|efterår|gang|jul|to|tre|fem|nummer)
    (i morgen|i fremtiden|fremover|ud i fremtiden|i de kommende)
    planer for
    ^(skal|bør|burde) vi (?!(holde|tage|starte|begynde|gå|fortsætte|stoppe|sætte|mødes))
    om (et|to|tre|fem|ti|tyve|[0-9]+|nogle|få|fem-ti) (år|måneder|måned|uger|dage)
    (kommer (du|i) til at (?!(tænke|huske))|tror du , (at )?(du|i) .. (vil|bliver|kommer))
    du vil .. (anbefale|bruge|købe|vælge|skifte)`,
  real: `
    (dengang|som barn|den dag|den gang|plejede|da (du|i) (var|boede|gik|arbejdede)|i din barndom|på det tidspunkt|dengang)
    hvis (du|i|de|det) .. ([^ ]+ede|fik|gik|mødte|ringede|kom|var) .* , (hvad|hvordan|hvem) (skete|blev|gjorde|sagde|var|svarede|gik)
    hvad (ville|skulle|håbede) (du|i) (gerne|egentlig|bruge .* til dengang)`,
  courtesy: `
    (?<!(hvad|hvordan|hvor|hvornår|hvilken|hvilket|hvilke) )(vil|ville|kunne) (du|i|de) (ikke )?(gerne |hellere |lige |måske )?(have|sidde|tilføje|sige|begynde|starte|tage|beskrive|fortælle|tænke dig at (fortælle|starte|begynde|vise|sige|beskrive))
    (vil|ville) (du|i) kalde
    hvordan (vil|ville) (du|i|de) (vurdere|bedømme|forstå|placere)
    hvordan (vil|ville) (du|i|de) (beskrive|definere|karakterisere|opsummere)
    hvad (vil|ville) (du|i|de) (sige (om|til)|kalde|tilføje)
    (jeg|vi) (vil|ville) (gerne|høre)
    (må|kan|kunne) jeg
    (er|ville) det (i orden|okay|ok|være i orden|fint|muligt)
    (?<!(hvordan|hvad|hvorfor) )(kan|kunne|vil|ville) (du|i|de) .. (fortælle|beskrive|forklare|vise|uddybe)
    skal du bare
    noget imod
    skal vi (holde|tage|starte|begynde|gå|fortsætte|stoppe|sætte|mødes)
    hvem (bør|kan|skal) jeg`,
  and: `(og|samt|såvel som|plus|&)`,
  andAsks: `
    (, |; |– )?og (så |bagefter |derefter )?((på|i|med|for|til|af|fra) )?{wh}
    (, |; |– )?og {verb} (du|i|de|det|den|der|han|hun|vi|din|dit|jeres)
    (, |; |– )?og (?!{nonverb} )[^ ]+[re] (du|i|han|hun|de)
    , (hvad|hvordan|hvorfor|hvem|hvor) .* og (hvad|hvordan|hvorfor|hvem|hvor)`,
  andTells: `
    og (så |bagefter )?(fortæl|fortælle|sig|sige|beskriv|beskrive|vis|vise|forklar|forklare|tænk|læs|giv|del|prøv|se|peg|klik|undervejs|tag|hold|vælg|skriv|sammenlign|hør|lyt)`,
  onePair: `
    (på godt og ondt|frem og tilbage|til og fra|nu og da|af og til|ris og ros|fordele og ulemper|styrker og svagheder|op og ned|ind og ud|ud og ind|mor og far|far og mor|brød og smør|fred og ro|vilkår og betingelser|betingelser og vilkår|kost og logi|kost og motion|til og med|mere og mere|bedre og bedre|flere og flere|dag og nat|ord og vendinger|hente og bringe|venner og familie|familie og venner|sort og hvidt|hist og her|bus og tog|kirke og stat|slag og bang|gaffel og kniv|kniv og gaffel|frugt og grønt|plusser og minusser|og så videre|og lignende|og den slags|og så|stort og småt|løst og fast)
    {person} og ({person}|(din|dine|dit|hans|hendes|jeres|deres|de andre) [^ ]+)
    og ikke
    sammenlign ~ og
    sammenligne ~ og
    og .* , så
    mellem .. og
    både ... og
    [0-9]+ og [0-9]+
    \\( ... \\)
    for eksempel .*
    (gik|går|sidde|sad|stod|stå|kom|ligge|lå|prøv|prøve) og`,
  within: `
    (når|da|efter|før|inden|mens|siden|indtil|fordi|hvis|selvom|så|som|der|, om|til den|til de|hvor|sidste gang|seneste gang|fra)(?<! lide som)`,
  thatClause: `at`,
  embedded: `{wh}`,
  orAsks: `
    (, )?eller {verb} (du|i|det|den|de|der|han|hun)
    (, )?eller (?!{nonverb} )[^ ]+[re] (du|i|de|det)
    eller [^ ]+(en|et) for [^ ]+$
    (læser|bruger|køber|ser|deler|gemmer|flytter|skifter) eller [^ ]+`,
  alternatives: `
    eller [^ ]+ (du|i|det|den) (hellere|bare|stadig|kun|mest|mere|snarere|i stedet|typisk|som regel|nærmest|turen|måske)
    (mest|normalt|oftest|typisk|helst|hellere) .* eller`,
  points: `
    (det|den|dem|der|dette|det her|så|ham|hende|denne|derfra|heraf)`,
}
