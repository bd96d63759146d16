import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { otherOrganisation } from "#domain/registration/schema.ts";
import type { Locale } from "#lib/locales.ts";

/** What is known of a person, as the fields of a form hold it; empty where nothing is. */
export type Profile = {
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  /** Id of a municipality, or `other`, which `institution` names. */
  organisation: string;
  institution: string;
  position: string;
  locale: Locale;
};

/** The actor's own profile; null when nobody is signed in. */
export async function myProfile(actor: Actor): Promise<Profile | null> {
  if (!isPerson(actor)) return null;
  const [row] = await database()
    .select({
      givenName: user.givenName,
      familyName: user.familyName,
      email: user.email,
      phone: user.phone,
      institution: user.institution,
      position: user.position,
      locale: user.locale,
      organisationId: organisation.id,
      organisationName: organisation.name,
      organisationKind: organisation.kind,
    })
    .from(user)
    .leftJoin(organisation, eq(organisation.id, user.organisationId))
    .where(eq(user.id, actor.userId));
  if (!row) return null;
  const fromMunicipality = row.organisationKind === "municipality";
  return {
    givenName: row.givenName ?? "",
    familyName: row.familyName ?? "",
    email: row.email,
    phone: row.phone ?? "",
    organisation:
      (fromMunicipality ? row.organisationId : row.organisationId && otherOrganisation) ?? "",
    institution: row.institution ?? (fromMunicipality ? "" : (row.organisationName ?? "")),
    position: row.position ?? "",
    locale: row.locale,
  };
}
