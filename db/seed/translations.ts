import type { LocalizedText } from "#db/schema/columns.ts";

/** Our own translations of what the source says in Latvian alone. */
const translations: Record<string, [en: string, lt: string]> = {
  "Pieredzes apmaiņas pasākumi Kurzemē un Zemgalē": [
    "Exchange of experience in Kurzeme and Zemgale",
    "Patirties mainai skirti renginiai Kuržemėje ir Žiemgaloje",
  ],
  "Stiprināt starpreģionu sadarbību un iepazīt Kurzemes un Zemgales plānošanas reģionu un pašvaldību pieredzi efektīvākā pārvaldības darba nodrošināšanā, pielietojot LEAN vadības sistēmas pamatprincipus un metodes.":
    [
      "To strengthen cooperation between regions and to learn from the planning regions and municipalities of Kurzeme and Zemgale how to make administration more effective with the principles and methods of LEAN management.",
      "Stiprinti regionų bendradarbiavimą ir susipažinti su Kuržemės bei Žiemgalos planavimo regionų ir savivaldybių patirtimi, kaip administravimą padaryti veiksmingesnį taikant LEAN vadybos principus ir metodus.",
    ],
  "Tipogrāfijas darbība un jaunievedumi uzņēmuma darba organizēšanā pēc LEAN sistēmas ieviešanas": [
    "How the printing house works, and what LEAN has changed in its organisation",
    "Spaustuvės veikla ir darbo organizavimo naujovės įdiegus LEAN sistemą",
  ],
  "Aktuālie Zemgales reģiona projekti": [
    "Current projects of the Zemgale region",
    "Aktualūs Žiemgalos regiono projektai",
  ],
  "Jelgavas kultūras un tūrisma notikumi": [
    "Culture and tourism events in Jelgava",
    "Jelgavos kultūros ir turizmo renginiai",
  ],
  "Jelgava kā “viedā pilsēta”: sasaiste starp informācijas tehnoloģijām un pilsētas pārvaldību": [
    "Jelgava as a “smart city”: information technology and running the city",
    "Jelgava kaip „išmanusis miestas“: informacinių technologijų ir miesto valdymo sąsaja",
  ],
  "Liepājas pilsētas tūrisma plāns": [
    "The tourism plan of Liepāja",
    "Liepojos miesto turizmo planas",
  ],
  "Liepājas teātra attīstības veiksmes stāsts": [
    "The success story of the Liepāja Theatre",
    "Liepojos teatro raidos sėkmės istorija",
  ],
  "Pieredze un organizācijas sniegtais atbalsts jauniešu ideju realizēšanā": [
    "Experience in helping young people carry out their ideas",
    "Patirtis ir organizacijos parama įgyvendinant jaunimo idėjas",
  ],
  "Liepājas pilsētas attīstības plāna izstrāde un realizācija": [
    "Drawing up and carrying out the development plan of Liepāja",
    "Liepojos miesto plėtros plano rengimas ir įgyvendinimas",
  ],
  "Liepājas logotipa, mājas lapas un vienota tūrisma un mārketinga plāna izveide un realizācija": [
    "Liepāja’s logo, website, and one plan for tourism and marketing",
    "Liepojos logotipo, svetainės ir bendro turizmo bei rinkodaros plano kūrimas ir įgyvendinimas",
  ],
  "Biedrības “Karostas glābšanas biedrība” stratēģija tūristu piesaistē": [
    "How the association “Karostas glābšanas biedrība” attracts visitors",
    "Asociacijos „Karostas glābšanas biedrība“ strategija turistams pritraukti",
  ],
  "tipogrāfijas valdes priekšsēdētājs": ["chair of the board", "valdybos pirmininkas"],
  grāmatvede: ["accountant", "buhalterė"],
  "uzņēmējdarbības centra vadītājs": ["head of the business centre", "verslo centro vadovas"],
  "projektu vadītāja": ["project manager", "projektų vadovė"],
  "attīstības nodaļas vadītāja": ["head of development", "plėtros skyriaus vadovė"],
  "sabiedriskā transporta un autoceļu attīstības nodaļas vadītāja": [
    "head of public transport and roads",
    "viešojo transporto ir kelių plėtros skyriaus vadovė",
  ],
  "operatīvās informācijas centra vadītājs": [
    "head of the operational information centre",
    "operatyvinės informacijos centro vadovas",
  ],
  "tūrisma informācijas biroja vadītāja": [
    "head of the tourism information office",
    "turizmo informacijos biuro vadovė",
  ],
  "teātra valdes loceklis": ["member of the theatre’s board", "teatro valdybos narys"],
  vadītāja: ["director", "vadovė"],
  "pārvaldes vadītājs": ["head of the department", "valdybos vadovas"],
  "stratēģiskās attīstības plānošanas nodaļas vadītāja": [
    "head of strategic development planning",
    "strateginės plėtros planavimo skyriaus vadovė",
  ],
  "eksperte stratēģiskās plānošanas jautājumos": [
    "expert in strategic planning",
    "strateginio planavimo ekspertė",
  ],
  "daļas vadītāja": ["head of the division", "skyriaus vadovė"],
  "biedrības “Karostas glābšanas biedrība” vadītāja": [
    "head of the association “Karostas glābšanas biedrība”",
    "asociacijos „Karostas glābšanas biedrība“ vadovė",
  ],
};

/** A Latvian text of the source with our translations, its quotation marks as Latvian sets them. */
export function translated(source: string): LocalizedText {
  const found = translations[source];
  if (!found) throw new Error(`No translation of: ${source}`);
  return { lv: latvianQuotes(source), en: found[0], lt: found[1] };
}

/** `“…”` of the source as `„…“`. */
export const latvianQuotes = (text: string) => text.replace(/“([^”]*)”/g, "„$1“");
