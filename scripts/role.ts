import type { NewRole } from "#domain/organisation/schema.ts";
import { organisationKinds, organisationRoles } from "#domain/organisation/schema.ts";
import { withDomain } from "./product/with-database.ts";
import { Refusal, runCommand } from "./refusal.ts";

const usage = `Usage: npm run role -- ADDRESS ROLE "ORGANISATION" [KIND]
  ROLE  organiser, crew or coordinator of the organisation; or admin, without an organisation
  KIND  ${organisationKinds.join(", ")}: makes the organisation if there is none of that name`;

await runCommand(async () => {
  const [email, wantedRole, name = "", wantedKind] = process.argv.slice(2);
  const role = organisationRoles.find((known) => known === wantedRole);
  const kind = organisationKinds.find((known) => known === wantedKind);
  if (!email || !role || (wantedKind && !kind) || (role === "admin") === (name !== "")) {
    throw new Refusal(usage);
  }
  await withDomain(async () => {
    const organisationId = name ? await organisation(name, kind) : null;
    const given = await grant({ email, role, organisationId });
    const where = name ? ` in "${name}"` : "";
    console.log(`${email} ${given ? "is now" : "already was"} ${role}${where}`);
  });
});

type Kind = (typeof organisationKinds)[number];

async function organisation(name: string, kind: Kind | undefined): Promise<string> {
  const { systemActor } = await import("#domain/actor/queries.ts");
  const { organisationNamed } = await import("#domain/organisation/queries.ts");
  const { addOrganisation } = await import("#domain/organisation/commands.ts");
  const found = await organisationNamed(systemActor, name, new Date());
  if (found) return found;
  const made = kind && (await addOrganisation(systemActor, { name, kind }));
  if (made?.ok) return made.organisationId;
  throw new Refusal(
    `There is no organisation "${name}" today. Write its name in full, or add its kind to make it: ${organisationKinds.join(", ")}.`,
  );
}

async function grant(input: NewRole): Promise<boolean> {
  const { systemActor } = await import("#domain/actor/queries.ts");
  const { grantRole } = await import("#domain/organisation/commands.ts");
  const result = await grantRole(systemActor, input, new Date());
  if (!result.ok) throw new Refusal(`"${input.email}" is no e-mail address.`);
  return result.given;
}
