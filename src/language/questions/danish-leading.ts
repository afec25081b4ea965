import type { LeadingGrammar } from './grammar.ts'

/** What gives the answer away in Danish: pressing for agreement, words that value, one side taken for granted, what everybody is said to think. */
export const danishLeading: LeadingGrammar = {
  agreement: `
    (som|ligesom) (de fleste|mange|alle) (af|andre|danskere|brugere|kunder)
    (tager jeg fejl|har jeg (ikke )?ret|gætter jeg (rigtigt|forkert))
    (er|var) det (ikke )?(sandt|korrekt|et faktum|fair at sige|rimeligt at sige|rigtigt) , at
    (kan|tror|mener) (nogen|folk) (virkelig|for alvor|seriøst)
    (deler|delte) (du|i) .. (opfattelse|opfattelsen|holdning|holdningen|syn|bekymring|bekymringen|frustration|indtryk)
    ^[^ ]+ (du|i) (virkelig|for alvor)
    (er det )?(fair|rimeligt|rigtigt|forkert) at sige , at (du|i)
    ^(forstår|kan) (du|i) .. , hvorfor (så mange|alle|de fleste)
    (er|var|erklærer) (du|i|de) (ikke |også |helt )?enig
    enig i
    (som|ligesom) (de fleste|alle)( andre)?$
    {verb} (du|i|de|din|dine) også
    (?!{nonverb} )[^ ,:;–"]+ (du|i) også (?!(af og til|nogle gange|en gang imellem))
    også (synes|mener|føler|oplever|lagt mærke)
    (giver du (mig )?ret|kan du følge|deler du (ikke )?(den|vores) (mening|holdning|opfattelse|syn))
    har du det på samme måde
    (vi kan (vel |nok )?(godt )?blive enige|kan vi (ikke )?(godt )?blive enige|er vi (ikke )?enige)
    {verb} (du|i) (vel |nok |sikkert |ikke )?(indrømme|medgive|give mig ret)
    (du|i) {verb} (vel |nok |sikkert )?(indrømme|medgive|give mig ret)
    (kan|må|vil) (man|vi|du) (ikke )?(godt )?sige , at
    er (du|i) ikke enig`,
  loaded: `
    (din|dine|jeres) (høje|store) (forventninger|krav|forhåbninger)
    (for noget|for nogle|sikke noget|alt det|hvilket|hvilke|den slags|det) {scorn}
    (efter|trods|med|på grund af) (alle|de (seneste|mange|sidste)) .. {mess}
    (blev|bliver|er) (du|i|din [^ ]+) .. (tvunget|presset|snydt|lokket|narret|kørt over|spist af)
    (vores|de|jeres|dine) mange ({praise}|{blame})(e|te) [^ ]+
    alle (de )?(positive|gode) [^ ]+
    (taget fejl|tog fejl|begik en fejl|gjorde forkert)
    hvor meget (hjalp|hjælper|gavner|gavnede|har [^ ]+ hjulpet|forbedrede|lettede)
    (vores|den|det|de|denne|dette|disse|jeres|din|dit|dine|deres|sådan en|sådan et|al den|alle de|alt det|[^ ]{3,}(?<!i)s) (helt |meget |så |nye |rigtig |virkelig |ekstremt |mest )?({praise}|{blame})(e|te|le|me|de|ne|se)?(?<=[e]) (?!(og|eller|ved|at|på|i|for|til|af|er|var|ting|tid|tider|gamle|del|dele|øjeblik|øjeblikke|end) )[^ ,]+
    (vores|den|det|de|denne|dette|disse|jeres) (helt |meget |så |rigtig |virkelig )?({praise}|{blame})e og [^ ]+e [^ ]+
    (den|det|de|al den|alt det|alle de|sådan en|sådan et) (glæde|skuffelse|skuffelsen|vrede|kaos|mareridt|katastrofe|rod|vrøvl|besvær|rædsel|skandale|fiasko|lettelse|spild|elendighed|fornøjelse|succes|larm|postyr|bøvl|frustration|irritation)
    (hvilken|hvilket|sikke en|sikke et|sikken) (glæde|skuffelse|lettelse|befrielse|katastrofe|succes|fornøjelse|skandale|fiasko|gave|fordel|frihed|rædsel|ulejlighed|stress)
    (blive|blev|bliver|blevet) .. så ({praise}|{blame})(t|e)?
    hv[^ ]+ .* at .* (ignorerer|ignorerede|overser|overså|svigter|svigtede|snyder|snød|udnytter|udnyttede|nedgør|ydmyger|ødelægger|ødelagde|forsømmer|forskelsbehandler|tilsidesætter)
    (kaosset|rodet|elendigheden|bøvlet|katastrofen|mareridtet|skandalen)
    alt det (gode|dejlige|dårlige)
    (verdens|landets|byens|markedets|danmarks|branchens|årets) [^ ]+ste [^ ]+
    , hvor ({praise}|{blame})(t|e)? 
    (hvad|hvorfor|hvordan|hvem) (i alverden|i himlens navn|dog|pokker|fanden)
    (spilder|spildte|sløser|ødsler|svigtede|forsømte|nægter|nægtede)
    hvor (stor|stort|stærk|meget) (en |et )?(hjælp|glæde|gavn|nytte|fordel|lettelse|støtte|gene|plage|belastning|ulempe)
    (fremragende|forfærdeligt|vidunderligt|elendigt) [^ ]+et
    (den|det|de|alt det|al den|jeres|vores|dit|din|så) (konstante|enorme|massive|voldsomme|evindelige|evige|kroniske|ekstreme|urimelige|store|høje|hele) (pres|mangel|arbejdspres|travlhed|stress|krav|belastning|ventetid|gebyrer|priser|larm|bureaukrati|mængde)
    (de|jeres|din) [^ ]+ , der (aldrig|altid|næsten aldrig|sjældent|ikke) [^ ]+
    (når man (tænker|tager|ser) (på|i betragtning)|i betragtning af|taget i betragtning|nu hvor (du|i) har (set|hørt|prøvet))
    (så|sådan) (hårdt|krævende|slidsomt|stressende|utaknemmeligt|godt|dårligt|lav|lavt) (et|en|job|arbejde|løn|ry)
    (med|har) så (godt|dårligt|stærkt|fint) (et|en) [^ ]+
    (hvilke|alle de|alle disse|alle dine|for) ({praise}|{blame})e [^ ,]+
    (den|det|de) ({praise}|{blame})(e|de|te)? (historie|film|billeder|arbejde|personale)
    vores (vigtige|livsvigtige|gode|store|afgørende) [^ ]+
    i sådan (et|en) [^ ]+
    når (de|den|det) nu (altid|aldrig|konstant|bare)
    de mange (glæder|fordele|muligheder|kvaliteter)
    (hvad|hvorfor|hvordan|hvornår|hvilken|hvilke|hvem) (?!.* (en|sidste) gang ).* {harm}( |$)
    (din|jeres) (frustration|vrede|skuffelse|irritation|harme|begejstring|afsky|fortvivlelse) (over|med|ved)`,
  oneSided: `
    hvorfor (bør|skal|burde|må) (?!(du|i|jeg|vi|man|de|der) )[^ ]+ .. [^ ]+s( |$)
    hvad gør (os|vores [^ ]+) (til|så)
    (fortæl|beskriv|nævn|del) .. (din|dit|dine|jeres) {pain}
    (fortæl|beskriv|nævn) om (din|dit|dine|jeres) {pain}
    hvorfor (er|var|blev) ~ så (?!(mange|få) )[^ ]+( |$)
    (hvor|hvornår|hvem) (nyder|elsker|hader) (du|i)
    (hvordan|på hvilken måde|på hvilke måder) har ~ (forbedret|lettet|styrket|hjulpet|beriget) (dig|jer|din|dit|dine|jeres)
    (hvad|hvilken|hvilket|hvilke|hvem) ([^ ]+ ){0,3}(går|gik|driver) (dig|jer) (på nerverne|til vanvid)
    (hvad|hvem) (står|stod|kommer|kom) i vejen
    hvad (kan|kunne) (du|i) ikke (lide|fordrage|udstå)
    (fortæl|beskriv|forklar|sig|vis) .. , hvad (det er , )?(du|i) .. ({love}|kan lide|kunne lide|godt lide|brød dig om|bryder dig om)(?!.* (bedst|mindst|mest|værst)( |$))
    hvad (er|var) det , (der|som) gik (galt|skævt|skidt|dårligt|godt)
    hvorfor [^ ]+ (du|i|de|folk) (stadig|stadigvæk|overhovedet)
    hvorfor (er|var) det (forkert|rigtigt|usundt|sundt|synd|uretfærdigt|klogt|dumt) at
    (hvornår|hvor længe|på hvilket tidspunkt|hvorfor) [^ ]+ (du|i|din [^ ]+) .. {turn}
    (mistede|tabte|mistet|tabt) .. (tålmodigheden|tilliden|troen|håbet|lysten|interessen|modet)
    hvad [^ ]+ (?!(jeg|vi) )~ (undlade|undlod|glemte|forsømte|nægtede|glemt|undladt|nægtet) at
    hvorfor (du|i) .. (er|var) så [^ ]+
    hv[^ ]+ .* , at .* (så|alt for) [^ ]+(e|t) [^ ]+
    hv[^ ]+ .* så (du|i) føler (dig|jer)
    hvad (er det, |er det , |var det , )?(du |i )?(mest )?({love}|kan lide|kunne lide|kunne du lide|kan du lide|kan i lide) (du|i|ved|på|at|de|så|mest|om)?(?!.* (bedst|mindst|værst)( |$))(?!(bedst|mindst))
    hvad (synes|syntes) (du|i|de) (især |særligt |bedst |så )?(godt|dårligt|er godt|er dårligt|er smart|var godt|var dårligt|er bedst|er rart|er irriterende) (om|ved|i)?
    hvad (er det, der |er det , der |var det , der |er det der )?{moves} (dig|jer|dem|mest)(?!.* (mest|mindst)( |$))
    hvad (er det , |er det |var det )?(du |i )?(glæder|glædede|ærgrer|ærgrede|irriterer|irriterede|morer|morede|keder|kedede) (du |i )?(dig|jer) (?!mest|mindst)(over|ved|i|med|$)
    hvad (holder|holdt|sætter|satte) (du|i) .. (af|pris på)
    hvad (er|var|ser (du|i) som|synes (du|i) er) det ((så|helt|særligt|virkelig|aller[^ ]+|mest) )*({praise}|{blame})e (ved|i|med|for|om)
    (hvilke|hvilken|hvilket|hvad for|hvor mange|hvad var|hvad er|de|alle) ((din|dit|den|det|jeres|dine|de|to|tre|fire|fem|[^ ]+ste|andre|største|vigtigste|særlige|tekniske|typer af|af de) )*{pain} (?!prøvede)
    hvad (gik|går) (der )?(galt|skævt|skidt|dårligt|godt)
    hvorfor (tror|synes|mener) (du|i) .* (er|var) (så )?(vigtig*|nødvendig*|problem*)
    hvorfor er vi .* (bedre|bedst|så)
    hvad (er|var) ((så|det|der) )*(godt|dårligt|galt|dejligt|irriterende|fantastisk|svært|særligt|attraktivt) (ved|med|i)
    hvad gør (os|vores|det|den|denne|dette) .*(bedste|bedre|så|god|attraktiv|særlig|unik|fantastisk|menneskelig)
    hvorfor (er|var) (det|dette|vores|den) (så |ikke |for dig |for jer )*(vigtigt|vigtig|svært|godt|nødvendigt|bedre|bedst|dårligt|overlegen|attraktiv|afgørende|nemt|let|rart|irriterende)
    hvorfor er (vores|den|det|de|denne|dette) .. (bedre|bedst|så|god|gode|overlegen|dårlig|dårligere|attraktiv|vigtig)
    hvorfor er det (nu )?, at (alle|ingen|man|du|i)
    hvad ville (du|i) .. (elske|nyde|hade|glæde (dig|jer))
    hvorfor lader (du|i) (dig|jer)
    hvad (er|var|blev) (du|i) (især |særligt |så )?(glad for|vild med|begejstret for|ked af|træt af|utilfreds med|tilfreds med|imponeret over|irriteret over|skuffet over|frustreret over|vred over|sur over|bekymret for|bange for)
    (hvordan kan det være|hvordan gik det til|hvordan kom det) , at ~ så (dårligt|godt|lidt|langsomt|sent|meget|let|skidt|længe)
    hvad (gjorde|gør|har gjort) .. så (?!(bagefter|derefter|efter|der|den|det|i|på|for|når|om|da|med|du|at|snart|længe) )[^ ]+
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
    hvad (er|var) (det|der|det der|det , der) (er |var )?så [^ ,]+
    hvad (er|var) så [^ ]+ (ved|i|med|om|for)
    hvor meget (nyder|elsker|glæder|ærgrer|ærgrede|nød) (du|i)
    (og )?hvorfor (fandt|finder) (du|i) .. i det
    hvor (mange|megen) (tid|penge) (har|sparer|sparede) .. (sparet|med vores)
    hvad (er det, der )?(afholder|afholdt|holder|holdt|forhindrer|forhindrede|hindrer|hindrede) (dig|jer) (fra|i at|tilbage)
    hvad (er|var) det (ved|ved|i|hos|for noget ved) .. (, )?der (overbeviste|overbeviser|tiltrak|tiltrækker|tiltalte|tiltaler|lokkede|lokker|charmerede|solgte|fangede)
    hvad (tiltrækker|tiltrak|lokker|lokkede) (dig|jer)
    hvad (fik|gjorde) (dig|jer) (til at )?(træt af|led af|blive træt|give op|miste|elske|hade|forelske)
    hvorfor ~ så (lidt|længe|sjældent|ofte|meget|sent|dårligt|få|langsomt)
    hvordan (holder|holdt|klarer|klarede|overlever|overlevede|udholder|udholdt) (du|i) .. (ud|det ud|at|overhovedet)( |$)
    (fortæl|skriv|forklar|begrund|angiv|beskriv|uddyb) (.. )?, (hvorfor|hvor) .. (stolt|glad|tilfreds|anbefale|anbefaler|vigtigt|vigtig|for [^ ]+|({praise}|{blame})(t|e)?)( |$)
    hvor (ofte|tit) .. (ærgrer|irriterer|bekymrer|brokker|kæmper|frustreres)
    hvad (kan|kunne|bør) .. lære af os
    hvad gør (os|vores|den|det) ~ (mere [^ ]+|[^ ]+ere) end
    hvornår (gik det op for|indså) (dig|jer|du|i) (, )?at (?!(du|i) )
    hvordan (har|ødelagde|skadede|gik) ~ (ødelagt|skadet|slidt|undergravet|påvirket dig så)
    hvor længe (fandt|finder|har) (du|i) (dig|jer|fundet) (dig |jer )?i
    hvad er det (dog )?(ved|med) ~ , der
    hvordan (føles|føltes|er|var) det .* (endelig|forbigået|ignoreret|overset|afvist|svigtet|snydt|ydmyget|slippe)( |$)
    hvor (stærkt|kraftigt) (støtter|går|tror)
    (åbnede|åbner) (dine|jeres) øjne
    hvordan (bevarer|holder|bevarede) (du|i) .. (gejsten|humøret|modet|motivationen)
    hvad (venter|ventede) (du|i) på$
    hvad (finder|synes) (du|i) .. så [^ ,]+
    hvad har ~ gjort (godt|dårligt)
    (dårlige|værste) vaner
    hvordan lykkedes det ~ at (kludre|ødelægge|miste|spolere)
    hvad irriterer (dig|jer)
    hvor meget (?!(mere|mindre|længere|senere|tidligere|ældre|yngre|større|højere|lavere) )[^ ]+ere (gjorde|blev|er|var|har|gør)
    (hvordan|hvorfor|hvornår|på hvilken måde) .* (blevet|blev|bliver) (så )?(ringere|dårligere|bedre|værre|sværere|nemmere|dyrere)
    (vores|jeres|de) ([^ ]+ste |mange )(styrke|styrker|fordel|fordele|kvaliteter)
    (de|dens|dets) mange {pain}
    udsatte (du|i) (dig|jer) selv
    hvad tror (du|i) gør .. så [^ ]+`,
  presumed: `
    hvordan (vores|den|det|de|dette|din|dit|dine|[^ ]+(en|et|ne)) ~ (har )?(hjulpet|hjalp|forbedret|forbedrede|lettet|sparet|forenklet|ødelagt) (dig|jer|din|dit|dine|det)
    hvordan (vores|den|det|de|dette|din|dit|dine|[^ ]+(en|et|ne)) ~ gjort ~ ([^ ]{2,}ere|bedre)( |$)
    hvor (meget|mange|megen) (tid|penge|timer|besvær|stress) (har|sparede|sparer|kostede|spildte)
    (den|det|de) (stigende|voksende|tiltagende|faldende|svigtende|manglende|øgede) [^ ]+
    (hvordan|på hvilken måde|på hvilke måder) (har|hjælper|hjalp|gør|gjorde|giver|gav|kan|vil|ville|kunne|forbedrer|letter|styrker|sparer|forenkler) (vores|den|det|de|denne|dette|jeres|[^ ]+(en|et|ne)) .*(hjulpet|givet|gjort|forbedret|lettet|styrket|sparet|hjælpe|forbedre|lette|styrke|spare|gøre|give|forenklet|forenkle|lettere|nemmere|bedre|tryggere|gladere)
    (hvordan|på hvilken måde) (hjælper|forbedrer|letter|styrker|sparer|forenkler|hjalp|forbedrede|lettede|styrkede) (vores|den|det|denne|dette)
    (tid|penge|besvær|timer) .. (du|i) .. (sparer|sparede|har sparet|slipper)
    når du nu (sparer|har|får|kan)
    at (alle|ingen|alting|alt|enhver) (nu om dage |i dag |nu |bare )?(er|har|skal|bør|må|vil|kan)
    jeg (går ud fra|formoder|antager|regner med|gætter på)
    at (ingen|alle|folk) (længere|ikke længere|mere)
    takket være (vores|den|det)
    alligevel (får|klarer|kommer|holder)
    hv[^ ]+ .* , at (.* )?(aldrig|altid|nogensinde|konstant)( |$)
    (når|at) (de|man|vi|det|den|han|hun) .. (endnu en gang|atter|igen-igen|igen og igen|for (syttende|hundrede) gang)`,
  preamble: `
    ^(nu hvor|eftersom|siden|når nu|fordi|da) .* (så (meget|mange)|steget|forbedret|bedre|dårligere|værre|nemmere|lettere|dyrere|billigere|faldet) .* ,
    (alle|folk|ingen) (synes at|ser ud til|lader til)
    ^som (en |et )?({praise}|ansvarlig|omsorgsfuld|travl|god|fornuftig|loyal)(e|t)? [^ ]+ ,
    vi .. (fået|får|haft) .. ({praise}|god|dårlig|positiv|negativ)(e|t)? (tilbagemeldinger|anmeldelser|reaktioner|kommentarer|feedback)
    (de fleste|mange|rigtig mange|flere og flere|et flertal|ni ud af ti|stort set alle|næsten alle|alle|et stort flertal|langt de fleste) (af )?(vores |de )?(andre |unge |glade |tilfredse )?(mennesker|kunder|brugere|gæster|læsere|medlemmer|patienter|besøgende|deltagere|andre|medarbejdere|familier|forældre|eksperter|borgere|danskere|købere|folk|virksomheder|synes|siger|foretrækker|mener|vi har talt)(?!.* andre )
    (alle|enhver|ingen|folk) (ved|siger|kan (vel )?se|elsker|hader|er enige|mener|kender|gider|vil)
    (forskning|undersøgelser|forskningen|eksperter|målinger|tal|studier|forskere|tallene|undersøgelserne) (viser|siger|peger|anbefaler|er|beviser|har)
    (som|ligesom) (alle|de fleste|mange|bekendt|du ved|enhver)
    ^(det|du|i) må (jo |da |virkelig )?(have været|have føltes|være|have følt)
    ^jeg kan (godt )?forestille mig , at
    (som bekendt|det er klart|naturligvis|selvfølgelig|uden tvivl|helt sikkert|jeg er sikker|ingen tvivl)
    (vi har|vi|vores) .. (arbejdet|lagt|brugt|investeret|lyttet|bygget|forbedret|gjort|lavet|vundet|fået|er|har) .*(hårdt|stolte|enklere|bedre|nemmere|lettere|hurtigere|forbedret|prisen|fantastisk|bedste|kræfter|flottere|overskueligt|overskuelig|roser|rost)
    (anmeldelserne|reaktionerne|tilbagemeldingerne) (har været|er|var) (fantastiske|gode|positive|dårlige|overvældende)
    (er|var|har været|blev) (jo )?(en|et|ret|meget|virkelig|helt|så|simpelthen) ({praise}|{blame}|succes|katastrofe|skandale|fiasko|lettelse|rod|mareridt|kaos)(t|e)?
    vundet .. pris*
    (næsten|nærmest) umuligt
    hvor meget ~ (sparer|letter)
    (?<!(hvis|når|at|om) )(vores|vi) .* (for dig|sparer dig|klarer det)
    (sparer|sparet) (dig|folk|kunderne|vores)
    med alle de (skandaler|problemer|forsinkelser|klager)
    (taget i betragtning|i betragtning af)
    de fleste , [^,]+ , (synes|mener|siger|foretrækker|tror)
    alle ved
    (de fleste|mange|stort set alle|flere og flere) [^ ]+ (siger|synes|mener|foretrækker|fortæller|tror|elsker|hader|kalder|oplever)(?!.* andre )
    (forskere|læger|fagfolk|psykologer|økonomer|lærere) (siger|mener|advarer|påpeger|fortæller)
    (alle|ingen|folk) (bryder|kan lide|orker|tror|føler|får|taler)`,
  stated: `
    ^(?!({wh}|{verb}|det|den|hvad|hvordan|du|i|han|hun|jeg) )[^ ]+( [^ ]+){0,3} (er|var) (jo |også |simpelthen |ret |meget )?(dårlig*|skidt|god|godt|gode|værre|bedre|sund*|usund*|skadelig*|vigtig*|afgørende|fremtiden|farlig*)( |$)
    (ødelægger|skader|redder) (planeten|klimaet|miljøet|vores|folk)
    gør (os|folk|børn|alle) (alle )?(sammen )?[^ ]+
    (skader|ødelægger) [^ ]+`,
  offeredReason: `
    ^(var|er) det .* , der (fik|gjorde|overbeviste|afgjorde)
    (?<!(hvad|hvordan|hvorfor) )(var|er|skyldes|skyldtes) (det|dette) .. (på grund af|fordi|grundet|pga|prisen|kvaliteten|servicen|lønnen|af hensyn til)
    (er|var|blev|har|gik|valgte|skiftede) (du|i|de) .. (på grund af|fordi|pga|grundet)
    ^(skyldes|skyldtes) [^ ]+
    ^[^ ]+ (du|i|de|det|den) ~ (, )?(på grund af|fordi|pga|grundet)
    ^(så |altså )*det var .. (der|fordi)
    ^(var|er) det ~ , der (fik|gjorde|drev|pressede|skubbede|afgjorde|overbeviste|lokkede)`,
}
