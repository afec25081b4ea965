import type { Language } from '../language.ts'

/**
 * Names of people and places that are ordinary words too. At the beginning of a sentence (in German: anywhere) they are taken for names
 * only where something else speaks for it: a title, a name beside it, the same name elsewhere in the conversation.
 */
export const ambiguousWords: Record<Language, ReadonlySet<string>> = {
  en: words(`don kay just can will man little said even much name guy made lot nice fine may else best job baby seen hold haven hard hope hand
    deal mine chance sister goes gun line send king white street till lie beat wedding general surprise mark major brain judge dare art
    queen green beer river summer heaven price nick innocent battle kick prince silly sky reading ray van rain stone grace faith german
    princess rose cousin angel jake monster brown male joy weight split post pete manage block storm forest winter royal bath horn per grant
    grave chase golden dawn dies christian hook penny junior hank april precious rice destiny sale victor pie trace lily robin hug bravo lack
    bay drew unique bury laws june lion mobile charity bars orange bud justin mason noble kissing gross brand buck crystal toy holly patience
    nail tune clay loyal pit paradise hills foster ward lend cooper august may bo earl sandy waters diamond constant fleet amber sonny sack
    sunny fried vital gut flip von violet ivy olive pearl ruby iris art bill rob bob pat sue frank dick guy miles max eve gene gay ham hale
    walker parker hunter baker cook fisher miller porter carter turner weaver taylor mason page wood woods field fields church hill lake brook
    moon sun star day snow frost bishop abbot knight fox wolf bird bush banks marsh lane park parks power powers price rich long short small
    young old savage sharp strong swift wise good moody love loving may march sunday of reading sandwich rugby bath hove deal wells hay ash
    bee ace sage reed reeves rock rocky root bond case chance chip cliff colt cope curt dale dean dell dusty ever fern finn flora gale glen
    harmony heath honor hunter ink jewel jolly karma lark laurel leaf lee lent less life link low lucky lyric major mercy merit mission myrtle
    neat nova ocean oak pace panther pink poppy prudence rain raven reign rebel rod rosemary sable saint scout season sky sterling stormy
    summer sutton tab tad temple tiger tony trinity true trust tucker victory vivid wave wayne west willow winner winter wren zen`),
  da: words(`til man jo hans mine hold ned lille liv uden tre ven par verden alene fem orden bilen heller inden ringer vejen lang job
    al holdt ben nat sam luk lykke otte lede sid ender barnet sten vin koster kraft bogen rod fine hud sommer brand milde kunde post fylde
    storm bakke stark kok engel rose just bo bjørn kun holm hald lund bro by mark skov dahl vang juul jul greve sand ny ro viborg struer
    sol may maj august april juni juli marts ulv gry dag rune tage andre rene line mode`),
  sv: words(`till ute man oss hans mina kunde dina liv tre inga hennes just hand annan jo sina era fem nya bilen ringer heller klara par stan
    medan kropp bo leta staden barnet vita bär talat handen kraft lova per leda faller dam ena bak löser sten stig kall lura bud elva nivå
    kula varna delta dock anar sena noga lång berg sol björn dag maj april augusti juni juli mars vår alla ljung lund holm ek strand
    kalla rosa sanna saga stina blanda morden buss afton blick boll rita line mode lev ange`),
  nl: words(`van ben kent elke uwe dan wil haar bent al meer man even leven kunt anders waren maak lang hand bang ken halen best groot hart klein jaren per
    welkom hard heer koning zeven lange feest leek lieve jong jonge moe deal reis gast oma lachen leiden volk dieren adem bos boom maan leer
    steen landen lach strand post berg bek vogel wit graf huizen engel groen winter nat regen schoten hof graaf velen heuvel helden loon
    bergen haven wolf marine storm roos dag zomer mei april augustus juni juli maart bakker visser smit de het een ede goes epe best hal
    mark max rein rust wind water zee zand duin burg dam dijk meer meren veen loo oss lent vliet keizer prins meester boer kok koper kuiper`),
  de: words(`mir reiner wolfram von nur gut man will mann wissen waren vater liebe lange davon essen rein hatten bruder sage baby kopf name kerl frauen lang
    job keiner teufel hand tod art anders zimmer ernst chance allen dies frei wem könig laufen stelle buch weniger hart sinn stolz stark
    solange boden lachen hasse general kampf rum kamen klein zug darin lage kraft tasche ben sauer major jung ans singen blick weiss weiß
    mark richter volk al monster wünsche schaden leiden meer engel oma leer keller haar dach sommer stein streit rauf kuchen wunsch vogel
    strand schwarz fern scherz lauter gast regen post scharf schüler kohle cousin frisch helden hof norden bauch landen berg montag mitte wetter
    winter leck krebs wolf sack krieger feld bürger klang leiter holz kaiser bulle ritter stern reine graf staub berge wenden stahl zauber funk
    piper bär ware schütze kette koch senden can linke mächtig kunde august kent stone huhn süßen schilde hügel block rose wald
    brand rain wehr halle weil weiden baden roth stadt dorf bad rahmen brücke wiesen acker anger aue bach baum busch eiche esche esch fels
    fluss garten grund hain haus heide herzog höhe horn hut kirche kirsch kreuz land linde markt mauer moor mühle nacht nebel ort pfeffer
    platz quelle rad ring salz sand schein schloss see sonne spiegel steiger sturm tal teich thal tor turm ufer vogt wagner wand weg weide wein
    wiese wild wind wirt wunder zimmermann bauer becker fischer jäger müller schneider schmied weber zimmerer maurer schäfer förster gärtner
    hirsch fuchs hase hahn adler lamm löwe ziegler pfaff bischof abt papst fürst prinz knecht herr frau may mai april juni juli märz rot grün
    blau gelb braun groß lang kurz dick dünn alt neu reich arm fromm kluge gute gross grosse große schön schöner fein eben licht luft feuer
    wasser erde hamm hamburger frankfurter wiener berliner spannungen lob hoffnung glück gnade treue friede frieden freude
    bonus kontakt rast traum trost trotz vorteil zufall zoll zorn zweck band bild blume boot brot brust burg dank draht ecke ehre eile eis ende
    fahrt fall falk form frist gang gans geist geld glas gold graben gras gruß haken hals heft heim hemd herbst hilfe himmel hitze kamm kanne
    kern kind kiste kohl korn kost kranz kreis krone kugel kuhn lauf laub leder leute loch lohn mantel maß matten mehl messer mond mord
    moos most mut nagel netz nuss ofen ohr opfer pech pilz pracht rand rauch recht reh reis reiter rest riese rock rohr rose rost rücken ruhe saal
    schade schaf schall schatz schiff schild schlag schnee schritt schuh schuster schutz schwert segen seide seife seil sieg silber sitz speck sporn
    stab stamm stand steg stich stiel stier stock stoff stolle strauß strauch streich strich stroh stuhl stumm taube tausch teller tisch topf trapp
    ade bäcker bayer beer bender berner best blank bock bräutigam bremer burger christ christen damaske dauer demut drechsler dreher dreier esser
    faber falter felder finke fink fleischer forst frosch geiger gens gerber gesell gilde grau grimm grob grosser grube grüner harter haupt hecht helm
    hering hesse hessen hirt hohn hold hort just kahl karst kappe kasten kaufmann keil kirch klapper klemme kloss knabe knobel knoll köhler krabbe krause kresse krug
    kühn kupfer lack landmann laws lax leide lieder linden maler metzger milde mohr moll morgenstern ochs pfarrer pfennig pfingsten platzer poser porsche prediger rangen
    reif riester ringel ringer ritz rumpf sachse sauerland schacht schenk schilling schimmer schirmer schlachter schlangen schlicht schreck schreiber schreiner
    schwarzer schweizer seiler siegel sonn sonnabend spinner sporn stengel steinmetz stube stürmer tang tischler töpfer treff tuch unger van wachtel weimer wischer wurm zuber
    zürcher elbe figura frohn hafner hauser hotel platz palme besucher trainer tore parker gitte buss busse heck
    uhl unruh voll vollmer wachs wache wagen wahl wall wanne weise welle werk wert wette wicht wille winkel wolle wurst zahn zange zaun zeh zeug ziel`),
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
