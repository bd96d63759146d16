/** Who somebody is towards a thing. A host has a link and no account; everybody else but the public signs in. */
export const roles = [
  "public",
  "attendee",
  "coordinator",
  "crew",
  "organiser",
  "hostLink",
  "admin",
] as const;

export type Role = (typeof roles)[number];

export type Verb = "read" | "write" | "send" | "signOff" | "replace" | "withdraw" | "correct";

/** Whose things. Only with `everybody's` is a stranger's thing found. */
export type Scope =
  | "everybody's"
  | "own"
  | "own municipality's"
  | "own delegation's, while entered"
  | "fellow travellers' who agreed"
  | "own trips'"
  | "the trip's, while it runs"
  | "own organisation's";

export type Grant = {
  verbs: readonly Verb[] | "all";
  of: Scope;
  /** What of the thing, where not the whole of it. */
  only?: "counts" | "counts, and access needs of those on board";
};

type Row = { says: string; grants: { [R in Role]?: readonly Grant[] } };

/** The rows of the table; the last two are no thing of anybody's. */
export type Thing =
  | "publishedTrip"
  | "ownRegistration"
  | "municipalityRegistrations"
  | "namesOnTrip"
  | "needs"
  | "attendance"
  | "papers"
  | "certificate"
  | "hosts"
  | "coordinators"
  | "administration"
  | "installation"
  | "entrance"
  | "machinery";

/** What a function, a page or a server action lets somebody do. */
export type Assignment = { thing: Thing; verb: Verb };

/** As the tables of functions, addresses and actions write it. */
export const to = (thing: Thing, verb: Verb): Assignment => ({ thing, verb });

const may = (verbs: Grant["verbs"], of: Scope, only?: Grant["only"]): readonly Grant[] => [
  { verbs, of, ...(only ? { only } : {}) },
];

const read = (of: Scope, only?: Grant["only"]) => may(["read"], of, only);

const all = (of: Scope) => may("all", of);

const everybody = (grants: readonly Grant[]): Row["grants"] =>
  Object.fromEntries(roles.map((role) => [role, grants]));

const ownAndAnywhere = [...all("own"), ...may(["send"], "everybody's")];

/** Who may do what: the one table. A role that a row does not name may do nothing there. */
export const permissions: Record<Thing, Row> = {
  publishedTrip: {
    says: "A published trip, its itinerary and its publication; writing includes the draft",
    grants: {
      ...everybody(read("everybody's")),
      organiser: [...read("everybody's"), ...all("own trips'")],
    },
  },
  ownRegistration: {
    says: "A person's own registration, needs, data export and erasure request; any published trip takes one",
    grants: {
      attendee: ownAndAnywhere,
      coordinator: ownAndAnywhere,
      crew: ownAndAnywhere,
      organiser: ownAndAnywhere,
      admin: ownAndAnywhere,
    },
  },
  municipalityRegistrations: {
    says: "The registrations of a municipality, or of a trip",
    grants: {
      coordinator: may(["read", "send", "signOff", "replace", "withdraw"], "own municipality's"),
      organiser: all("own trips'"),
      admin: read("everybody's"),
    },
  },
  namesOnTrip: {
    says: "The names of those on a trip; crew also see their phone numbers",
    grants: {
      attendee: read("fellow travellers' who agreed"),
      coordinator: read("own municipality's"),
      crew: all("the trip's, while it runs"),
      organiser: all("own trips'"),
      hostLink: read("own", "counts"),
      admin: read("everybody's"),
    },
  },
  needs: {
    says: "Diet, allergy and access needs",
    grants: {
      attendee: all("own"),
      coordinator: all("own delegation's, while entered"),
      crew: read("the trip's, while it runs", "counts, and access needs of those on board"),
      organiser: all("own trips'"),
      hostLink: read("own", "counts"),
    },
  },
  attendance: {
    says: "Who was there",
    grants: {
      attendee: read("own"),
      coordinator: read("own municipality's"),
      crew: may(["read", "write"], "the trip's, while it runs"),
      organiser: may(["read", "write", "correct"], "own trips'"),
      admin: read("everybody's"),
    },
  },
  papers: {
    says: "Messages, documents and the evidence bundle",
    grants: {
      attendee: read("own"),
      coordinator: read("own municipality's"),
      organiser: all("own trips'"),
      hostLink: all("own"),
      admin: read("everybody's"),
    },
  },
  certificate: {
    says: "Whether a certificate is genuine, for whoever holds it: name, trip and days",
    grants: everybody(read("everybody's")),
  },
  hosts: {
    says: "Hosts, their speakers, and places: one register that all organisers share",
    grants: { organiser: all("everybody's") },
  },
  coordinators: {
    says: "Who coordinates a municipality: invitations, requests for the role and their answers; nobody decides about oneself",
    grants: { organiser: all("everybody's"), admin: all("everybody's") },
  },
  administration: {
    says: "Organisations, roles, projects, retention and audit",
    grants: { organiser: all("own organisation's"), admin: all("everybody's") },
  },
  installation: {
    says: "What holds for the whole installation, such as the e-mail domains of municipalities",
    grants: { admin: all("everybody's") },
  },
  entrance: {
    says: "Signing in and out, one's own account and asking for a role, lists to choose from, the health of the installation: nobody else's data",
    grants: everybody(all("everybody's")),
  },
  machinery: {
    says: "What the product does by itself, and the parts that commands share",
    grants: {},
  },
};
