import type { Grammar } from './grammar.ts'
import { dutchLeading } from './dutch-leading.ts'
import { dutchPairs } from './dutch-pairs.ts'
import { dutchWords } from './dutch-words.ts'

/** Dutch questions: verb first, question words, requests; and the words that press, judge, imagine or couple. */
export const dutch: Grammar = {
  lists: dutchWords,
  ...dutchLeading,
  ...dutchPairs,
  opening: `
    (en|maar|dus|oké|ok|ja|nou|nu(?! (u|je))|bedankt|dank u|eerst|ten slotte|tot slot|om te beginnen|ter afsluiting|over het algemeen|eigenlijk|eerlijk gezegd|even|ook|of|hallo|welkom|overigens|dan|alles bij elkaar|verder|goed)
    in (uw|je|jouw|eigen) eigen? ?woorden
    (,|"|:|–)
    (als ik (mag|vragen mag)|als het mag)
    (ik bedoel|nou ja|zeg maar|uh|eh|hmm|want|trouwens|goed)`,
  setting: `
    laten we (praten|het (eens )?(even )?hebben|overgaan)
    (denk|ga|gaat|denkt) (u )?(eens |even |nog |in gedachten )*(terug|aan|naar)
    (stel|stelt) (u |je )?(eens )?(dat|je|u|voor|,)
    (stel|stelt) (je|u|jullie) (eens )?(voor|dat|,)
    (kijk|bekijk|lees|luister) (eens |even |rustig )?(naar )?(deze|dit|de twee|de)
    neem (rustig )?de tijd
    beeld (je|u) in
    (ik (laat|ga|zal) (u|je|jullie)|dan (laat|ga) ik|ik heb hier|laten we (zeggen|aannemen))
    (verplaats|stel) (u|je)`,
  request: `
    (probeer (eens )?)?{tell}(?! (je|jij|jullie) (?![^ ]+ en))
    (kan|kunt|kun|kon|wil|wilt|zou|zouden|mag|zullen|kunnen) (u|je|jij|jullie|ik|we) .. (vertellen|beschrijven|omschrijven|uitleggen|toelichten|laten zien|zeggen|meenemen|schetsen|noemen|voorbeeld|samenvatten|tonen|reageren|opsommen|illustreren|ingaan|uitweiden|aangeven|verplaatsen|terugdenken|teruggaan|vertelt)
    (kan|kunt|kun|wil|wilt|zou) (u|je|jij|jullie) ... (vertellen|beschrijven|omschrijven|uitleggen|toelichten|laten zien|toelichting geven|meenemen|schetsen)
    (kan|kunt|kun|wil|wilt|zou) (u|je|jij|jullie) (mij |me |ons )?(meenemen|vertellen|eens vertellen|door)
    (kunt|kun|kan) (u|je) (zich|je) een (keer|situatie|moment|voorbeeld|dag) .. herinneren
    (kan|kunt|kun) (u|je|jij) (proberen|eens proberen) .. (uit te leggen|te vertellen|te beschrijven|te omschrijven|toe te lichten)
    (herinnert|herinner) (u|je) (zich|je) een (keer|situatie|moment)
    (heeft|heb|hebt) (u|je) .. (een voorbeeld|zin om te (vertellen|beschrijven|laten zien))
    (ik|we|wij) (wil|willen|zou|zouden|ben|zijn) .. (graag|benieuwd|nieuwsgierig) .. (horen|weten|begrijpen|leren|vragen|zien|hoe|wat|waarom|naar)
    (ik|we|wij) (wil|willen|zou|zouden) .. (horen|begrijpen|weten hoe|weten wat|weten waarom)
    (ik|we) (vraag me af|ben benieuwd|vragen ons af|ben nieuwsgierig) .. (hoe|wat|waarom|welke|naar)
    (het (lijkt|is|zou) .. (interessant|leuk|mooi|fijn) .. om te (horen|weten))
    (laten we|laat me|laat ons) (beginnen|horen|gaan)
    (mag|kan) ik .. (vragen|horen) (, )?{wh}
    (gebruik|houd|kies|sorteer|open|klik|begin|ga|schrijf|zoek|zie|luister|zet|rangschik|blader|pak|spreek) (?!(je|jij|jullie) ).*
    neem (mij|me|ons|uw|de)
    (herinnert|herinner|weet) (u|je) (je |zich )?(nog )?(hoe het|wat er|wat u|wat je|hoe u|hoe je|waarom)
    (kan|kunt|kun|wil|wilt|zou) (u|je|jij|jullie) .. (me|mij|ons) ~ (meenemen|terugnemen|terugbrengen|schetsen|rondleiden|bijpraten)
    (zou|zoudt|wilt) (u|je) (zo vriendelijk|zo goed|het erg vinden)`,
  doing: '',
  wondering: `
    (ik|we) .. (vraag me|vragen ons) (dan |soms )?af of
    (ik|we) .. (benieuwd|nieuwsgierig|weten|horen) (, )?of (u|je|jullie|er|het)
    (mag|kan) ik (vragen|weten) (, )?of
    (zou|zoudt) (u|je|jij) (ook )?(niet )?(ook )?zeggen (dat|het|de)`,
  wh: `
    {wh}
    (in|op|aan|voor|van|uit|bij|met|naar|over|door|sinds|tot|via|onder|per|om|vanaf|tegen|tijdens|op_basis_van) (welke|welk|wat|wie|hoeveel|hoeverre|wanneer|hoe)
    hoe komt het
    (ongeveer|circa|ca|precies) {wh}`,
  grade: `
    (hoelang|hoe lang)
    hoeveel
    hoe (hard|diep|schuldig|vaak|veel|lang|oud|groot|waarschijnlijk|belangrijk|goed|hoog|duur|moeilijk|makkelijk|gemakkelijk|tevreden|snel|dichtbij|zeker|blij|regelmatig|vroeg|laat|bekend|vertrouwd|bewust|weinig|ver|zwaar|erg|eens|eenvoudig|handig|prettig|nuttig|duidelijk|eerlijk|gezellig|mooi|lekker|fijn|leuk)
    hoe [^ ]+( (en|of) [^ ]+)? (?<!hoe (komt|kwam|gaat|ging|is|was|zou|wordt|werd|heeft|had|voelt|klinkt|bent|vindt|vond|zijn|hebt|heb|kan|kunt|ziet|zag|doet|deed|lijkt|leek|wil|moet|verloopt|verliep|denk|denkt|ervaart) )(?<!{verb} )(is|was|waren|bent|ben|zijn|vindt|vind|vond|vonden|lijkt|leek|zou|zouden|wordt|werd|voelt|voelde)
    in hoeverre
    in welke mate
    (welk|welke) (cijfer|score|rapportcijfer|percentage|aandeel|getal)
    wat voor cijfer
    (ongeveer|circa|ca|precies) (hoeveel|hoe (vaak|lang|veel|ver|groot))`,
  neutralGrade: `
    hoelang
    hoeveel (?!(makkelijk|bet|snell|pretti|goedk|gelukk|rusti|fijn|leuk)[^ ]*er )
    hoe (vaak|lang|oud|groot|waarschijnlijk|belangrijk|hoog|snel|dichtbij|zeker|regelmatig|vroeg|laat|bekend|vertrouwd|bewust|weinig|ver|zwaar|goed (kent|kende|bent|weet)|voorbereid)
    hoe veel (?![^ ]+er )
    in hoeverre
    in welke mate (?!.*tevreden)
    (welk|welke) (cijfer|score|rapportcijfer|percentage|aandeel|getal)
    wat voor cijfer
    (ongeveer|circa|ca|precies) (hoeveel|hoe (vaak|lang|veel|ver|groot))
    hoe (realistisch|proportioneel|noodzakelijk|nodig|gebruikelijk|representatief|gangbaar|concreet|verschillend)`,
  fact: `
    wanneer (?=({verb}|[^ ]+(t|de|te)) )
    sinds wanneer|vanaf wanneer
    waar (?!(komt|kwam|dacht|denkt|denk) )(?!.* (vandaan|aan|over|op|mee|naar|tegen|voor|uit|van|mee|door|in|om)( |$))(?={verb} |[^ ]+t )
    wie
    bij welke|bij wie
    waar en wanneer|wanneer en waar|wiens|wier
    (bij|van|met|voor|in|op|via|aan|onder) (wie|welke (?!(rol|manier|manieren|invloed|indruk|betekenis|ervaring|gedachte|reden|situatie|wijze|verwachting|gronden|momenten|punten|gebieden)( |$)))
    (op |in |van |bij |met |via )?welk (?!(gevoel|beeld|effect|idee|verhaal|moment|belang|verschil|soort|manier|proces|opzicht))
    (op |in |van |bij |met |via )?welke (?![^ ]+e [^ ]+(en|s|'s) )(?![^ ]+ [^ ]+(s|en) (hebben|zijn|waren|hadden|kunnen|doen|gaan) )(van|([^ ]+e )?(?!(rol|manier|invloed|indruk|betekenis|ervaring|gedachte|reden|functie|situatie|plek|plaats|wijze|weg|verwachting|associatie|emotie|afweging|sfeer|uitwerking|dingen|stappen|zaken|zaak)( |$))(?![^ ]+(en|s|'s) )[^ ]+ )
    wat voor (een |soort )?(auto|bank|telefoon|abonnement|woning|contract|huis)
    wat (is|was) (uw|je|jouw|de|het) ((huidige|volledige|totale|gemiddelde|hoogste|laatste) )?(naam|leeftijd|beroep|baan|functie|titel|geslacht|adres|postcode|salaris|inkomen|budget|opleiding|nationaliteit|moedertaal|telefoonnummer|burgerlijke staat|lievelings[^ ]+|favoriete [^ ]+)( .*)?$
    wat (kost|kostte|verdient|weegt|betaalt) (u|je|het|de|dat)
    hoe (heet|heette|laat) 
    op een schaal`,
  account: `
    wie (kan|moet|zou|zouden) ik|met wie (kan|moet|zou) ik
    welke mensen .*
    waar (wil|wilt|zie|ziet) (je|u|jij) .* (jaar|jezelf|uzelf)
    wie (was|waren|is|zijn) .*(en hoe|en wat|op welke manier)
    ((met |bij |van )?wie|wiens|waar)( [^ ]+){1,12} , en (op welke manier|in welke rol|hoe|waarom)$`,
  verb: `
    (?!(was|kom|ga|denk|stel) (?!{subject} )){verb} (?!(dat|om) )
    (?!{nonverb} )[^ ,:;–"]+ (u|je|jij|jullie|ik|we|wij|hij|zij|ze|het|dat|dit|de|een|er|deze|die|iemand|iets|uw|jouw|onze|ons|mijn|alle|hun)
    (?!{nonverb} )[^ ,:;–"]+(t|de|te) (?!(dat|en|of|om|$))[^ ]+
    (?!{nonverb} )[^ ,:;–"]+ (en|of) [^ ]+ (u|je|jij|jullie)
    (nog|verder) (vragen|iets|opmerkingen)|(vragen|opmerkingen) (vooraf|tot zover|nog)
    (zeg|vertel) (eens |me )?, {verb} (u|je|het|er)
    enig idee`,
  declared: `
    (u|je|jij|jullie|ik|we|wij|men|hij|zij|ze|het|dat|dit|er|deze|die|onze|ons|uw|jouw|mijn|de|een|alle|iedereen|mensen|niemand|natuurlijk|uiteraard|dus|zo|eerlijk|vast)
    (?!{verb} )[^ ]+ (is|was|zijn|waren|heeft|wordt) `,
  subordinate: `
    (als|omdat|terwijl|hoewel|sinds (?!wanneer)|nadat|voordat|indien|aangezien|mits|gezien|zodra|tenzij)
    toen
    nu (u|je)
    wanneer (?!({verb}|[^ ]+(t|de|te)) (u|je|jij|jullie|ik|we|wij|hij|zij|ze|het|de|uw|jouw|er|een) )`,
  whether: `
    (, )?of (u|je|jullie|er|het|uw|jouw|hij|zij|ze) (?!niet)
    (, )?hoe (vaak|lang|oud|veel)
    hoeveel
    (beoordeel|geef (aan )?(, )?(hoe|in hoeverre|een cijfer))
    , {verb} (u|je|jij|jullie|er)`,
  choice: `
    (–|:) (.. )?[^ ]+ of [^ ]+( [^ ]+)?$
    , [^ ]+ of [^ ]+$
    , (welke|welk) (dag|van|[^ ]+(?<!en)) (zou|wil|kiest)
    , of (is|was|zijn|waren|heeft|had|gaat|ging|blijft|bleef) .* (gebleven|hetzelfde|niet|juist|gelijk)
    (van|tussen) (0|1|nul|een|één) (tot|en|t/m) (4|5|6|7|9|10|100|vijf|tien)
    op een schaal
    ^ ..[^ ]+ of ...$
    , [^ ]+ , [^ ]+ of .*$
    eens , oneens
    (–|:) [^ ]+( [^ ]+)? , [^ ]+( [^ ]+)?( ,)?( of)? [^ ]+( [^ ]+)?$
    (mee )?(eens|ja) of (oneens|nee)$`,
  tag: `
    , (hè|he|toch|niet|niet waar|nietwaar|of niet|klopt dat|ja|nee|oké|ok|wel|niet dan|vindt u niet|vind je niet|vindt u ook niet|toch zeker|of wel|klopt|dat vindt u toch ook)$
    , (of niet dan|dacht ik zo|of wat)$
    , (dat )?{verb} (u|je|jij|hij|zij|het|dat|dit|er|we|jullie)( toch| niet| ook)*$
    toch$
    vindt u niet$`,
  denied: `
    [^ ]+ [^ ,:;–]+ ((?!(die|dat|wat|of|en|als|om|dan|omdat|waar|u|je|jij|jullie|we|ik|hij|zij|ze) )[^ ,:;–]+ ){0,7}niet(?! (alleen|altijd|per|zozeer))`,
  assured: `
    (?<!^ het (was|is) )(?<!^ (u|je|jullie) (woont|woon|bent|zit|werkt|hebt|heeft|komt) )toch
    (natuurlijk|uiteraard|vast wel|vast|zeker wel|zult wel|zal wel|ongetwijfeld|vanzelfsprekend)`,
  negated: `
    [^ ]+ het (u|je|jullie) niet
    {verb} (u|je|jij|het|dat|dit|de|deze|die|we|wij|jullie|onze|ons|uw|er|iedereen|hij|zij) ((?!(die|dat|wat|of) )[^ ,]+ ){0,6}niet (?!alleen)
    {verb} (u|je|jij|jullie) .. nooit
    {verb} (u|je|jij|jullie) ook niet
    ^(zou|zouden|is|was|vindt|heeft|helpt|geeft|maakt) ((?!(die|dat|wat|of) )[^ ,]+ ){0,8}niet
    (zou|vindt|vind|is) .. niet (veel|ook|te|enorm|gewoon|erg|heel|fijn|mooi|leuk|handig|beter)`,
  balanced: `
    eventueel
    (goed|beter) .* (slecht|minder goed|mis|slechter|fout)
    (als er (al )?iets|als (u|je|er) (die|dat|deze|ze)? ?al|als (er|u|je) (al )?.* (iets|dat|het)|als u al|als er al|of (niet|moeilijk|slecht|ontevreden|negatief|oneens|lastig|on[^ ]+|helemaal niet|juist niet))
    hoe [^ ]+ of [^ ]+
    [^ ]+ of (vervelend|onprettig|duur|goedkoop|zwaar|licht|leuk|stom|on[^ ]+|[^ ]+loos|[^ ]+loze|moeilijk|makkelijk|slecht|goed|beter|slechter|negatief|positief|blij|langzaam|snel|weinig|laag|hoog|saai|lastig)
    (voor- en nadelen|voordelen en nadelen|sterke en zwakke|plussen en minnen|goed en slecht|oneens)
    (wat|welk[^ ]*) (is|was) (het|de) ([^ ]*ste)
    (meest|best|prettigst|fijnst|mooist|leukst) .* (minst|slechtst)
    (waardeerde|waardeert|beviel|fijn|goed) .* (stoorde|stoort|miste|mist|minder)`,
  poles: `
    {bright} ((voor|met) (u|je|jou|mij|ons|hen) )?(, )?(en|of|maar) ((wat|welke|het|de|er|dingen) )*((is|was|zijn|waren) (er )?)?((minder|niet zo|meest|minst) )?{dark}
    {dark} ((voor|met) (u|je|jou|mij|ons|hen) )?(, )?(en|of|maar) ((wat|welke|het|de|er|dingen) )*((is|was|zijn|waren) (er )?)?((minder|niet zo|meest|minst) )?{bright}`,
  own: `
    (u|je|jij|jullie) (zei|zegt|noemde|vertelde|beschreef|schreef|gebruikte|gaf aan|had het over|zeiden|legde uit|hebt gezegd|heeft gezegd|bedoel*)
    (zei|noemde|vertelde) (u|je|jij)`,
  imagined: `
    in een wereld (zonder|waarin|met)
    (ziet|zie) (u|je|jullie) (dit|dat|deze|die|het) .* (hangen|staan|liggen|werken|gebruiken|passen)( |$)
    (hoe|wat|waar) had(den)? (u|je|jullie) .* zonder
    ^had(den)? (u|je|jullie) .* , {wh} (had|zou)
    (stel (dat|,|:)|^stel (je|u)|stel (je|u) (eens )?voor|beeld (je|u) in|laten we (zeggen|aannemen)|toverstaf|toverstokje|in een ideale wereld|in een perfecte wereld|uw droom[^ ]*|je droom[^ ]*|droom(?!t |de)[^ ]+|de ideale|het ideale|uw ideale|je ideale|jouw ideale|hypothetisch|de perfecte|het perfecte|gesteld dat)
    (zou|zouden|zoudt) (u|je|jij|jullie|men|het|dat|dit|de|deze|er|we|wij|ik|hij|zij|ze|een|uw|jouw|onze|ons|mensen|iemand|die)
    ^(zou|zouden) [^ ]+
    (hoe|wat|welke|welk|wie|waarom|wanneer|waar) .. (zou|zouden)
    (als|indien) (we|wij|u|je|jij|jullie|de|er|het|dat|men|hij|zij|uw|jouw|onze) .. (kreeg|kon|had|was|werd|sloot|opende|verhuisde|won|verloor|mocht|moest|kostte|verhoogde|maakte|bood|lanceerde|begon|veranderde|zou|stopte|erfde) .*(zou|hoe|wat|welke|dan)
    als (je|u) .. mocht
    (kunt|kun|kan) (u|je) (zich|je) .* voorstellen
    (kunt|kun) (u|je) (zich|je) voorstellen
    (denkt|denk|gelooft|verwacht) (u|je) dat .* (zou|zouden)
    hoe waarschijnlijk
    (wat|welke|welk|hoe) .. (moeten|zullen|moet|zal) (we|wij|het bedrijf|de gemeente) 
    (zie|ziet) (u|je) (jezelf|uzelf) (als|in)
    zouden?$
    (hoe|wat|waar|wie) (was|waren|had|hadden) .* als .* (had|was|waren|hadden)( [^ ]+)?$
    als .* (had|hadden|zou|zouden|was|waren) .* (had|hadden) (u|je|jullie|het)
    (als|indien) .* zou(den)?
    ^(was|waren) (u|je|jij|jullie) .. ge[^ ]+ (als|indien)
    hoeveel .. (voor|ervoor) over
    ^(moet|moeten) (er|het|de|wij|we|elke|iedere|alle) (?!(even|nu|ook)).* (komen|worden|zijn|blijven|krijgen|gaan|hebben)$
    (is|was) er nodig om (u|jou|je|jullie)
    als het aan (jou|u|je) lag
    ^wat ,? ?als
    ^(wilt|wil) (u|je) (meer|extra|minder) .* (betalen|kopen|gebruiken)
    ^(had|hadden) (u|je|jullie) .. (opnieuw|weer|alsnog) [^ ]+
    hoe los (je|u) dat dan op
    (waarmee|waardoor|die|dat) .* zou(den)? (krijgen|maken|houden|helpen|terugkrijgen)
    wat (kan|kunnen) (?!(je|u|ik|jullie) )~ doen
    ^had(den)? (een|de|het|uw|onze) ~ ge[^ ]+$
    had ervoor .. moeten`,
  future: `
    (heeft|heb|hebt) (u|je) zin om (?!(.* )?(vertellen|laten zien|uit te leggen|te vertellen))
    (bent|ben) (u|je) (bereid|geneigd|benieuwd) om (?!(.* )?(vertellen|te vertellen))
    wat (gebeurt er|wordt er|komt er) (met|van) .* als (u|je|hij|zij)
    hoe (denkt|denk|verwacht) (u|je) dat .* (als|wanneer)
    (zal|zult|zullen) (u|je|jij|jullie|uw [^ ]+|het|de|er) (?!.*(zijn|hebben) (ge|op|be|ver)[^ ]+)
    (gaat|gaan) (u|je|jij|jullie|uw [^ ]+|(?<!hoe gaan? )(het|de|er)) (?!(om met|te werk|ermee|er mee|over))(?!.*{habit} )([^ ,]+ ){0,8}(?!{noinf} )[^ ,]+en (,|om|dat|als|met|(?= *$))
    ga (je|jij) (?!(om met|te werk|ermee|er mee|over))(?!.*{habit} )([^ ,]+ ){0,8}(?!{noinf} )[^ ,]+en (,|om|dat|als|met|(?= *$))
    ^(gaat|ga|gaan) (u|je|jij|jullie) (?!(om met|te werk|ermee|er mee|naartoe|heen))(?!.*{habit} ).* (als|wanneer|zodra)
    (?<!(naar|bij|met) )(wat|wanneer|waar|wie|welke) (gaat|ga|gaan|zal|zult|zullen) (?!.* (naartoe|heen)( |$))((u|je|jij|jullie|uw [^ ]+) (?!(om met|te werk|er mee|ermee|van .* naar|naar|naartoe|heen|vaak|meestal|op (vakantie|reis|pad|stap|weg|visite|bezoek)))|het (?!(eten|met|tegenwoordig|nu|thuis|eigenlijk|dan|bij|op|er|goed|om|over|$)))(?!.*{habit} )
    (denkt|denken|denk) (u|je|jullie) (erover|eraan) (om|te)
    (denkt|denk) (u|je) (ooit )?na over
    (bent|ben|zijn|hebben|heeft|hebt|heb|overweegt|hoopt|plant) (u|je|jij|jullie) (?!ooit)(?!.* geweest).. (van plan|plannen|voornemens|te gaan)
    denkt (u|je) dat (u|je|het|er) .. (zult|zal|gaat|blijft|wordt|komt)
    (overweegt|overweeg) (u|je)
    (wat|hoe) (zullen|zal) (mensen|anderen|men)
    ^(moeten|zullen) we (?!(beginnen|even|stoppen|verder|gaan))
    , (blijft|blijf) (u|je) dan
    komt (u|je) .. nog .* (langs|terug)
    wat (gebeurt er|komt er|wordt er) (met|van) .* (als|wanneer|zodra) .* (straks|eenmaal|later)`,
  ahead: `
    (volgend|volgende|komend|komende) (week|maand|jaar|zomer|winter|voorjaar|najaar|keer|twee|drie|vijf|jaren)
    (?<!(die|deze|elke|iedere|een|de|goede) )morgen
    (in de toekomst|voortaan|later in uw leven)
    over (een|twee|drie|vijf|tien|twintig|[0-9]+|enkele|een paar) (jaar|maanden|maand|weken|dagen)
    (bij de|de) (volgende|komende) (verkiezingen|keer|ronde)
    (plannen|plan|plannen) (voor|om te)
    (ooit|op een dag) (nog )?(terug|weer|opnieuw)
    (in )?(20[3-9][0-9]|21[0-9][0-9])
    (het jaar vol|aan het eind van het jaar)
    (de|die) dag (dat|waarop) (u|je|ze|hij|het) .. niet (meer|langer) (kunt|kan|mag|bent|is|wilt|wil)`,
  settled: `
    (was|waren|had|hadden|deed|deden|ging|gingen|kwam|kwamen|zei|zeiden|kreeg|kregen|dacht|werd|werden|gebeurde|veranderde|merkte|hoorde|besloot|begon|voelde|maakte|werkte|woonde|moest|nam|bent (u|je) .* ge[^ ]+|[^ ]*weg ?gegaan)
    (hoe vaak|hoeveel) (?!.*komt)`,
  reported: `
    [^ ]{3,}(de|te|den|ten) ~ dat ~ (zou|zouden|kon|konden)
    (dacht|bang|gewaarschuwd|dachten|verwachtte|verwachtten|zei|zeiden|gezegd|besloot|besloten|wist|wisten|hoopte|hoopten|beloofde|beloofd|vreesde|vertelde|verteld|duidelijk|hoorde|hoorden|gehoord|vernam|bepaald|beslist|afgesproken|overlegd|merkte|las|begreep|ontdekte|waarschuwde|vermoedde) ~ (, )?(?!{wh} (zou|zouden) )~ (zou|zouden|ging|gingen|zal)
    (stelde|stelden|voorgesteld) (u|je|jullie|had)`,
  real: `
    (destijds|als kind|vroeger|in uw jeugd|in je jeugd|in die tijd|toen (u|je|jullie))
    als (u|je|ze|het) .. ([^ ]+de|[^ ]+te|kreeg|ging|belde|kwam|was) , (wat|hoe|wie) (gebeurde|werd|deed|zei|was|ging)
    hoopte (u|je)
    (als|wanneer) .* , {wh} (belde|deed|ging|kwam|zei|nam|kreeg|lag|zat|stond|vroeg|koos|[^ ]+[dt]e) (u|je|hij|zij|ze|jullie|men)
    ik kan (me|mij) .* voorstellen
    (toen|destijds|in die tijd|vroeger)
    zou (hij|zij|ze|het|dat|er) (het |dat |er )?(ge|be|ver|op|af|aan)[^ ]+ (hebben|zijn)(?!.* als )
    (wie|wat|waar) zou (dat|het) (geweest|gebeurd) zijn
    hoe zou (dat|het) komen
    zouden? (de|het|uw|ze|hij|zij) .* (die (dag|avond|ochtend)|toen)`,
  courtesy: `
    het zou (fijn|goed|mooi|leuk|interessant|handig) zijn (om|als)
    (woord|woorden|naam|term) (zou|wilt|zouden) (u|je) .. (gebruiken|kiezen|geven)
    zou (u|je|jij) (het liefst|graag) (?!(zien|hebben|kopen) )(?!.* (wij|we|ons|onze) )
    (wilt|wil|zou|zoudt) (u|je|jij) (?!tegen )(nog |liever |graag |misschien |iets )?.. (koffie|thee|water|zitten|toevoegen|kwijt|zeggen(?! tegen)|beginnen|beschrijven|vertellen|toelichten|reageren|laten zien|uitleggen)
    (?<!(waarom|wat) )zou (u|je) zeggen
    (zou|zoudt) (u|je) ~ noemen
    hoe (wilt|wil|zou|zoudt) (u|je) .* (beoordelen|inschatten|begrijpen)
    hoe (wilt|wil|zou|zoudt) (u|je) .* (beschrijven|omschrijven|definiëren|typeren|samenvatten)
    wat (wilt|wil|zou) (u|je) (?!tegen )(nog |hier)?(?!.*tegen ).. (zeggen|noemen|toevoegen)
    (ik|we|wij) (wil|willen|zou|zouden) .. graag
    (mag|kan|kunnen|mogen) (ik|we|wij)
    (is|zou) het (goed|oké|in orde|mogelijk|prima)
    (?<!(hoe|wat|waarom|waar) )(kan|kunt|kun|wil|wilt|zou) (u|je|jij) .. (vertellen|beschrijven|omschrijven|uitleggen|toelichten|laten zien)
    (zullen|zal) we (beginnen|even|stoppen|verder|gaan)
    wie (kan|moet|zou) ik
    (er )?bezwaar tegen
    zit (u|je) .. goed
    zal ik
    (wilt|wil|zou) (u|je) .. (ontvangen|krijgen|benaderd worden|gebeld worden|op de hoogte)
    hoe (zou|wilt|wil) (u|je) .* (samenvatten|verwoorden|formuleren|uitdrukken|uitleggen)
    (zou|zoudt|wilt) (u|je) (zo vriendelijk|zo goed|het erg vinden)
    hoe (zou|wil|wilt) (je|u) .* onder woorden
    zou(den)? (ik|we|wij) (u|je|even|iets|wat)
    (zou|zoudt|zouden) (u|je|jij|jullie) (mij|me|ons|iets|even|kort|eens) .. (willen|kunnen)
    wat zou (u|je) willen dat ik`,
}
