import { systemActor } from "#domain/actor/queries.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { grantRole } from "#domain/organisation/commands.ts";
import { saveProfile } from "#domain/profile/commands.ts";
import { demoPeople } from "./demo-people.ts";
import { done } from "./once.ts";
import { personAt } from "./people.ts";
import { steadyId } from "./trip.ts";

/** Places still to be named: the coordinator of the demo has something to do. */
const unnamed = 1;

const members = [
  {
    givenName: "Ilze",
    familyName: "Kalniņa",
    email: "ilze.kalnina@kraslavas-novads.example",
    phone: "+371 26 111 222",
    position: "attīstības nodaļas vadītāja",
  },
  {
    givenName: "Jānis",
    familyName: "Ozols",
    email: "janis.ozols@kraslavas-novads.example",
    phone: "+371 26 333 444",
    position: "informācijas sistēmu administrators",
  },
];

/** The coordinator of the demo, and the delegation that she has sent on the first of the coming trips. */
export async function sendDelegationOf(organisationId: string, now: Date): Promise<void> {
  const email = demoPeople[4]?.email ?? "";
  done(await grantRole(systemActor, { email, role: "coordinator", organisationId }, now));
  const coordinator = await personAt(email);
  const profile = {
    givenName: "Līga",
    familyName: "Vanaga",
    phone: "+371 26 555 666",
    organisation: organisationId,
    institution: "",
    position: "kancelejas vadītāja",
    locale: "lv" as const,
  };
  done(await saveProfile(coordinator, profile, now));
  const tripSlug = "vieda-pilseta-jelgava";
  const wish = { tripSlug, organisationId, members, head: 0, unnamed, atLeast: 1 };
  const key = steadyId("delegation", tripSlug);
  done(await sendDelegation(coordinator, { ...wish, key, locale: "lv" }, now));
}
