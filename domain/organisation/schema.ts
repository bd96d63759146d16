import * as z from "zod";

export const organisationKinds = ["municipality", "planning_region", "host", "other"] as const;

/** An organisation of today, by the name that stands on its papers. */
export const newOrganisation = z.object({
  name: z.string().trim().min(1, "nameMissing").max(200, "tooLong"),
  nameEn: z.string().trim().max(200, "tooLong").optional(),
  kind: z.enum(organisationKinds, "kindUnknown"),
  country: z.enum(["LV", "LT"]).default("LV"),
});

export type NewOrganisation = z.input<typeof newOrganisation>;

export const organisationRoles = ["organiser", "crew", "coordinator", "admin"] as const;

/** A role for an address: in an organisation, or `admin` for the whole installation. */
export const newRole = z
  .object({
    email: z.email("emailInvalid"),
    role: z.enum(organisationRoles, "roleUnknown"),
    /** Null for `admin` alone. */
    organisationId: z.guid("organisationUnknown").nullable(),
  })
  .refine(({ role, organisationId }) => (role === "admin") === (organisationId === null), {
    error: "organisationNeeded",
    path: ["organisationId"],
  });

export type NewRole = z.input<typeof newRole>;
