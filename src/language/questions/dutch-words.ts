import type { Lists } from './patterns.ts'

/** Word lists of Dutch that the patterns of questions name: closed classes of the grammar, and words that value. */
export const dutchWords: Lists = {
  people: `zonen dochters kleinkinderen ooms tantes familie gezin mensen vrienden vriendinnen collega's buren klanten cliënten gebruikers burgers leerlingen leraren docenten artsen verpleegkundigen patiënten naasten ouders kinderen jongeren ouderen jongens meisjes mannen vrouwen leidinggevenden medewerkers kennissen familieleden broers zussen gasten vrijwilligers studenten onderzoekers bewoners`,
  way: `naar van in uit op af heen terug voor na tegen over onder met zonder boven binnen buiten thuis`,
  be: `is was waren bent ben zijn heeft hebt heb had hadden wordt werd worden werden wil wilt wilde wilden zal zult zullen zou zouden kan kunt
      kun kon konden kunnen moet moest moeten mag mocht mogen vindt vind vond vonden lijkt leek denkt denk dacht voelt voelde ervaart ervaarde
      klinkt ging gaat verloopt verliep`,
  verb: `{be} gebruikt gebruikte gebruik koopt kocht koop kent ken kende weet wist krijgt kreeg ga gaan ging gingen komt kom kwam neemt nam
      geeft gaf leest las lees ziet zag zie hoort hoorde heet werkt werkte werk woont woon belt bel denkt denk kiest koos betaalt betaal
      vergelijkt merkt merkte merk herinnert herkent snapt begrijpt begrijp past paste spreekt sprak draagt bestaat leeft slaapt eet volgt deelt
      raadt bevalt bevallen doet doe deed houdt hield hou staat stond zit zat ligt lag rijdt reist blijft bleef helpt hielp overweegt verwacht
      hoopt plant gelooft vertrouwt voelt biedt spaart klopt laat liet komen kijkt maakt maakte begon ontstond bleek verscheen verdween verloor vond vroeg droeg sloot`,
  subject: `u je jij jullie ik we wij men hij zij ze het dat dit de een er deze die iemand iets uw jouw jullie onze ons mijn alle alles niemand
      niets hun haar hem zijn`,
  nonverb: `u je jij jullie ik we wij men hij zij ze het dat dit de een er deze die iemand iets uw jouw onze ons mijn alle alles niemand
      niets hun haar {wh} en maar dus of als dan toen omdat terwijl hoewel sinds na voor voordat op in van tot uit bij met naar over onder tegen
      tussen door zonder om rond via niet toch ook nog wel al alleen maar heel erg veel meer meest weinig altijd nooit vaak nu weer misschien
      eigenlijk oké ok ja nee dank daarom mensen sommige mits gezien volgens ondanks natuurlijk uiteraard stel vertel beschrijf toon geef noem
      leg neem denk_eens ga_eens liever eerder helemaal best vrij best_wel vast zeker`,
  wh: `hoe wat waarom wie wanneer waar welke welk hoeveel waarvoor waarmee waarvan waarop waarin waaraan waardoor waarnaar waarover waartoe
      waaruit waarbij wiens wier hoelang hoezo`,
  tell: `vertel vertelt vertellen beschrijf beschrijft beschrijven omschrijf omschrijven toon laat_zien laat_eens laten_zien leg_uit leg_eens leg_mij
      leg_me uitleggen uitleg toelichten licht_toe geef geeft geven noem noemen zeg zeggen deel delen schets schetsen teken tekenen vat_samen
      samenvatten som_op opsommen help neem meenemen bekijk lees kijk loop doorlopen probeer reageer vergelijk denk_hardop wijs
      verplaats illustreren illustreer uitweiden aangeven schrijf onderbouw motiveer noteer streep`,
  praise: `lage wonderschone schitterende geweldige fantastische prachtige mooie heerlijke lekkere populaire sterke succesvolle indrukwekkende innovatieve slimme knappe
      spannende aantrekkelijke behulpzame vriendelijke praktische handige betrouwbare bekwame deskundige gebruiksvriendelijke revolutionaire
      baanbrekende bekroonde geliefde unieke exclusieve inspirerende stijlvolle elegante zorgzame duurzame effectieve snelle ongeëvenaarde
      toonaangevende goede beste eenvoudige makkelijke gemakkelijke goedkope veilige betere prettige fijne gezellige charmante geniale
      uitstekende moderne gulle genereuze toegewijde getalenteerde attente superieure flexibele leuke luxe soepele geduldige professionele
      overzichtelijke intuïtieve uitmuntende voortreffelijke gewaardeerde veelgeprezen bijzondere verrassende voordelige frisse warme
      schitterende magnifieke briljante   geslaagde waardevolle onmisbare onschatbare nuttige begrijpelijke toegankelijke doordachte
      uitnodigende sfeervolle comfortabele behaaglijke gunstige felbegeerde hartelijke creatieve  geloofwaardige verantwoorde gezonde trouwe
      verdiende serieuze vernieuwende ultramoderne onvergetelijke degelijke solide rendabele luxueuze persoonlijke_en_warme liefdevolle zachte
      vlotte snelle efficiënte slimme eersteklas hoogwaardige topklasse knusse puike prima gave toffe coole vette levensreddende ontroerende aangrijpende betekenisvolle zinvolle onbetaalbare goedgeorganiseerde rijke leerzame boeiende fascinerende meeslepende`,
  blame: `veeleisende opdringerige slechte vreselijke verschrikkelijke afschuwelijke irritante vervelende frustrerende verwarrende teleurstellende
      onredelijke schokkende onbeschofte saaie lelijke nutteloze onhandige rommelige ingewikkelde lastige trage overdreven overprijsde
      dure eindeloze voortdurende constante absurde hopeloze chaotische onvriendelijke arrogante schandalige verouderde gebrekkige
      incompetente onbetrouwbare misleidende pijnlijke stressvolle uitputtende onaanvaardbare onacceptabele gemene domme hebzuchtige oneerlijke
      beruchte onnodige bureaucratische onpersoonlijke belachelijke enge gênante omslachtige waardeloze beroerde oneerlijke stomme
      buitensporige idiote asociale rampzalige desastreuze catastrofale dominante neerbuigende kwetsende vernederende ondraaglijke onverdraaglijke
      walgelijke gruwelijke wrede brutale cynische ellendige armzalige onzinnige krankzinnige gestoorde onfatsoenlijke onwaardige onmenselijke
      onverantwoorde onverantwoordelijke gevaarlijke schadelijke giftige vieze lawaaierige luidruchtige tijdrovende zenuwslopende willekeurige slordige
      halfslachtige middelmatige mislukte stijve starre elitaire eenzijdige onbegrijpelijke onlogische onoverzichtelijke ouderwetse gebrekkige
      onverschillige inflexibele stoffige tragische zielige smakeloze cryptische moeilijke zware chagrijnige kille afwijzende luie kleinzielige
      bevooroordeelde discriminerende eeuwige verdomde bizarre lompe klunzige logge stugge hardnekkige torenhoge achterhaalde zinloze betekenisloze slopende afmattende lakse troosteloze ondankbare onderbetaalde overvolle onderbezette meedogenloze egoïstische harteloze zielloze spilzieke slappe dorre`,
  pain: `besparingen besparing vooruitgang problemen probleem moeilijkheden uitdagingen obstakels hindernissen belemmeringen frustraties zorgen nadelen voordelen voordeel nadeel
      sterke_punten zwakke_punten ergernissen klachten gebreken fouten verbeteringen pain_points pijnpunten drempels verbeterpunten
      minpunten pluspunten tekortkomingen uitdaging moeilijkheid obstakel frustratie kracht`,
  moves: `verontrust verontrustte irriteert irriteerde stoort stoorde gestoord ergert ergerde geërgerd frustreert frustreerde gefrustreerd verheugt imponeert verwart
      verwarde stresst gestrest plaagt teleurstelt teleurgesteld hindert hinderde geïrriteerd bevalt beviel tegenstaat tegen_staat`,
  love: `waardeert waardeerde bewondert geniet genoot haat haatte`,
  value: `mooi goed fijn leuk prettig handig slecht vervelend irritant lelijk lastig prachtig geweldig fantastisch lekker moeilijk jammer storend
      aantrekkelijk fraai verwarrend`,
  harm: `faalt faalde gefaald falen lijdt_onder lijdt_u_onder lijd_je_onder leed_onder verraadt verraden verpest verpestte verwaarloost verwaarloosd bedriegt bedrogen bedroog bergafwaarts achteruitgegaan verspilt verspild verspilling onkunde arrogantie onverschilligheid wegjaagt weggepest in_de_steek laten_vallen voorgelogen misleid`,
  bright: `won gewonnen goed goede best beste beter fijn fijne makkelijk gemakkelijk positief positieve leuk leuke prettig hoogtepunten hoop voordelen sterke blij tevreden vreugde plussen mooi mooie interessant waardeert gelukkig`,
  dark: `verloor verloren slecht slechte slechtst slechtste slechter mis vervelend vervelende moeilijk lastig negatief negatieve saai saaie dieptepunten vrees angst nadelen zwakke ontevreden verdriet minnen lelijk irritant stoort ongelukkig minder`,
  habit: `ieder elke elk iedere vaak meestal weleens wel_eens altijd soms regelmatig tegenwoordig doorgaans`,
  noinf: `een geen samen even tegen boven buiten binnen beneden eigen alleen heen kinderen ouders vrienden mensen jaren maanden dagen weken boodschappen zaken dingen`,
  turn: `twijfelen twijfelde opgaf opgeven opgegeven spijt genoeg_van worstelt worstel worstelde tobt tobde kampt verspilde verspillen verspild`,
  mess: `schandalen schandaal klachten vertragingen problemen fouten beloftes beloften prijsstijgingen bezuinigingen gedoe stakingen leugens ophef`,
  scorn: `onzin flauwekul leugens smoesjes trucs idioten oplichters clowns kolder larie`,
}
