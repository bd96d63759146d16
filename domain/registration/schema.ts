import * as z from "zod/mini";
import { addressOf } from "#domain/sign-in/rules.ts";
import { locales } from "#lib/locales.ts";

/** The word for an organisation that is not in the list; `institution` then names it. */
export const otherOrganisation = "other";

/** Composed letters, single blanks, none at the ends. */
const tidy = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** `+371 20 123 456`, `20123456`, `(+370) 600-12345` → digits with an optional plus in front. */
const tidyPhone = (text: string) => text.replace(/[\s().\-–]/g, "");

/** One line of text: trimmed, neither empty nor too long. */
export const line = (missing: string, tooLong: string, most: number) =>
  z.string(missing).check(z.overwrite(tidy), z.minLength(1, missing), z.maxLength(most, tooLong));

const isId = (text: string) => z.uuid().safeParse(text).success;

/** Who somebody is and how to reach them, whoever enters it. */
export const personFields = {
  givenName: line("givenNameMissing", "givenNameTooLong", 100),
  familyName: line("familyNameMissing", "familyNameTooLong", 100),
  phone: z
    .string("phoneMissing")
    .check(
      z.overwrite(tidyPhone),
      z.minLength(1, "phoneMissing"),
      z.regex(/^\+?\d{7,15}$/, "phoneInvalid"),
    ),
  position: line("positionMissing", "positionTooLong", 150),
};

export const emailField = z.string("emailMissing").check(
  z.minLength(1, "emailMissing"),
  z.refine((typed) => addressOf(typed) !== null, "emailInvalid"),
);

/** What a person answers to register. The address is the signed-in person's own and not asked here. */
export const registrationAnswers = z
  .object({
    ...personFields,
    organisation: z.string("organisationMissing").check(
      // Not a union: of one that almost fits, the words would be its own and no key of ours.
      z.refine((id) => id === otherOrganisation || isId(id), "organisationMissing"),
    ),
    institution: z._default(
      z.string().check(z.overwrite(tidy), z.maxLength(200, "institutionTooLong")),
      "",
    ),
  })
  .check(
    z.refine(
      ({ organisation, institution }) => organisation !== otherOrganisation || institution !== "",
      // Said together with what else is missing, and not only once the rest is right.
      { error: "institutionMissing", path: ["institution"], when: () => true },
    ),
  );

export type RegistrationAnswers = z.infer<typeof registrationAnswers>;

/** The form of somebody who is not signed in asks for the address as well. */
export const registrationForm = z.intersection(
  registrationAnswers,
  z.object({ email: emailField }),
);

/** What `register` takes. */
export const newRegistration = z.intersection(
  registrationAnswers,
  z.object({
    tripSlug: z.string().check(z.maxLength(200)),
    locale: z.enum(locales),
    /** Wishes neither to be photographed nor to be seen in what is published. */
    noPhotos: z._default(z.boolean(), false),
  }),
);

export type NewRegistration = z.input<typeof newRegistration>;

/** A place on a trip, and who had it when its page was shown: a form about one person is not about the next. */
export type PlaceReference = { registrationId: string; holderId?: string | null };

/** A written decision to give a seat around the order. */
export const decision = z.object({
  registrationId: z.uuid(),
  reason: line("reasonMissing", "reasonTooLong", 500),
});

export type Decision = z.input<typeof decision>;
