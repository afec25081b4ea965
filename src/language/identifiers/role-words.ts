import { isNamed } from './name-lists.ts'

/**
 * Whether a word says what somebody is or does and calls nobody: a profession, an office, a part in a household or a team, or the field of one (_Project_ Manager). Words that
 * somebody or some city is called by too are none.
 */
export const isRole = (lower: string): boolean =>
  !isNamed(lower) && (roles.has(lower) || fields.has(lower) || compound.test(lower))

const roles = new Set(
  `abgeordnete abgeordneter accountant actor advies adviser adviseur advisor advokat altenpfleger altenpflegerin ambtenaar analyst angestellte angestellter anwalt anwältin
  apotheker apothekerin apprentice architect architektin arkitekt arkivarie artist arts arzt assistant assistent attorney author azubi baas bager bankrådgiver barista
  barnmorska barnskötare beamter beamtin bedstefar bedstemor begeleider bejaardenverzorgster bestyrer bibliotekarie boekhouder boer bonde borgmester boss brandman
  brandweerman builder burgemeester butiksbiträde buurman buurvrouw buyer byggare bürgermeister bürgermeisterin caregiver carer carpenter cashier ceo cfo chair chairman
  chairperson chairwoman chauffeur chaufför chauffør chef chefin coach collega consultant controller coo copywriter cto customer dad dentist designer deskundige developer
  directeur director directrice direktor direktorin direktør docent docente doctor dokter doktorin driver echtgenoot echtgenote economist editor ehefrau ehemann eigenaar
  ejer ekonom electrician elektriker elektrikerin elev emerita emeritus employee employer engineer entreprenör erzieher erzieherin executive expert facilitator fader fahrer
  fahrerin far farfar farmer farmor fastighetsmäklare father firefighter forfatter formand fotograf founder freelancer friseur friseurin frisør fysiotherapeut führungskraft
  gartner gepensioneerde geschäftsführer geschäftsführerin gründer gründerin hairdresser handläggare handwerker handwerkerin hausarzt hausfrau hausärztin headteacher
  hebamme housewife huisarts huisvrouw husband håndværker indkøber ingenieur ingenieurin ingeniør ingenjör inhaber inhaberin inkoper intern interviewer iværksætter janitor
  jordemoder journalist juf juffrouw jurist juristin kanzler kanzlerin kapper kassedame kassierer kassiererin kassör kauffrau kellner kellnerin klant kock kok kollega
  kollege kollegin konsulent krankenpfleger krankenschwester kund kunde kundin kunstner kurator køber künstler künstlerin landwirt landwirtin lawyer leader lecturer leder
  leerkracht leerling lehrer lehrerin leiter leiterin lektor leraar lerares librarian läkare lärare lärling læge lærer lærling maatschappelijk maler mamma manager mand
  marketer mechanic medarbejder medewerker medewerkster mekaniker member midwife minister ministerin mitarbeiter mitarbeiterin moder moderator moeder mor morfar mormor
  mother mum murer musician musiker mutter målare møbelsnedker nabo nachbar nachbarin neighbor neighbour notaris nurse oberarzt oberärztin officer onderneemster ondernemer
  ontwerper ontwikkelaar operator oppas ordförande ouder overlæge owner paediatrician pappa parent partner patient patiënt pensionist pensionär pflegekraft pfleger
  pflegerin pharmacist photographer physician physiotherapist pilot planner plumber policeman policewoman polis politibetjent politieagent polizist polizistin praktikant
  praktikantin premier president principal producer professor professorin programmer projektleder projektleiter projektleiterin präsident präsidentin präst præst psychologe
  psychologin psychologist psykolog pårørende pædagog receptionist rechter rektor rektorin rentner rentnerin reporter representative researcher retailer retiree revisor
  rådgivare rådgiver rörmokare sagsbehandler sambo schilder schoonmaakster schoonmaker schülerin scientist secretaresse secretary sekretärin sekretær selbstständige
  selbstständiger seller selvstændig sjuksköterska skolelærer skötare snickare socionom sosu-assistent speaker specialist staatssekretär stagiair stagiaire statsminister
  strategist student studentin studerende studierende städare supervisor surgeon sygehjælper sygeplejerske säljare sælger søster tandarts tandläkare tandlæge teacher
  technician technicus tekniker therapist tierarzt tierärztin timmerman tjener tolk trainee trainer translator tømrer udvikler undersköterska unternehmer unternehmerin
  utvecklare vader vaktmästare vater vendor verkoopster verkoper verkäufer verkäuferin verloskundige verpleegkundige verzorgende vet volunteer voorzitter vorsitz
  vorsitzende vorsitzender vorstand vrijwilliger vrouw vvs'er værkfører waiter waitress werknemer wethouder wife writer zahnarzt zahnärztin zorgverlener zzp'er ägare ärztin
  överläkare økonom`.split(/\s+/),
)

/** Fields of work and ranks that stand before what somebody is. */
const fields = new Set(
  `project product marketing sales user interface interaction industrial software hardware technical general senior junior chief head deputy vice lead it hr ux ui web data research
  support account business operations finance purchasing procurement logistics customer service design development quality public relations human resources
  social media content brand communications executive acting former
  projekt produkt salg salgs indkøb økonomi drift kvalitet kommunikation teknisk
  försäljning inköp ekonomi kvalitet kommunikation
  verkoop inkoop financiën kwaliteit communicatie techniek onderzoek
  vertrieb einkauf qualität kommunikation technik forschung entwicklung`.split(/\s+/),
)

/** How compounds that say what somebody is end. */
const compound =
  /^\p{L}{2,}(?:manager|designer|consultant|leder|rådgiver|konsulent|medarbejder|assistent|direktør|ingeniør|læge|lærer|mester|sygeplejerske|chef|ledare|konsult|medarbetare|sköterska|ingenjör|läkare|lärare|direktör|handläggare|leider|adviseur|medewerker|medewerkster|verpleegkundige|verantwoordelijke|ansvarlig|ansvarig|ministern?|leiter|leiterin|berater|beraterin|managerin|mitarbeiter|mitarbeiterin|direktorin|präsident|präsidentin|ministerin|bürgermeister|bürgermeisterin|verkäufer|verkäuferin|lehrer|lehrerin|pfleger|pflegerin|ärztin|arzt|anwalt|anwältin|entwickler|entwicklerin|beauftragte|beauftragter)$/u
