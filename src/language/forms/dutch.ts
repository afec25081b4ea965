import { type ListedForms, spaced } from './listed.ts'

/**
 * Dutch words whose forms no rule of endings joins: strong and irregular verbs, and nouns that change their vowel. Weak verbs follow the rule.
 * Written from standard grammar; the notation is that of `listed.ts`.
 */
export const dutch: ListedForms = {
  prefixes: spaced(`be er her ont ver mis onder over weer`),
  parting:
    spaced(`tegemoet achteruit vooruit terecht samen tegen achter langs onder binnen buiten terug thuis vast voort voor door rond over
    open weer weg mee neer goed klaar stil plaats deel aan bij toe uit los op om na af in`),
  verbs: `gaan ga gaat ging gingen gegaan, doen doe doet deed deden gedaan, staan sta staat stond stonden gestaan, slaan sla slaat sloeg sloegen geslagen?,
    zien zie ziet zag zagen? gezien, zeggen zeg zegt zei zeiden gezegd, komen kom komt kwam kwamen gekomen, weten weet wist wisten geweten,
    vinden vind vindt vond vonden gevonden, geven geef geeft gaf gaven? gegeven, nemen neem neemt nam namen? genomen,
    denken denk denkt dacht dachten gedacht, brengen breng brengt bracht brachten gebracht, kopen koop koopt kocht kochten gekocht,
    zoeken zoek zoekt zocht zochten gezocht, lopen loop loopt liep liepen gelopen, laten laat liet lieten gelaten,
    houden houd houdt hou hield hielden gehouden, vragen vraag vraagt vroeg? vroegen? gevraagd, krijgen krijg krijgt kreeg kregen gekregen,
    blijven blijf blijft bleef bleven gebleven, schrijven schrijf schrijft schreef schreven geschreven, kijken kijk kijkt keek keken gekeken,
    lijken lijkt leek geleken, blijken blijk blijkt bleek bleken gebleken, begrijpen begrijp begrijpt begreep begrepen,
    rijden rijd rijdt reed? gereden?, snijden snijd snijdt sneed sneden gesneden, lijden lijd lijdt leed? leden? geleden?,
    strijden strijdt streed streden gestreden, wijzen wijst wees wezen gewezen, prijzen prijst prees prezen geprezen,
    stijgen stijg stijgt steeg gestegen, zwijgen zwijg zwijgt zweeg zwegen gezwegen, schijnen schijnt scheen schenen geschenen,
    verdwijnen verdwijn verdwijnt verdween verdwenen, grijpen grijp grijpt grepen gegrepen, bijten bijt beet? beten? gebeten?,
    smijten smijt smeet smeten gesmeten, glijden glijdt gleed gleden gegleden, wijken wijkt geweken,
    vergelijken vergelijk vergelijkt vergeleek vergeleken, bieden bied biedt bood boden geboden, kiezen kies kiest koos kozen gekozen,
    verliezen verliest verloor verloren, vriezen vriest vroor gevroren, liegen lieg liegt loog logen gelogen, bedriegen bedriegt bedroog bedrogen,
    vliegen vliegt vloog vlogen gevlogen, schieten schiet schoten geschoten, genieten geniet genoten?,
    sluiten sluit sloten gesloten, buigen buig buigt bogen gebogen, duiken duikt dook doken gedoken, ruiken ruik ruikt geroken,
    schuiven schuif schuift schoof schoven geschoven, kruipen kruip kruipt kroop kropen gekropen, zuigen zuigt zoog zogen gezogen,
    spuiten spoot spoten gespoten, fluiten floot floten gefloten, verbieden verbied verbiedt verbood verboden,
    beginnen begin begint begon begonnen, winnen win wint won wonnen gewonnen, binden bind bindt bonden gebonden?, verzinnen verzin verzint verzon verzonnen,
    springen spring springt sprongen gesprongen, zingen zing zingt zong zongen gezongen, drinken drink drinkt dronk dronken gedronken,
    dwingen dwing dwingt dwong dwongen gedwongen, klinken klink klinkt klonk klonken geklonken, stinken stinkt stonk stonken gestonken,
    zinken zinkt zonk zonken gezonken, dringen dring dringt drong drongen gedrongen, schrikken schrikt schrok schrokken geschrokken,
    trekken trek trekt trok trokken getrokken, vertrekken vertrekt vertrok vertrokken, zwemmen zwem zwemt zwom zwommen gezwommen,
    schenken schenk schenkt schonk schonken geschonken, gelden geldt gold golden gegolden, schelden scheld scheldt schold gescholden,
    treffen tref treft trof troffen getroffen, helpen help helpt hielp hielpen geholpen, sterven sterf sterft stierf stierven gestorven,
    werven werft wierf wierven geworven, werpen werp werpt wierp wierpen geworpen, bederven bederft bedierf bedorven, spreken spreek spreekt sprak spraken gesproken,
    breken breek breekt brak braken? gebroken, steken steekt stak staken? gestoken, stelen steelt gestolen, bevelen beveelt beval bevalen bevolen,
    lezen lees leest las lazen gelezen, eten eet at aten gegeten, vergeten vergeet vergat vergaten, meten meet gemeten, treden treedt trad traden getreden,
    bidden bid bidt gebeden, zitten zit zat zaten gezeten, liggen lig ligt lag lagen? gelegen?, dragen draag draagt droeg droegen gedragen,
    slapen slaapt sliep sliepen geslapen, vallen valt viel vielen gevallen?, vangen vang vangt ving vingen gevangen,
    hangen hang hangt hing hingen gehangen, ontvangen ontvang ontvangt ontving ontvingen, roepen roep roept riep riepen geroepen,
    blazen blaast blies bliezen geblazen, raden raadt ried geraden, varen vaar gevaren, graven graaft groef groeven gegraven,
    scheren scheert schoor geschoren, wegen weeg weegt woog wogen gewogen, bewegen beweeg beweegt bewoog bewogen, zweren zweert zwoer gezworen,
    scheppen schept schiep geschapen?, heffen hef heft hief hieven geheven, durven durf durft durfde gedurfd, plegen pleegt placht,
    wassen wast waste gewassen, bakken bakt bakte gebakken, lachen lach lacht lachte gelachen, scheiden scheidt scheidde gescheiden,
    heten heette geheten, laden laadt laadde geladen, braden braadt braadde gebraden, vouwen vouwt vouwde gevouwen, wreken wreekt gewroken, weven weeft geweven,
    bestaan besta bestaat bestond bestonden, verstaan versta verstaat verstond verstonden, ontstaan ontstaat ontstond ontstonden,
    verkopen verkoop verkoopt verkocht verkochten, bezoeken bezoekt bezocht bezochten, onderzoeken onderzoekt onderzocht onderzochten`,
  others: `schip schepen, ei eieren, kind kinderen, koe koeien, dag dagen, wegen, blad bladeren, lied liederen,
    kalf kalveren, lam lammeren, rund runderen, mogelijkheid mogelijkheden, moeilijkheid moeilijkheden, gelegenheid gelegenheden, overheid overheden`,
}
