import type { Grammar } from './grammar.ts'

/** Dutch questions: verb first, question words, requests; and the words that press, judge, imagine or couple. */
export const dutch: Grammar = {
  lists: {
    person: `u je jij hij zij ze ik we wij mij (uw|je|jouw|jullie)_(man|vrouw|partner|vriend|vriendin|gezin|familie|kinderen|kind|zoon|dochter|moeder|vader|ouders|broer|zus|vrienden|collega|collega's|baas|leidinggevende|team|buren|buurman|buurvrouw|grootouders)`,
    be: `is was waren bent ben zijn heeft hebt heb had hadden wordt werd worden werden wil wilt wilde wilden zal zult zullen zou zouden kan kunt
      kun kon konden kunnen moet moest moeten mag mocht mogen vindt vind vond vonden lijkt leek denkt denk dacht voelt voelde ervaart ervaarde
      klinkt ging gaat verloopt verliep`,
    verb: `{be} gebruikt gebruikte gebruik koopt kocht koop kent ken kende weet wist krijgt kreeg ga gaan ging gingen komt kom kwam neemt nam
      geeft gaf leest las lees ziet zag zie hoort hoorde heet werkt werkte werk woont woon belt bel denkt denk kiest koos betaalt betaal
      vergelijkt merkt merkte merk herinnert herkent snapt begrijpt begrijp past paste spreekt sprak draagt bestaat leeft slaapt eet volgt deelt
      raadt bevalt bevallen doet doe deed houdt hield hou staat stond zit zat ligt lag rijdt reist blijft bleef helpt hielp overweegt verwacht
      hoopt plant gelooft vertrouwt voelt biedt spaart klopt laat liet komen kijkt maakt maakte`,
    subject: `u je jij jullie ik we wij men hij zij ze het dat dit de een er deze die iemand iets uw jouw jullie onze ons mijn alle alles niemand
      niets hun haar hem zijn`,
    nonverb: `u je jij jullie ik we wij men hij zij ze het dat dit de een er deze die iemand iets uw jouw onze ons mijn alle alles niemand
      niets hun haar {wh} en maar dus of als dan toen omdat terwijl hoewel sinds na voor voordat op in van tot uit bij met naar over onder tegen
      tussen door zonder om rond via niet toch ook nog wel al alleen maar heel erg veel meer meest weinig altijd nooit vaak nu weer misschien
      eigenlijk oké ok ja nee dank daarom mensen sommige mits gezien volgens ondanks natuurlijk uiteraard stel vertel beschrijf toon geef noem
      leg neem denk_eens ga_eens liever eerder helemaal best vrij best_wel vast zeker`,
    wh: `hoe wat waarom wie wanneer waar welke welk hoeveel waarvoor waarmee waarvan waarop waarin waaraan waardoor waarnaar waarover waartoe
      waaruit waarbij wiens hoezo`,
    tell: `vertel vertelt vertellen beschrijf beschrijft beschrijven omschrijf omschrijven toon laat_zien laat_eens laten_zien leg_uit leg_eens leg_mij
      leg_me uitleggen uitleg toelichten licht_toe geef geeft geven noem noemen zeg zeggen deel delen schets schetsen teken tekenen vat_samen
      samenvatten som_op opsommen help neem meenemen bekijk lees kijk loop doorlopen probeer reageer vergelijk denk_hardop wijs
      verplaats illustreren illustreer uitweiden aangeven`,
    praise: `lage wonderschone schitterende geweldige fantastische prachtige mooie heerlijke lekkere populaire sterke succesvolle indrukwekkende innovatieve slimme knappe
      spannende aantrekkelijke behulpzame vriendelijke praktische handige betrouwbare bekwame deskundige gebruiksvriendelijke revolutionaire
      baanbrekende bekroonde geliefde unieke exclusieve inspirerende stijlvolle elegante zorgzame duurzame effectieve snelle ongeëvenaarde
      toonaangevende goede beste eenvoudige makkelijke gemakkelijke goedkope veilige betere prettige fijne gezellige charmante geniale
      uitstekende moderne gulle genereuze toegewijde getalenteerde attente superieure flexibele leuke luxe soepele geduldige professionele
      overzichtelijke intuïtieve uitmuntende voortreffelijke gewaardeerde veelgeprezen bijzondere verrassende voordelige frisse warme`,
    blame: `opdringerige slechte vreselijke verschrikkelijke afschuwelijke irritante vervelende frustrerende verwarrende teleurstellende
      onredelijke schokkende onbeschofte saaie lelijke nutteloze onhandige rommelige ingewikkelde lastige trage overdreven overprijsde
      dure eindeloze voortdurende constante absurde hopeloze chaotische onvriendelijke arrogante schandalige verouderde gebrekkige
      incompetente onbetrouwbare misleidende pijnlijke stressvolle uitputtende onaanvaardbare onacceptabele gemene domme hebzuchtige oneerlijke
      beruchte onnodige bureaucratische onpersoonlijke belachelijke enge gênante omslachtige waardeloze beroerde oneerlijke stomme
      buitensporige idiote asociale`,
    pain: `problemen probleem moeilijkheden uitdagingen obstakels hindernissen belemmeringen frustraties zorgen nadelen voordelen voordeel nadeel
      sterke_punten zwakke_punten ergernissen klachten gebreken fouten verbeteringen pain_points pijnpunten drempels verbeterpunten
      minpunten pluspunten tekortkomingen`,
    moves: `irriteert irriteerde stoort stoorde gestoord ergert ergerde geërgerd frustreert frustreerde gefrustreerd verheugt imponeert verwart
      verwarde stresst gestrest plaagt teleurstelt teleurgesteld hindert hinderde geïrriteerd bevalt beviel tegenstaat tegen_staat`,
    love: `waardeert waardeerde bewondert geniet genoot haat haatte`,
    value: `mooi goed fijn leuk prettig handig slecht vervelend irritant lelijk lastig prachtig geweldig fantastisch lekker moeilijk jammer storend
      aantrekkelijk fraai verwarrend`,
  },
  opening: `
    (en|maar|dus|oké|ok|ja|nou|nu(?! (u|je))|bedankt|dank u|eerst|ten slotte|tot slot|om te beginnen|ter afsluiting|over het algemeen|eigenlijk|eerlijk gezegd|even|ook|of|hallo|welkom|overigens|dan|alles bij elkaar|verder|goed)
    in (uw|je|jouw|eigen) eigen? ?woorden
    (,|"|:|–)
    (als ik (mag|vragen mag)|als het mag)`,
  setting: `
    (denk|ga|gaat|denkt) (u )?(eens |even |nog |in gedachten )*(terug|aan|naar)
    (stel|stelt) (u |je )?(eens )?(dat|je|u|voor|,)
    (stel|stelt) (je|u|jullie) (eens )?(voor|dat|,)
    (kijk|bekijk|lees|luister) (eens |even |rustig )?(naar )?(deze|dit|de twee|de)
    neem (rustig )?de tijd
    beeld (je|u) in
    (ik (laat|ga|zal) (u|je|jullie)|dan (laat|ga) ik|ik heb hier|laten we (zeggen|aannemen))
    (verplaats|stel) (u|je)`,
  request: `
    (probeer (eens )?)?{tell}
    (kan|kunt|kun|kon|wil|wilt|zou|zouden|mag|zullen|kunnen) (u|je|jij|jullie|ik|we) .. (vertellen|beschrijven|omschrijven|uitleggen|toelichten|laten zien|zeggen|meenemen|schetsen|noemen|voorbeeld|samenvatten|tonen|reageren|opsommen|illustreren|ingaan|uitweiden|aangeven|verplaatsen|terugdenken|teruggaan|vertelt)
    (kan|kunt|kun|wil|wilt|zou) (u|je|jij|jullie) ... (vertellen|beschrijven|omschrijven|uitleggen|toelichten|laten zien|toelichting geven|meenemen|schetsen)
    (kan|kunt|kun|wil|wilt|zou) (u|je|jij|jullie) (mij |me |ons )?(meenemen|vertellen|eens vertellen|door)
    (kunt|kun|kan) (u|je) (zich|je) een (keer|situatie|moment|voorbeeld|dag) .. herinneren
    (herinnert|herinner) (u|je) (zich|je) een (keer|situatie|moment)
    (heeft|heb|hebt) (u|je) .. (een voorbeeld|zin om te (vertellen|beschrijven|laten zien))
    (ik|we|wij) (wil|willen|zou|zouden|ben|zijn) .. (graag|benieuwd|nieuwsgierig) .. (horen|weten|begrijpen|leren|vragen|zien|hoe|wat|waarom|naar)
    (ik|we|wij) (wil|willen|zou|zouden) .. (horen|begrijpen|weten hoe|weten wat|weten waarom)
    (ik|we) (vraag me af|ben benieuwd|vragen ons af|ben nieuwsgierig) .. (hoe|wat|waarom|welke|naar)
    (het (lijkt|is|zou) .. (interessant|leuk|mooi|fijn) .. om te (horen|weten))
    (laten we|laat me|laat ons) (praten|beginnen|horen|gaan|het)
    (mag|kan) ik .. (vragen|horen) (, )?{wh}
    (gebruik|houd|kies|sorteer|open|klik|begin|ga|schrijf|zoek|zie|luister|zet|rangschik|blader|pak|spreek) .*
    neem (mij|me|ons|uw|de)`,
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
    hoeveel
    hoe (vaak|veel|lang|oud|groot|waarschijnlijk|belangrijk|goed|hoog|duur|moeilijk|makkelijk|gemakkelijk|tevreden|snel|dichtbij|zeker|blij|regelmatig|vroeg|laat|bekend|vertrouwd|bewust|weinig|ver|zwaar|erg|eens|eenvoudig|handig|prettig|nuttig|duidelijk|eerlijk|gezellig|mooi|lekker|fijn|leuk)
    hoe [^ ]+( en [^ ]+)? (?<!hoe (komt|kwam|gaat|ging|is|was|zou|wordt|werd|heeft|had|voelt|klinkt|bent|vindt|vond|zijn|hebt|heb|kan|kunt|ziet|zag|doet|deed|lijkt|leek|wil|moet|verloopt|verliep|denk|denkt|ervaart) )(?<!{verb} )(is|was|waren|bent|ben|zijn|vindt|vind|vond|vonden|lijkt|leek|zou|zouden|wordt|werd|voelt|voelde)
    in hoeverre
    in welke mate
    (welk|welke) (cijfer|score|rapportcijfer|percentage|aandeel|getal)
    wat voor cijfer`,
  neutralGrade: `
    hoeveel (?!(makkelijk|bet|snell|pretti|goedk|gelukk|rusti|fijn|leuk)[^ ]*er )
    hoe (vaak|lang|oud|groot|waarschijnlijk|belangrijk|hoog|snel|dichtbij|zeker|regelmatig|vroeg|laat|bekend|vertrouwd|bewust|weinig|ver|zwaar|goed (kent|kende|bent|weet)|voorbereid)
    hoe veel (?![^ ]+er )
    in hoeverre
    in welke mate (?!.*tevreden)
    (welk|welke) (cijfer|score|rapportcijfer|percentage|aandeel|getal)
    wat voor cijfer`,
  fact: `
    wanneer (?=({verb}|[^ ]+(t|de|te)) )
    sinds wanneer
    vanaf wanneer
    waar (?!(komt|kwam|dacht|denkt|denk) )(?!.*(vandaan|aan|over|op|mee) ?$)(?={verb} |[^ ]+t )
    wie
    bij welke|bij wie
    (bij|van|met|voor|in|op|via|aan|onder) (welke|wie)
    (op |in |van |bij |met |via )?welk (?!(gevoel|beeld|effect|idee|verhaal|moment|belang|verschil|soort|manier|proces))
    (op |in |van |bij |met |via )?welke (van|([^ ]+e )?(?!(rol|manier|invloed|indruk|betekenis|ervaring|gedachte|reden|functie|situatie|plek|plaats|wijze|weg|verwachting|associatie|emotie|afweging|sfeer|uitwerking|dingen|stappen|zaken|zaak)( |$))(?![^ ]+(en|s|'s) )[^ ]+ )
    wat voor (een |soort )?(auto|bank|telefoon|abonnement|woning|contract|huis)
    wat (is|was) (uw|je|jouw|de|het) ((huidige|volledige|totale|gemiddelde|hoogste|laatste) )?(naam|leeftijd|beroep|baan|functie|titel|geslacht|adres|postcode|salaris|inkomen|budget|opleiding|nationaliteit|moedertaal|telefoonnummer|burgerlijke staat|lievelings[^ ]+|favoriete [^ ]+)( .*)?$
    wat (kost|kostte|verdient|weegt|betaalt) (u|je|het|de|dat)
    hoe (heet|heette|laat) 
    op een schaal`,
  account: `
    wie (kan|moet|zou|zouden) ik
    met wie (kan|moet|zou) ik
    welke mensen .*
    waar (wil|wilt|zie|ziet) (je|u|jij) .* (jaar|jezelf|uzelf)
    wie (was|waren|is|zijn) .*(en hoe|en wat|op welke manier)`,
  verb: `
    (?!(was|kom|ga|denk|stel) (?!{subject} )){verb} (?!(dat|om) )
    (?!{nonverb} )[^ ,:;–"]+ (u|je|jij|jullie|ik|we|wij|hij|zij|ze|het|dat|dit|de|een|er|deze|die|iemand|iets|uw|jouw|onze|ons|mijn|alle|hun)
    (?!{nonverb} )[^ ,:;–"]+(t|de|te) (?!(dat|en|of|om|$))[^ ]+
    (?!{nonverb} )[^ ,:;–"]+ (en|of) [^ ]+ (u|je|jij|jullie)`,
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
    hoeveel`,
  choice: `
    (–|:) (.. )?[^ ]+ of [^ ]+( [^ ]+)?$
    , [^ ]+ of [^ ]+$
    , (welke|welk) (dag|van|[^ ]+(?<!en)) (zou|wil|kiest)
    (van|tussen) (0|1|nul|een|één) (tot|en|t/m) (4|5|6|7|9|10|100|vijf|tien)
    op een schaal
    ^ ..[^ ]+ of ...$
    , [^ ]+ , [^ ]+ of .*$
    eens , oneens`,
  tag: `
    , (hè|he|toch|niet|niet waar|nietwaar|of niet|klopt dat|ja|nee|oké|ok|wel|niet dan|vindt u niet|vind je niet|vindt u ook niet|toch zeker|of wel|klopt|dat vindt u toch ook)$
    toch$
    vindt u niet$`,
  assured: `
    (toch|natuurlijk|uiteraard|vast wel|vast|zeker wel|zult wel|zal wel|ongetwijfeld|vanzelfsprekend)`,
  negated: `
    {verb} (u|je|jij|het|dat|dit|de|deze|die|we|wij|jullie|onze|ons|uw|er|iedereen|hij|zij) ((?!(die|dat|wat|of) )[^ ,]+ ){0,6}niet (?!alleen)
    {verb} (u|je|jij|jullie) .. nooit
    {verb} (u|je|jij|jullie) ook niet
    ^(zou|zouden|is|was|vindt|heeft|helpt|geeft|maakt) ((?!(die|dat|wat|of) )[^ ,]+ ){0,8}niet
    (zou|vindt|vind|is) .. niet (veel|ook|te|enorm|gewoon|erg|heel|fijn|mooi|leuk|handig|beter)`,
  agreement: `
    (bent|ben) (u|je|jij|jullie) .. (eens (?!over|geworden)|akkoord met de stelling)
    het (er )?(mee )?eens (?!of|over|geworden)
    {verb} (u|je|jij|jullie|uw) .. ook(?! (weleens|wel eens|een keer))(?!( [^ ]+)? met de)(?=( [^ ]+){0,3}$| dat| niet| van mening)
    (geeft u mij gelijk|deelt u (onze|die) mening)
    (merkt|ziet|vindt|herkent|ervaart|voelt) (u|je) dat ook`,
  loaded: `
    (onze|ons|de|het|deze|die|dit|dat|uw|jouw|hun|zulke|zo'n|al die|al dat|alle|van die|mijn) (heel |erg |zeer |zo |nieuwe |echt |extreem |meest |vele )?({praise}|{blame}) (?!(en|of|van|in|op|aan|om|voor|is|was|zijn|dingen|ding|tijd|tijden|kant|kanten|deel|moment|momenten|dan|had|heeft|nog|delen|punten|prijs|keer) )[^ ,]+
    (onze|ons|deze|die|de) (heel |erg |zeer |zo )?({praise}|{blame}) en [^ ]+e [^ ]+
    (de|het|die|dat|deze|al die|al dat|zo'n|zulke) (chaos|teleurstelling|frustratie|woede|nachtmerrie|ramp|rotzooi|onzin|gedoe|ellende|schandaal|fiasco|opluchting|verspilling|plezier|succes|lawaai|vreugde|blunder|rompslomp|herrie)
    (uitstekend|vreselijk|prachtig|waardeloos) ge[^ ]+
    (welkomst|woeker|torenhoge )[^ ]+en`,
  oneSided: `
    wat (vindt|vind|vond|vonden) (u|je|jij|jullie) .. ({value}|er zo [^ ]+) (aan|van|in|bij|er)
    wat (vindt|vind|vond|vonden) (u|je|jij|jullie) (er )?(zo|het|nou) .. ({value})(?!.*(meest|minst)$)
    wat (is|was|maakt|maakte) .. (zo|er) ({value}|bijzonder|uniek|speciaal|menselijk) (aan|van|in|bij|maakt)?
    wat maakt .. (zo|beter|bijzonder|uniek|de beste|het beste|menselijk)
    wat (heeft|had) (u|je|jullie) .. {moves}
    wat {moves} (u|je|jullie|er)(?!.*(meest|minst)( |$))
    wat {love} (u|je|jullie)(?!.*(meest|minst)( |$))
    (waarvan) (geniet|genoot|baalt|baalde) (u|je)
    (welke|welk|wat voor|hoeveel|wat was|wat zijn|de|alle|wat waren) ((andere|grootste|belangrijkste|technische|soort|de) )*{pain}
    waarom (is|was|zijn) (het|dat|dit|onze|ons|de|deze) (zo |niet |voor u |voor jou |voor je )*(belangrijk|moeilijk|goed|nodig|beter|best|slecht|superieur|aantrekkelijk|essentieel|makkelijk|fijn|vervelend|lastig)
    waarom (is|zijn) (onze|ons|de|het|deze|dit) .. (beter|beste|zo|goed|superieur|slecht|slechter|aantrekkelijk|belangrijk)
    wat (zou|zouden) (u|je|jullie) .. (heerlijk|mooi|fijn|leuk|geweldig|vreselijk) vinden
    wat (maakte|maakt) .. zo
    waarom (denkt|denk) (u|je) .* (beter|beste|slechter|erger|populair)
    waarom .. (niets|nooit|geen)
    waarom (houden|houdt|haten|vertrouwen|kiezen) (mensen|klanten|iedereen|zoveel mensen|men)
    waarom (houdt|haat|vertrouwt|verkiest|geniet|vertrouw|vertrouwde) (u|je|jij)
    waarom (zou|zouden|zal|moet|moeten) (iedereen|mensen|iemand|men)
    waarom (zou|zouden|zal|moet|moeten) (u|je|jij|men|mensen|iemand|iedereen) .*(kiezen|overstappen|kopen|nemen|willen|ons|voor)
    waarom (.. )?(niet|nooit|geen)(?!$)
    waarom (bent|ben|vindt|vind|doet|doe|lette|was|is|laat) .. (zo|toch|zich)
    (hoe kwam het|hoe komt het|hoe kan het) dat .. (zo|niet) 
    waarom wil niemand
    wat (is|was) (er )?zo [^ ]+
    hoeveel (makkelijker|beter|sneller|prettiger|goedkoper|gelukkiger|rustiger|fijner|leuker|eenvoudiger|veiliger|meer plezier|slechter)
    hoe (erg|zeer) (hebt|heeft|heb|vond|geniet|baalde|ergerde)
    (tijd|geld) .. (u|je) .. (bespaart|bespaarde|spaart)
    wat had (u|je) beter
    wat sprak (u|je|jullie) .. aan in (onze|ons)`,
  presumed: `
    (hoe|op welke manier|op wat voor manier|op welke manieren) (heeft|helpt|hielp|hielpen|helpen|maakt|maakte|geeft|gaf|kan|zal|zou|verbetert|vergemakkelijkt|versterkt|bespaart|vereenvoudigt|ontzorgt|hebben) (onze|ons|de|het|deze|dit) .*(geholpen|helpen|gegeven|gemaakt|verbeterd|versterkt|bespaard|verbeteren|vergemakkelijken|versterken|besparen|maken|geven|vereenvoudigd|vereenvoudigen|makkelijker|eenvoudiger|beter|veiliger|ontzorgd)
    (hoe|op welke manier) (helpt|hielpen|helpen|verbetert|vergemakkelijkt|versterkt|bespaart|vereenvoudigt|ontzorgt|hielp|verbeterde|versterkte) (onze|ons|de|het|deze|dit)
    (tijd|geld|moeite|uren) .. (u|je) .. (bespaart|bespaarde|hebt bespaard|uitspaart)
    nu (u|je) .. (bespaart|spaart|hebt gezien hoe)
    dat (iedereen|niemand|alles|niets|geen mens) .. (tegenwoordig |nu |zo )?.. (is|heeft|moet|wil|kan|geworden)
    (neem ik aan|ik neem aan|ga ik van uit|ik ga ervan uit|ik veronderstel|ik vermoed)
    dankzij (onze|ons|de|het|deze)
    (er (eigenlijk )?(nog )?zo weinig perspectief)
    toch (elk|elke|iedere|ieder) .. (weer|maand|jaar)`,
  preamble: `
    (de meeste|veel|heel veel|steeds meer|een meerderheid van de|negen van de tien|bijna alle|vrijwel alle|alle|duizenden|tal van|van veel) (van )?(onze |de )?(andere |jonge |tevreden )?(mensen|klanten|gebruikers|gasten|lezers|leden|patiënten|bezoekers|deelnemers|anderen|medewerkers|gezinnen|ouders|experts|burgers|nederlanders|kopers|bedrijven)(?!.* andere )
    (iedereen|niemand|ieder) (weet|zegt|kan (wel )?zien|houdt|haat|is het erover|vindt|kent|wil)
    (onderzoek|onderzoeken|experts|cijfers|studies|wetenschappers|de cijfers|metingen|deskundigen) (toont|tonen|laat|laten|zegt|zeggen|wijst|wijzen|raden|bewijst|bewijzen|blijkt|zijn)
    (zoals|net als|net zoals) (iedereen|de meeste|veel|bekend|u weet|je weet|alle)
    (zoals bekend|het is duidelijk|natuurlijk|uiteraard|zonder twijfel|ik weet zeker|ongetwijfeld)
    (we hebben|wij hebben|we zijn|wij|we|onze|ons) .. (gewerkt|geïnvesteerd|geluisterd|verbouwd|verbeterd|gemaakt|gewonnen|gestoken|zijn|hebben) .*(hard|trots|eenvoudiger|beter|makkelijker|sneller|verbeterd|prijs|fantastisch|beste|mooier|overzichtelijker|lovend|enthousiast|duidelijker)
    (met|dankzij) (onze|ons) .. (spaart|bespaart|heeft|kunt|krijgt) (u|je)
    (recensies|reacties|beoordelingen) (waren|zijn) .. (fantastisch|goed|positief|lovend|slecht)
    (is|was|waren|zijn|is het|was het) .. (een|echt|heel|erg|zeer|natuurlijk erg|gewoon|werkelijk) .. (succes|ramp|schandaal|fiasco|opluchting|puinhoop|nachtmerrie|chaos|lastig|moeilijk|geweldig|fantastisch|vreselijk|slecht|vervelend|prachtig)
    (bespaart|scheelt) (u|je|iedereen|onze klanten)
    (onze|ons) .* (van u over|voor u)
    (bijna|vrijwel|haast) onmogelijk
    hoeveel ~ (bespaart|scheelt)
    (een hele|grote) (verbetering|vooruitgang)
    (gezien|gelet op) (het|de|al)`,
  offeredReason: `
    ^(was|is) het .* (dat|die|waardoor) (u|je|jou)
    (was|is|kwam|komt|lag|ligt) (het|dat|dit) .. (vanwege|door|omdat|wegens|aan de prijs|aan het geld|de prijs|de kwaliteit|de service|het salaris)
    (bent|ben|hebt|heeft|heb|ging|koos|stapte) (u|je|jij) .. (vanwege|omdat|wegens|door de prijs)
    ^[^ ]+ (u|je|jij) .. (vanwege|wegens|omdat)`,
  balanced: `
    (als er (al )?iets|als (u|je|er) (die|dat|deze|ze)? ?al|als (er|u|je) (al )?.* (iets|dat|het)|als u al|als er al|of (niet|moeilijk|slecht|ontevreden|negatief|oneens|lastig|on[^ ]+|helemaal niet|juist niet))
    [^ ]+ of (on[^ ]+|[^ ]+loos|[^ ]+loze|moeilijk|makkelijk|slecht|goed|beter|slechter|negatief|positief|blij|langzaam|snel|weinig|laag|hoog|saai|lastig)
    (voor- en nadelen|voordelen en nadelen|sterke en zwakke|plussen en minnen|goed en slecht|oneens)
    (wat|welk[^ ]*) (is|was) (het|de) ([^ ]*ste)`,
  own: `
    (u|je|jij|jullie) (zei|zegt|noemde|vertelde|beschreef|schreef|gebruikte|gaf aan|had het over|zeiden|legde uit|hebt gezegd|heeft gezegd|bedoel*)
    (zei|noemde|vertelde) (u|je|jij)`,
  imagined: `
    (stel (dat|je|u|,)|stel (je|u) (eens )?voor|beeld (je|u) in|laten we (zeggen|aannemen)|toverstaf|toverstokje|in een ideale wereld|in een perfecte wereld|uw droom[^ ]*|je droom[^ ]*|droom[^ ]+|de ideale|het ideale|uw ideale|je ideale|jouw ideale|hypothetisch|de perfecte|het perfecte|gesteld dat)
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
    zouden?$`,
  future: `
    (gaat|ga|gaan|zal|zult|zullen) (u|je|jij|jullie|uw [^ ]+|het|de|er) (?!(in gedachten|terug|eens))(?!(om|er) met)
    (hoe|wat|wanneer|waar|wie|welke) (gaat|ga|gaan|zal|zult|zullen) (u|je|jij|jullie|uw [^ ]+|het) (?!om met)(?!.*(gisteren|toen))
    (gaat|ga|gaan) .* (komende|volgend|volgende|over)
    (volgend|volgende|komend|komende) (week|maand|jaar|zomer|winter|voorjaar|najaar|keer|twee|drie|vijf|jaren)
    (morgen|in de toekomst|voortaan|later in uw leven)
    over (een|twee|drie|vijf|tien|twintig|[0-9]+|enkele|een paar) (jaar|maanden|maand|weken|dagen)
    denkt (u|je) (erover|eraan)
    (bent|ben|zijn|hebben|heeft|hebt|heb|overweegt|hoopt|plant) (u|je|jij|jullie) .. (van plan|plannen|voornemens|te gaan)
    denkt (u|je) dat (u|je) .. (zult|zal|gaat)
    (overweegt|overweeg) (u|je)
    wat ga je doen
    plannen voor
    (wat|hoe) (zullen|zal) (mensen|anderen|men)
    ^(moeten|zullen) we (?!(beginnen|even|stoppen|verder|gaan))`,
  real: `
    (destijds|als kind|vroeger|in uw jeugd|in je jeugd|in die tijd|toen (u|je|jullie))
    als (u|je|ze|het) .. ([^ ]+de|[^ ]+te|kreeg|ging|belde|kwam|was) , (wat|hoe|wie) (gebeurde|werd|deed|zei|was|ging)
    hoopte (u|je)`,
  courtesy: `
    (wilt|wil|zou|zoudt) (u|je|jij) (nog |liever |graag |misschien |iets )?.. (koffie|thee|water|zitten|toevoegen|kwijt|zeggen|beginnen|beschrijven|vertellen|toelichten|reageren|laten zien|uitleggen)
    (?<!(waarom|wat) )zou (u|je) zeggen
    (zou|zoudt) (u|je) ~ noemen
    hoe (wilt|wil|zou|zoudt) (u|je) .* (beoordelen|inschatten|begrijpen)
    hoe (wilt|wil|zou|zoudt) (u|je) .* (beschrijven|omschrijven|definiëren|typeren|samenvatten)
    wat (wilt|wil|zou) (u|je) (nog |hier)?.. (zeggen|noemen|toevoegen)
    (ik|we|wij) (wil|willen|zou|zouden) .. graag
    (mag|kan|kunnen|mogen) (ik|we|wij)
    (is|zou) het (goed|oké|in orde|mogelijk|prima)
    (?<!(hoe|wat|waarom|waar) )(kan|kunt|kun|wil|wilt|zou) (u|je|jij) .. (vertellen|beschrijven|omschrijven|uitleggen|toelichten|laten zien)
    (zullen|zal) we (beginnen|even|stoppen|verder|gaan)
    wie (kan|moet|zou) ik
    (er )?bezwaar tegen
    zit (u|je) .. goed
    zal ik`,
  and: `(en|alsmede|alsook|evenals|plus|&)`,
  thatClause: `dat`,
  andAsks: `
    (, |; |– )?en (dan |daarna |vervolgens |toen )?((op|in|met|voor|aan|van|uit|bij) )?{wh}
    (, |; |– )?en {verb} (u|je|jij|jullie|hij|zij|ze|het|de|er|we|wij|uw|jouw|deze|dat)
    (, |; |– )?en (?!{nonverb} )[^ ]+(t|de|te) (u|je|hij|zij|ze|jullie)
    , (hoe|wat|waarom|wie|waar) .* en (hoe|wat|waarom|wie|waar)
    (, )?en als (u|je) .* (hoe|wat)`,
  andTells: `
    en (dan |daarna |spaar |vertel|vertelt|zeg|zeggen|beschrijf|beschrijven|toon|leg|denk|lees|geef|deel|probeer|kijk|wijs|klik|neem|houd|kies|schrijf|vergelijk|luister|ga|laat|vertellen)`,
  onePair: `
    (voor- en nadelen|heen en weer|af en toe|nu en dan|op en neer|in en uit|vader en moeder|moeder en vader|papa en mama|rust en stilte|algemene voorwaarden|kost en inwoning|meer en meer|beter en beter|dag en nacht|halen en brengen|brengen en halen|vrienden en familie|familie en vrienden|zwart en wit|hier en daar|bus en trein|kerk en staat|mes en vork|groente en fruit|gas en licht|gas en elektriciteit|plussen en minnen|sterke en zwakke|wel en wee|doen en laten|huis en haard|have en goed|vallen en opstaan|enzovoort|en zo|en dergelijke|en dat soort|keer en keer|door en door|over en weer|om en nabij|lief en leed|lijf en leden|kant en klaar|van alles en nog wat|en nog wat|oppas en de school|en weer|water en brood|voor en na|man en vrouw|mannen en vrouwen|jong en oud|groot en klein|opa en oma|peper en zout|zout en peper|koffie en thee|thee en koffie|eten en drinken|trein en bus|tram en bus|bus en tram|gas en water|gas en stroom|stroom en gas|water en licht|naam en adres|datum en tijd|dag en tijd|plaats en tijd|vraag en aanbod|vraag en antwoord|vragen en antwoorden|onderzoek en ontwikkeling|lusten en lasten|ups en downs|zin en onzin|links en rechts|boven en onder|arm en rijk|zomer en winter|winter en zomer|stad en land|lichaam en geest|oud en nieuw|ouders en kinderen|wikken en wegen)
    (in|uit|aan|af|op|bij|voor|na|heen|binnen|buiten|boven|onder|begin|plus|lente|voorjaars)- en [^ ]+
    {person} en ({person}|(uw|je|jouw|zijn|haar|hun|de andere) [^ ]+)
    en niet
    ^vergelijk ~ en
    (kunt|kun) (u|je) ~ vergelijken
    en .* , dus
    tussen .. en
    zowel ... (als|en)
    [0-9]+ en [0-9]+
    \\( ... \\)
    (bijvoorbeeld|zoals) .*
    (ging|gaat|zit|zat|stond|staat|kwam|lig|lag|blijf|probeer) en`,
  within: `
    (als|toen|nadat|voordat|terwijl|sinds|totdat|omdat|indien|zodra|die|waar|waarop|waarin|waarmee|waarvan|wanneer|zodat|om|de (laatste|eerste|vorige) keer|de tijd|van (uw|je|de) eerste|, of)`,
  embedded: `{wh}`,
  orAsks: `
    (, )?of {verb} (u|je|jij|jullie|het|hij|zij|er|de)
    of (de|het|uw) [^ ]+ te [^ ]+$
    (leest|gebruikt|koopt|kijkt|deelt|bewaart|verhuist) of [^ ]+t`,
  alternatives: `
    of [^ ]+ (u|je|het|er|de) (liever|gewoon|nog|alleen|meestal|meer|eerder|in plaats|doorgaans|juist|misschien|deze|die|het|ze|hem)
    (meestal|doorgaans|het liefst|liever|vooral) .* of
    of was het meer
    bewaren of`,
  points: `
    (dat|dit|het|daar|er|die|deze|zo|hem|haar|daarvan|daarover|wel/niet|wel|daarmee|hun)`,
}
