import type { Grammar } from './grammar.ts'
import { danishLeading } from './danish-leading.ts'
import { danishPairs } from './danish-pairs.ts'
import { danishWords } from './danish-words.ts'

/** Danish questions: verb first, question words, requests; and the words that press, judge, imagine or couple. */
export const danish: Grammar = {
  lists: danishWords,
  ...danishLeading,
  ...danishPairs,
  opening: `
    (og|men|så|jamen|altså|okay|ok|ja|nå|nu(?! (hvor|når|du))|tak|først|endelig|til sidst|til at begynde med|generelt|egentlig|helt ærligt|ærligt|bare|lige|også|hej|velkommen|for øvrigt|i øvrigt|samlet set|alt i alt)
    med dine egne ord
    (,|"|:|–)
    (hvis jeg må spørge|hvis det er i orden)
    (jeg mener|altså|øh|øhm|du ved|hmm|sådan|forresten|for resten)`,
  setting: `
    lad os (tale|snakke|gå over|vende os)
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
    kan (du|i) (huske|mindes|komme i tanker? om|komme på|nævne|give) (en|et) (konkret )?(gang|situation|episode|eksempel|oplevelse|dag|tid|tidspunkt|øjeblik|periode)
    (har|kan) (du|i|de) .. (et eksempel|en gang,|mod på at fortælle|lyst til at (fortælle|beskrive|vise|dele))
    jeg (vil|ville|kunne|er) .. (gerne|godt|nysgerrig|interesseret|spændt) .. (høre|vide|forstå|lære|spørge|se|efter|på)
    (det (kunne|ville) være|det er) (spændende|interessant|rart|godt) at (høre|vide|forstå)
    jeg (spekulerer på|undrer mig over|gad vide) , (hvordan|hvad|hvorfor|hvordan)
    (lad os|lad mig) (begynde|starte|høre|gå)
    (må|kan) jeg (lige )?(spørge|høre)
    (brug|hold|vælg|sortér|rangér|åbn|klik|start|begynd|fortsæt|husk|skriv|find|se|kig|hjælp|kør|hør|lyt|kig|stil)
    tag (mig|os|stilling)
    (gå|følg)
    (kan|husker) (du|i) (stadig |godt )?(huske |mindes )?, (hvad|hvordan|hvorfor)
    (kan|vil|gider) (du|i) .. (tage mig|tegne|male|føre mig|sætte mig|bringe mig|give mig|folde|gå (mig )?igennem)
    (vil|gider) (du|i) (ikke )?(lige )?(tage|føre|sætte) (mig|os)
    (kan|må) jeg (få|bede) (dig|jer)
    (ville|vil) (du|i) (have noget imod|være venlig|være så venlig)`,
  doing: '',
  wondering: `
    jeg .. (spekulerer på|undrer mig over|gad vide|vil gerne vide|vil høre|gerne vide|gerne høre|høre|vide|nysgerrig efter|spørge) .. (, )?om (du|i|de|der|det|din|dit|dine|jeres)
    (må|kan) jeg (spørge|høre) , om
    gad vide ,? ?om
    mon (?!{wh} )
    (vil|ville) (du|i|de) (ikke )?(også )?sige (, )?(at|du|det|vores|den|prisen)`,
  wh: `
    (?!hvor ({praise}|{blame})(t|e)? [^ ]+(en|et|ne) (er|var|blev|har) ){wh}
    (i|på|ved|for|fra|til|med|af|om|siden|under|gennem|efter|hos|igennem|over|omkring|mod) (hvad|hvilken|hvilket|hvilke|hvem|hvornår|hvor)
    (cirka|omtrent|ca|nogenlunde) {wh}
    ungefær {wh}`,
  grade: `
    i (hvilket omfang|hvilken udstrækning|hvilken grad)
    hvor (ofte|tit|mange|meget|længe|lang|langt|gammel|gamle|stor|store|stort|sandsynligt|vigtigt|vigtig|vigtige|godt|højt|dyrt|svært|let|nemt|tilfreds|tilfredse|enig|enige|hurtigt|hurtig|tæt|sikker|sikre|glad|glade|regelmæssigt|tidligt|sent|bredt|kendt|bekendt|fortrolig|bevidst|lidt|få|høj|højt|tungt|varmt|ked|træt|bange|vred|sur)
    hvor [^ ]+( og [^ ]+)? {be}
    i hvor (høj|stor|vid|lille|lav) (grad|udstrækning|omfang)
    i hvilken grad
    (hvilken|hvilket) (karakter|score|procentdel|andel|tal|note)
    (hvad (tid|dag)|(cirka|omtrent|ca|nogenlunde|ungefær) hvor (mange|meget|længe|ofte|langt|stor))`,
  neutralGrade: `
    i (hvilket omfang|hvilken udstrækning)
    hvor (ofte|tit|mange|længe|lang|langt|gammel|gamle|stor|store|stort|sandsynligt|vigtigt|vigtig|vigtige|kendt|bekendt|fortrolig|godt (kender|kendte|husker)|højt|tæt|sikker|sikre|regelmæssigt|tidligt|sent|hurtigt|hyppigt|få|høj|tungt|varmt|bevidst|klar over|forberedt)
    hvor meget (?![^ ]*ere )(?!(bedre|mere|nyder|elsker|glæder|ærgre))
    i hvor (høj|stor|vid|lille|lav) (grad|udstrækning|omfang)(?!.*(enig|tilfreds|glad))
    (hvilken|hvilket) (karakter|score|procentdel|andel|tal|note)
    hvor (kom|kommer|stammer|bor|boede|handler|køber|købte|fandt|finder|så|ser|har|var|er|gik|går|fik|får|hørte|læste|arbejder|ligger|sker|foregår|henter)
    (hvad (tid|dag)|(cirka|omtrent|ca|nogenlunde|ungefær) hvor (mange|meget|længe|ofte|langt|stor))
    hvor (realistisk|realistiske|nødvendigt|nødvendig|præcist|repræsentativ|almindeligt|udbredt|forskellig|forskellige|ens)`,
  fact: `
    (hvornår|siden hvornår)
    hvor (?!(kom|kommer|stammer|har) (idéen|ideen|tanken|interessen|det|den))
    hvem
    (på|i|fra|til|med|hos|ved|gennem|under)? ?(hvilken|hvilket) (?!(indtryk|betydning|rolle|oplevelse|virkning|indflydelse|forskel|måde|følelse|erfaring|tanke|grund|funktion|vis|situation|historie|effekt|stemning|fornemmelse|indflydelse|lettelse|glæde|skuffelse|befrielse|hjælp|støtte|viden|baggrund|holdning|forventning|reaktion|information|sammenhæng|tilgang|relation|læring|punkt|plads|omfang))
    hvad for (en|et)
    hvad (er|var|hedder) (din|dit|jeres|deres|den|det) ((nuværende|fulde|samlede|gennemsnitlige|højeste|månedlige|seneste) )?(navn|alder|stilling|job|titel|køn|adresse|postnummer|løn|indkomst|budget|profession|beskæftigelse|uddannelse|civilstand|nationalitet|modersmål|telefonnummer|mailadresse|erhverv|livret|yndlings[^ ]+)( (i|på|hos|for) .*)?$
    hvad (hedder|koster|kostede|tjener|vejer|betaler) (du|i|den|det|de|din|dit|jeres|han|hun)
    på en skala
    hvad er (klokken|prisen|adressen|datoen)`,
  account: `
    hvor .* (idéen|ideen|tanken|interessen|ønsket|lysten) .. fra
    hvem (bør|kan|skal|burde|kunne|skulle) jeg
    hvor (ser|vil|tror) (du|i) .* (år|selv)
    hvem (var|er) .*(og hvordan|og hvad|på hvilken måde)
    (hvem|hvis|hvor)( [^ ]+){1,12} , og (på hvilken måde|i hvilken rolle|hvordan|hvorfor)$`,
  verb: `
    {verb} (?!(at|om|på|i_øvrigt) )
    (?!{nonverb} )[^ ,:;–"]+ {subject}
    (?!{nonverb} )[^ ,:;–"]+[re] (?!(at|og|eller|$))[^ ]+
    (?!{nonverb} )[^ ,:;–"]+ (og|eller) [^ ]+ (du|i|de)
    (noget|nogen) (at|spørgsmål|kommentarer|bekymringer|andet)
    (sig|fortæl) mig , {verb} (du|i|det|den|der)
    nogen (idé|ide|chance)`,
  declared: `
    (du|i|de|jeg|vi|man|han|hun|det|den|der|vores|jeres|din|dit|dine|mit|min|alle|enhver|folk|ingen|en|et|mange|naturligvis|selvfølgelig|denne|dette|disse|så|her)
    (?!{verb} )[^ ]+(en|et|ne) {verb}`,
  subordinate: `
    nu (hvor|når|du)
    (hvis|når|da|fordi|selvom|selv om|mens|siden|efter|før|inden|eftersom|såfremt|dengang|medmindre|givet)`,
  whether: `
    , om (du|i|de|der|det|din|dit|dine|jeres|han|hun|man)
    , hvor (mange|ofte|tit|længe|gammel|gamle)
    (vurdér|vurder|bedøm|angiv) (venligst )?(, )?(vores|din|den|det|de|hvor)
    , {verb} (du|i|det|den|der)`,
  choice: `
    (–|:) (.. )?[^ ]+ eller [^ ]+( [^ ]+)?$
    , [^ ]+ eller [^ ]+$
    – (var|er|synes|har|blev) (du|i|det|den|de|der) .*
    (fra|mellem) (0|1|nul|en|et) (til|og) (4|5|6|7|9|10|100|fem|ti)
    på en skala fra
    ^ ..[^ ]+ eller ...$
    (–|:) [^ ]+( [^ ]+)? , [^ ]+( [^ ]+)?( ,)?( eller)? [^ ]+( [^ ]+)?$
    (enig|ja) eller (uenig|nej)$`,
  tag: `
    , (vel|ikke|ikk|ikke sandt|ikke også|ik|ik'|eller hvad|eller|rigtigt|okay|ok|hva|hva'|synes du ikke|synes i ikke|ikke|vel nok|mener du ikke|er du ikke enig|gør du ikke|har du ikke|kan du ikke|er det ikke|var det ikke|gør i ikke)$
    , (så )?{verb} (du|i|han|hun|den|det|de|man|vi|der|jeg)( ikke| da| vel)*$
    (vel|velsagtens)$`,
  assured: `
    (?<!^ (du|i) (har|bor|er|var|kommer|arbejder|gik|sidder|kender) )jo
    (vel|nok(?= (så|det|den|på|mest|en|et|meget))|sikkert|selvfølgelig|naturligvis|da også|velsagtens|ganske givet|formentlig|vist nok)`,
  negated: `
    {verb} (du|i|de|det|den|der|vi|man|vores|jeres|alle|han|hun|folk) ((?!(der|som|at) )[^ ,]+ ){0,6}ikke
    (?!{nonverb} )[^ ,:;–"]+ (du|i|de|det|den|der|vi|man) ((?!(der|som|at) )[^ ,]+ ){0,6}ikke
    {verb} (du|i|de|man) .. aldrig
    (?!{nonverb} )[^ ,:;–"]+ (du|i) .. aldrig
    {verb} ikke (vores|alle|de|den|det)
    mon ikke`,
  denied: `
    [^ ]+ ikke (?!(også|sandt))
    [^ ]+ [^ ,:;–]+ ((?!(der|som|at|eller|og|hvis|når|om|fordi|du|i|man|vi|jeg|han|hun|de) )[^ ,:;–]+ ){0,7}ikke(?! (kun|bare|nødvendigvis|altid))`,
  balanced: `
    eventuelt
    (godt|bedre) .* (skidt|dårligt|mindre godt|galt|værre)
    (hvis der (er|var) nog*|om noget|hvis nog*|om nog*|eller (ej|ikke|svært|dårligt|utilfreds|negativt|uenig|dårlig|svær|u[^ ]+|slet ikke))
    hvor [^ ]+ eller [^ ]+
    [^ ]+ eller (u[^ ]+|[^ ]+løs*|svært|svær|let|nemt|nem|dårligt|dårlig|godt|god|bedre|værre|negativt|positivt|glad|ked|langsomt|hurtigt|lidt|lav|høj|kedelig)
    (på godt og ondt|fordele og ulemper|styrker og svagheder|plusser og minusser|ris og ros|godt og skidt)
    hvad (er|var) det [^ ]*(ste|st)
    (mest|bedst|godt) .* (mindst|værst|dårligst|mindre godt|generede|irriterede)`,
  poles: `
    {bright} ((for|med) (dig|jer|mig|os|dem) )?(, )?(og|eller|men) ((hvad|hvilke|det|den|de|der) )*((er|var) )?((mindre|ikke så|mest|mindst) )?{dark}
    {dark} ((for|med) (dig|jer|mig|os|dem) )?(, )?(og|eller|men) ((hvad|hvilke|det|den|de|der) )*((er|var) )?((mindre|ikke så|mest|mindst) )?{bright}`,
  own: `
    du (sagde|nævnte|fortalte|kaldte|beskrev|skrev|brugte|siger|talte|forklarede|var inde på|har sagt|har nævnt|har fortalt)
    (sagde|nævnte|fortalte) (du|i)`,
  imagined: `
    i en verden (uden|hvor|med)
    (kan|kunne) (du|i) (allerede )?se (det her|den her|det|den|dette) [^ ]*(hænge|stå|ligge|bruge|fungere|passe|være)
    (hvordan|hvad|hvor) havde (du|i) .* (uden|hvis)
    ^havde (du|i) .* , {wh} (ville|havde)
    ^(mon .. )?ville [^ ]+
    hvis (?!(du|i) ).* , (blev|kom|gik|tog|købte|skiftede|valgte) (du|i) (så|stadig|fortsat)
    (forestil|forestille|tænk dig at|sæt nu|sæt at|lad os (sige|antage|lege|forestille)|antag|tryllestav|i en ideel verden|i en perfekt verden|drømme(?!r |de )[^ ]+|din ideelle|det ideelle|den ideelle|hypotetisk|den perfekte|det perfekte)
    (ville|burde) (du|i|de|man|det|den|der|vi|jeg|han|hun|jeres|din|dit|dine|vores|folk|andre|et|en|mon|dette|denne|hverdagen|livet)
    (hvad|hvordan|hvor|hvem|hvilken|hvilket|hvilke|hvorfor) .. (ville)
    (hvad|hvordan|hvor|hvilken|hvilket|hvilke) .. kunne (vi|man|få dig|være|gøre|vores)
    kan (du|i) (forestille|tænke) (dig|jer)(?! tilbage)
    kunne (du|i|de|det) .. (finde på|tænke (dig|jer)|forestille|undvære|leve|overveje|anbefale)
    (hvis|om) (vi|du|i|de|der|det|man|den|han|hun|jeres|din|dit|dine|vores|[^ ]+(en|et|ne)) .. (ikke )?(fik|havde|kunne|var|blev|lukkede|åbnede|flyttede|vandt|mistede|skulle|måtte|kostede|hævede|lavede|tilbød|lancerede|bestemte|begyndte|ændrede|fjernede|arvede) .*(ville|kunne|skulle|havde|hvordan var|hvad var|så)
    (havde|var) .*, hvis .. (ikke )?havde
    (og )?hvis (den|det|vi|prisen) (nu )?(kostede|var|fik|lavede|havde)
    (hvor sandsynligt|kunne tænke (dig|jer|sig)|ville foretrække|kunne finde på|kunne forestille)
    (hvad|hvilke|hvilken|hvilket|hvordan) (.. )?(bør|skal|skulle|burde) (vi|virksomheden|kommunen|de) (?!.*dengang)
    se dig selv som
    du ville
    (tror|mener|mon|synes) (du|i)? ?, at .. (ville|kunne)
    ville [^ ]+ .. (kunne|gøre|skabe|hjælpe|være|føles)
    hvad (skal|skulle) der til , for at
    (kunne|ville) (du|i) nogensinde
    (hvad|hvem) (kunne|ville) have [^ ]+t
    kunne [^ ]+ .. have [^ ]+t
    hvis det stod til (dig|jer)
    ^(hvad|tænk) hvis
    der ville (få|gøre|bringe|hjælpe|ændre|holde)
    hvad (kan|kunne) (?!(du|jeg|i) )~ gøre (for|ved|bedre)
    kunne (du|i) (passe|klare|undvære|leve|arbejde|nøjes)
    skulle der have været til
    (går|gik)? ?(du|i) (med|rundt med) (tanker|planer) om`,
  future: `
    er (du|i) (fristet|parat|villig|klar|interesseret|opsat) (til|i|på) (?!(at )?(fortælle|vise|dele|forklare))
    hvad (sker der|bliver der) (med|af) .* , når (du|i|han|hun)
    hvordan (tror|forventer) (du|i) .* når
    (vil) (du|i|det|der|vi|din|dit|dine|jeres|folk|andre|man|han|hun) (?!(ikke )?(sige|fortælle|beskrive|starte|begynde|tage|tilføje|vise|forklare|hellere|have|lige|gerne|måske|prøve|uddybe|nævne|give))
    (skal) (du|i) (?!.*(normalt|plejer|dengang|altid|hver|hvert|typisk|til dagligt))
    (hvad|hvornår|hvor|hvordan|hvem) (skal|vil) (du|i|det|der|folk|andre|de) (?!.*(normalt|til daglig))(?!(gerne|helst|kalde|beskrive|sige|tilføje))
    har (du|i) .. (planer|tænkt (dig|jer)|til hensigt)
    (regner|overvejer|planlægger|påtænker|håber) (du|i) .. (med at|at)
    ^forventer (du|i)
    ^(skal|bør|burde) vi (?!(holde|tage|starte|begynde|gå|fortsætte|stoppe|sætte|mødes))
    (kommer (du|i|det|der) til at (?!(tænke|huske))|tror du , (at )?(du|i) .. (vil|bliver|kommer))
    du vil .. (anbefale|bruge|købe|vælge|skifte)
    (du|i) nogensinde .* igen$
    hvordan (tror|mener) (du|i) (, )?[^ ]+ .* om [^ ]+ år
    , (bliver|fortsætter) (du|i) så
    hvad bliver der af .* når`,
  ahead: `
    (næste|kommende) (uge|måned|år|sommer|vinter|forår|efterår|gang|jul|to|tre|fem|nummer)
    (i morgen|i fremtiden|fremover|ud i fremtiden|i de kommende)
    om (et|to|tre|fem|ti|tyve|[0-9]+|nogle|få|fem-ti) (år|måneder|måned|uger|dage)
    (i )?(20[3-9][0-9]|21[0-9][0-9])
    (året|livet) ud
    til (foråret|sommeren|efteråret|vinteren|jul|sommer|vinter)
    ((dine|jeres) planer|planer for)
    den dag ,? ?(hvor )?(du|i|de|han|hun|det) ikke (længere|mere) (kan|må|skal|er|har|bor|vil|orker|magter)`,
  settled: `
    (gjorde|var|havde|skete|blev|fik|gik|kom|sagde|tog|syntes|tænkte|fandt|vidste|[^ ]{2,}ede)
    (tilbage|hvor (ofte|mange))`,
  reported: `
    [^ ]{3,}(ede|te) ~ , (at|om) ~ (ville|skulle|kunne)
    (troede|bange|tænkte|regnede|forventede|sagde|sagt|besluttede|besluttet|vidste|håbede|lovede|lovet|frygtede|fortalte|fortalt|havde du forestillet|klart|hørte|hørt|erfarede|fik at vide|fandt ud af|mærkede|opdagede|indså|gik op for|afgjort|bestemt|læste|fornemmede|advarede|aftalte|anede|mente|op for) ~ (, )?(?!{wh} (ville|skulle|kunne) )~ (ville|skulle|kunne)
    (forestillede|forestillet) (du|i|dig|jer)`,
  real: `
    (dengang|som barn|den dag(?! , [^ ]+ ikke (længere|mere) (kan|må|skal|er|har|bor|vil|orker|magter))|den gang|plejede|da (du|i) (var|boede|gik|arbejdede)|i din barndom|på det tidspunkt|dengang)
    hvis (du|i|de|det) .. ([^ ]+ede|fik|gik|mødte|ringede|kom|var) .* , (hvad|hvordan|hvem) (skete|blev|gjorde|sagde|var|svarede|gik)
    hvad skal der til
    hvis .* , (så )?{wh} (gik|fik|tog|kom|sagde|gjorde|lå|sad|stod|spurgte|valgte|(?!havde)[^ ]+ede) (du|i|de|han|hun|man)
    jeg (kan|kunne) (godt )?forestille mig
    hvad (ville|skulle|håbede) (du|i) (gerne|egentlig|bruge .* til dengang)
    (?<! hvis .*)ville ~ , (når|da|før) (du|i|man|han|hun|de|vi|jeg) .. ([^ ]+ede|[^ ]{2,}te|kom|gik|fik|sagde|var|havde|blev|så|stod|tog)( |$)`,
  courtesy: `
    det (ville|kunne) være (dejligt|rart|godt|fint|interessant|spændende) (at|hvis)
    (ord|navn|betegnelse) (ville|vil) (du|i) (bruge|vælge|sætte|give)
    ville (du|i|de|han|hun) (helst |gerne |godt )+(?!se )(?!.* (vi|os|vores) )
    (?<!(hvad|hvordan|hvor|hvornår|hvilken|hvilket|hvilke) )(vil|ville|kunne) (du|i|de) (ikke )?(gerne |hellere |lige |måske )?(have|sidde|tilføje|sige|begynde|starte|tage|beskrive|fortælle|tænke dig at (fortælle|starte|begynde|vise|sige|beskrive))
    (vil|ville) (du|i) kalde
    hvordan (vil|ville) (du|i|de) (vurdere|bedømme|forstå|placere)
    hvordan (vil|ville) (du|i|de) (forklare (?!.* og )|beskrive|definere|karakterisere|opsummere)
    hvad (vil|ville) (du|i|de) (sige (om|til (?!(dig|jer|din|dit|dine|ham|hende|dem|en|nogen) ))|kalde|tilføje)
    (jeg|vi) (vil|ville) (gerne|høre)
    (må|kan|kunne) jeg
    (er|ville) det (i orden|okay|ok|være i orden|fint|muligt)
    (?<!(hvordan|hvad|hvorfor) )(kan|kunne|vil|ville) (du|i|de) .. (fortælle|beskrive|forklare|vise|uddybe)
    skal du bare
    noget imod
    skal vi (holde|tage|starte|begynde|gå|fortsætte|stoppe|sætte|mødes)
    hvem (bør|kan|skal) jeg
    hvordan (vil|ville) (du|i|de) .. (formulere|udtrykke|sige|beskrive|kalde|sammenfatte)
    (vil|ville) (du|i|de) .. (modtage|have tilsendt|kontaktes|informeres)
    (ville|vil) (du|i) (have noget imod|være venlig|være så venlig)
    hvordan (vil|ville) (du|i) (.* )?(sætte ord|beskrive)|hvad (vil|ville) (du|i) sige (er|var)`,
}
